import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { LABELS, type Label } from '../chain.ts';
import { tokenize } from '../tokenize.ts';

/** Label of a word from which nothing is learned. */
export const UNKNOWN = 255;

/** A sentence as words of our tokenizer; `labels` are numbers of LABELS or UNKNOWN, all 0 for raw text. */
export type Sentence = {
  readonly words: readonly string[];
  readonly labels: Uint8Array;
};

/** One file of the material: `gold-NAME.jsonl.gz` is labelled, `raw-NAME.jsonl.gz` is not. */
export type Corpus = {
  readonly name: string;
  readonly isGold: boolean;
  readonly sentences: readonly Sentence[];
};

/** Reads `{"tokens", "tags"}` lines (BIO, any types; only PER keeps its name). */
export function readMaterial(folder: string): Corpus[] {
  return readdirSync(folder)
    .filter((file) => /^(?:gold|raw)-.*\.jsonl\.gz$/.test(file))
    .sort()
    .map((file) => ({
      name: file.replace(/\.jsonl\.gz$/, ''),
      isGold: file.startsWith('gold-'),
      sentences: readSentences(join(folder, file), file.includes('_pt')),
    }));
}

function readSentences(path: string, isPortuguese: boolean): Sentence[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { tokens, tags } = JSON.parse(line) as { tokens: string[]; tags?: string[] };
      const words = toSentence(tokens, tags);
      return isPortuguese ? contract(words) : words;
    });
}

/** Cuts the words of the material the way our tokenizer does; a label covers all parts of its word. */
function toSentence(tokens: readonly string[], tags?: readonly string[]): Sentence {
  const words: string[] = [];
  const labels: number[] = [];
  for (const [index, token] of tokens.entries()) {
    const label = toLabel(tags?.[index] ?? 'O');
    for (const [part, { text }] of tokenize(token).entries()) {
      words.push(text);
      labels.push(LABELS.indexOf(part === 0 ? label : inside(label)));
    }
  }
  return { words, labels: Uint8Array.from(labels) };
}

/** Portuguese treebanks write "de a" for "da", which no text does. */
const CONTRACTIONS: ReadonlyMap<string, string> = new Map([
  ...['o', 'a', 'os', 'as'].flatMap((article): (readonly [string, string])[] => [
    [`de ${article}`, `d${article}`],
    [`em ${article}`, `n${article}`],
    [`por ${article}`, `pel${article}`],
  ]),
  ['a o', 'ao'],
  ['a os', 'aos'],
  ['a a', 'à'],
  ['a as', 'às'],
]);

function contract({ words, labels }: Sentence): Sentence {
  const contracted: string[] = [];
  const kept: number[] = [];
  for (const [index, word] of words.entries()) {
    const last = contracted.at(-1);
    const joint =
      last === undefined ? undefined : CONTRACTIONS.get(`${last.toLowerCase()} ${word}`);
    if (joint !== undefined && last !== undefined) {
      const capital = last.charAt(0) !== last.charAt(0).toLowerCase();
      contracted[contracted.length - 1] = capital
        ? joint.charAt(0).toUpperCase() + joint.slice(1)
        : joint;
      continue;
    }
    contracted.push(word);
    kept.push(labels[index] ?? 0);
  }
  return { words: contracted, labels: Uint8Array.from(kept) };
}

function toLabel(tag: string): Label {
  if (!/^[BI]-/.test(tag)) return 'O';
  const person = tag.endsWith('-PER');
  if (tag.startsWith('B')) return person ? 'B-PER' : 'B-OTHER';
  return person ? 'I-PER' : 'I-OTHER';
}

function inside(label: Label): Label {
  if (label === 'B-PER') return 'I-PER';
  return label === 'B-OTHER' ? 'I-OTHER' : label;
}
