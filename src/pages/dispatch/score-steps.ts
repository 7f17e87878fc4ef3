import { sharedTokens } from './shared-tokens.ts';

/** How well paragraphs of one text go with those of the other, from their sizes and what they share. */
export interface Measure {
  size(paragraph: string): number;
  /** What may be recognised in both texts. */
  tokens(paragraph: string): readonly string[];
  /** Negative when the two do not belong together. */
  score(left: number, right: number, shared: number): number;
  /** True when so much of a paragraph is in the one beside it that it may be a part of it. */
  isPart(size: number, shared: number): boolean;
  /** What it costs to leave one paragraph without a counterpart, as a share of its size. */
  readonly alone: number;
  /** What it costs to join one paragraph to another, so that an empty gain joins nothing. */
  readonly joining: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// Scripts that write without spaces: there a character is what a word is elsewhere.
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** One language: paragraphs that share a good third of their words are versions of each other. */
export const BY_WORDS: Measure = {
  size: (paragraph) => wordsOf(paragraph).length,
  tokens: wordsOf,
  score: (left, right, shared) => (shared * 2 >= (left + right) * 0.35 ? shared : -1),
  isPart: (size, shared) => shared >= size * 0.7,
  alone: 0,
  joining: 0.01,
};

/**
 * Two languages: long paragraphs translate long ones (Gale and Church, 1993), and figures and names
 * that both print hold the two texts together.
 */
export const BY_LENGTH: Measure = {
  size: (paragraph) => paragraph.length,
  tokens: (paragraph) =>
    wordsOf(paragraph).filter((word) => /\p{N}/u.test(word) || word.length > 4),
  score: (left, right, shared) =>
    Math.max(0, Math.min(left, right) - Math.abs(left - right) / 2) + Math.min(shared * 20, left),
  isPart: () => true,
  alone: 0.5,
  joining: 5,
};

/** What a step from places `i` and `j` is worth that takes so many paragraphs of either text. */
export type Score = (i: number, j: number, down: number, across: number) => number;

/** Scores steps; what is shared adds up over the paragraphs that are joined. */
export function scorer(left: readonly string[], right: readonly string[], measure: Measure): Score {
  const leftSizes = left.map(measure.size);
  const rightSizes = right.map(measure.size);
  // A translation is longer or shorter as a whole.
  const ratio = measure === BY_LENGTH ? sum(leftSizes) / (sum(rightSizes) || 1) : 1;
  const shared = sharedTokens(left.map(measure.tokens), right.map(measure.tokens));
  const both = (i: number, j: number) => shared[i * right.length + j] ?? 0;
  // Per joined paragraph, what it shares with the single one beside it; not enough forbids the step.
  const commonOf = (parts: readonly (readonly [number, number])[]) =>
    parts.length === 1 || parts.every(([size, common]) => measure.isPart(size, common))
      ? sum(parts.map(([, common]) => common))
      : Number.NEGATIVE_INFINITY;
  return (i, j, down, across) => {
    const ours = leftSizes.slice(i, i + down);
    const theirs = rightSizes.slice(j, j + across);
    const [one, other] = [sum(ours), sum(theirs) * ratio];
    if (down === 0 || across === 0) return -measure.alone * (one + other);
    const common = commonOf(
      down > 1
        ? ours.map((size, at) => [size, both(i + at, j)])
        : theirs.map((size, at) => [size, both(i, j + at)]),
    );
    const gain = measure.score(one, other, Math.min(common, one, other));
    return gain < 0 ? Number.NEGATIVE_INFINITY : gain - measure.joining * (down + across - 2);
  };
}

function wordsOf(paragraph: string): readonly string[] {
  const spaced = paragraph.toLowerCase().replace(UNSPACED, ' $& ');
  return spaced.match(WORD) ?? [];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
