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

/** Share of names that are made up of the halves of two, so that not every name is in the lists. */
const INVENTED = 0.4;

/** Shapes of full names, the usual ones more often: G a given name, I its initial, S a surname. */
const NAME_SHAPES: readonly string[] = [
  ...Array.from({ length: 14 }, () => 'G S'),
  ...['G G S', 'G S S', 'G I. S', 'I. S', 'I.I. S', 'I. I. S', 'G-G S', 'G S-S'],
  ...["G D'S", "G dell'S", 'G De S', 'G Di S', 'G de S', 'G de la S', 'G dos S', 'G da S'],
  ...['G von S', 'G van der S', 'G Van S', 'G al-S', 'G bin S', "G O'S", 'G Lo S', 'G El S'],
];

function drawName(draw: Draw, random: () => number): string {
  const shape = NAME_SHAPES[Math.floor(random() * NAME_SHAPES.length)] ?? 'G S';
  return shape.replace(/(?<!\p{L})[GIS](?!\p{L})/gu, (part) => {
    if (part === 'S') return drawPart('surnames.txt', draw, random);
    const given = drawPart('given-names.txt', draw, random);
    return part === 'I' ? given.charAt(0) : given;
  });
}

function drawPart(list: string, draw: Draw, random: () => number): string {
  const name = draw(list);
  if (random() >= INVENTED) return name;
  const other = draw(list).toLowerCase();
  return name.slice(0, Math.ceil(name.length / 2)) + other.slice(Math.floor(other.length / 2));
}

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
      if (part === '{s}') {
        return { text: drawPart('surnames.txt', draw, random), kind: 'PER' };
      }
      if (part === '{c}') return { text: draw('cities.txt'), kind: 'OTHER' };
      if (part === '{n}') return { text: draw('countries.txt'), kind: 'OTHER' };
      return { text: part, kind: null };
    });
}
