import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { LABELS } from '../chain.ts';
import { tokenize } from '../tokenize.ts';
import type { Lexicons } from './build-lexicons.ts';
import type { Sentence } from './read-material.ts';

/** Fills `sentence-patterns.yaml` with names drawn at random; each pattern `copies` times. */
export function fillPatterns(
  path: string,
  lexicons: Lexicons,
  copies: number,
  random: () => number,
): Sentence[] {
  const patterns = Object.values(parse(readFileSync(path, 'utf8')) as Record<string, string[]>);
  const draw = createDraw(lexicons, random);
  return patterns.flat().flatMap((pattern) => {
    return Array.from({ length: copies }, () => fill(pattern, draw, random));
  });
}

type Draw = (list: string) => string;

function createDraw(lexicons: Lexicons, random: () => number): Draw {
  const latin = Object.fromEntries(
    Object.entries(lexicons).map(([file, words]) => [
      file,
      words.filter((word) => /^[\p{Script=Latin}' -]{2,}$/u.test(word)).map(capitalise),
    ]),
  );
  return (file) => {
    const words = latin[file] ?? [];
    return words[Math.floor(random() * words.length)] ?? '';
  };
}

function capitalise(words: string): string {
  return words.replace(/(?<![\p{L}'])\p{L}|(?<=^[od]')\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Shapes of full names, the usual ones more often. */
const NAME_SHAPES: readonly ((draw: Draw) => string)[] = [
  ...Array.from({ length: 12 }, () => (draw: Draw) => `${given(draw)} ${surname(draw)}`),
  (draw) => `${given(draw)} ${given(draw)} ${surname(draw)}`,
  (draw) => `${given(draw)} ${surname(draw)} ${surname(draw)}`,
  (draw) => `${given(draw)} ${given(draw).charAt(0)}. ${surname(draw)}`,
  (draw) => `${given(draw).charAt(0)}. ${surname(draw)}`,
  (draw) => `${given(draw)} De ${surname(draw)}`,
  (draw) => `${given(draw)} Di ${surname(draw)}`,
  (draw) => `${given(draw)} D'${surname(draw)}`,
  (draw) => `${given(draw)} von ${surname(draw)}`,
  (draw) => `${given(draw)} al-${surname(draw)}`,
  (draw) => `${given(draw)}-${given(draw)} ${surname(draw)}`,
  (draw) => `${given(draw)} ${surname(draw)}-${surname(draw)}`,
];
const given = (draw: Draw): string => draw('given-names.txt');
const surname = (draw: Draw): string => draw('surnames.txt');

/** Korean names of three syllables, as the agencies of the North and the South print them. */
function koreanName(draw: Draw, random: () => number): string {
  const [family, first, second] = [draw('syllables'), draw('syllables'), draw('syllables')];
  return random() < 0.5
    ? `${family} ${first} ${second}`
    : `${family} ${first}-${second.toLowerCase()}`;
}

type Piece = { readonly text: string; readonly kind: 'PER' | 'OTHER' | null };

function fill(pattern: string, draw: Draw, random: () => number): Sentence {
  const words: string[] = [];
  const labels: number[] = [];
  for (const { text, kind } of toPieces(pattern, draw, random)) {
    for (const [index, token] of tokenize(text).entries()) {
      words.push(token.text);
      labels.push(kind === null ? 0 : LABELS.indexOf(`${index === 0 ? 'B' : 'I'}-${kind}`));
    }
  }
  return { words, labels: Uint8Array.from(labels) };
}

function toPieces(pattern: string, draw: Draw, random: () => number): Piece[] {
  return pattern
    .split(/(\{\w\}|\[[^\]]+\])/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('[')) return { text: part.slice(1, -1), kind: 'OTHER' };
      if (part === '{p}') return { text: drawName(draw, random), kind: 'PER' };
      if (part === '{k}') return { text: koreanName(draw, random), kind: 'PER' };
      if (part === '{s}') return { text: surname(draw), kind: 'PER' };
      if (part === '{c}') return { text: draw('cities.txt'), kind: 'OTHER' };
      if (part === '{n}') return { text: draw('countries.txt'), kind: 'OTHER' };
      return { text: part, kind: null };
    });
}

function drawName(draw: Draw, random: () => number): string {
  const shape = NAME_SHAPES[Math.floor(random() * NAME_SHAPES.length)];
  return shape === undefined ? '' : shape(draw);
}
