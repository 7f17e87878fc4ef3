import { INSIDE_OTHER, INSIDE_PERSON, LABEL_COUNT, OUT } from '../chain.ts';
import { TEMPLATES, writeFeatures } from '../feature-templates.ts';
import {
  assembleModel,
  type PersonModel,
  STORED_COLUMNS,
  templateVersion,
} from '../person-model.ts';
import { toAttributes } from '../sentence-attributes.ts';
import type { WordFacts, WordKnowledge } from '../word-facts.ts';
import { type Example, type FitOptions, type FittedChain, fitChain } from './fit-chain.ts';
import { type Sentence, UNKNOWN } from './read-material.ts';
import { createRandom } from './seeded-random.ts';

/** Shares of the sentences that are learned in capitals, and in Capitals Throughout, too, for headlines. */
const UPPER_SHARE = 0.08;
const TITLE_SHARE = 0.03;

function toHeadline(word: string, chance: number): string {
  if (chance < UPPER_SHARE) return word.toUpperCase();
  return word.length > 3 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** Trains on labelled sentences and returns the model as it will be shipped, weights of 8 bits. */
export function fitModel(
  sentences: readonly Sentence[],
  knowledge: WordKnowledge,
  readWord: (word: string) => WordFacts,
  options: FitOptions,
): PersonModel {
  const random = createRandom(options.seed);
  const examples: Example[] = [];
  for (const sentence of sentences) {
    examples.push(...toExamples(sentence, readWord, options.bucketCount));
    const chance = random();
    if (chance >= UPPER_SHARE + TITLE_SHARE) continue;
    const words = sentence.words.map((word) => toHeadline(word, chance));
    examples.push(...toExamples({ ...sentence, words }, readWord, options.bucketCount));
  }
  return toModel(fitChain(examples, options), knowledge, options.bucketCount);
}

/** One example a run. */
function toExamples(
  { words, labels }: Sentence,
  readWord: (word: string) => WordFacts,
  bucketCount: number,
): Example[] {
  const { table, runs } = toAttributes(words.map(readWord));
  return runs
    .filter(({ from, to }) => !labels.subarray(from, to).includes(UNKNOWN))
    .map(({ from, to }) => {
      const buckets = new Int32Array((to - from) * TEMPLATES.length);
      for (let index = from; index < to; index += 1) {
        writeFeatures(table, index, bucketCount, buckets, (index - from) * TEMPLATES.length);
      }
      return { buckets, labels: labels.slice(from, to).map(beginAfterOut) };
    });
}

/** A name that began before the run begins with it. */
function beginAfterOut(label: number, index: number, labels: Uint8Array): number {
  const previous = labels[index - 1] ?? OUT;
  const isInside = label === INSIDE_PERSON || label === INSIDE_OTHER;
  return isInside && previous === OUT ? label - 1 : label;
}

const LARGEST = 127;
/** Weights beyond this share of all are cut off, so that a few giants do not coarsen the rest. */
const KEPT_SHARE = 0.9999;

function toModel(
  { weights, transitions }: FittedChain,
  knowledge: WordKnowledge,
  buckets: number,
): PersonModel {
  const relative = new Float32Array(buckets * STORED_COLUMNS);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const out = weights[bucket * LABEL_COUNT] ?? 0;
    for (let column = 0; column < STORED_COLUMNS; column += 1) {
      relative[bucket * STORED_COLUMNS + column] =
        (weights[bucket * LABEL_COUNT + column + 1] ?? 0) - out;
    }
  }
  const sizes = relative
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort();
  const scale = (sizes[Math.floor(sizes.length * KEPT_SHARE)] ?? 1) / LARGEST;
  const stored = Int8Array.from(relative, (weight) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round(weight / scale))),
  );
  const header = {
    format: 1,
    buckets,
    scale,
    transitions: [...transitions].map((weight) => Math.round(weight * 1e4) / 1e4),
    templates: templateVersion(),
  } as const;
  return assembleModel(header, stored, knowledge);
}
