import { distance } from 'fastest-levenshtein';
import { fold, type Term } from './terms.ts';

/** A stretch of text in UTF-16 units, end exclusive. */
export type Span = readonly [start: number, end: number];

/** Finds the words of a query in a text; `limit` ends the work early in long texts. */
export type Matcher = (text: string, limit: number) => readonly Match[];

/** `term` counts which of the terms matched, so that a crop can show many different ones. */
export type Match = { readonly span: Span; readonly term: number };

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const HANGUL = /\p{Script=Hangul}/u;
/** Letters from which on the engine forgives one and two typos. */
const ONE_TYPO_FROM = 5;
const TWO_TYPOS_FROM = 9;

/** Verdicts on a word besides the number of its term: none, or a run of text without spaces. */
const NO_TERM = -1;
const LOOK_INSIDE = -2;

type Needle = {
  readonly word: string;
  readonly term: number;
  /** Longer words that begin so match too: the last word, and Korean, whose particles are written onto it. */
  readonly isPrefix: boolean;
  readonly typos: number;
};

/**
 * Marks what the engine matched, by its rules: folded words, the last word as a prefix, one typo
 * from five letters, two from nine. Asking the engine to mark costs it seven times the search.
 */
export function matcherOf(used: readonly Term[]): Matcher {
  const wanted = used.filter(({ kind }) => kind !== 'excluded');
  const needles: readonly Needle[] = wanted.flatMap(({ words, kind }, term) =>
    words.map((word, i) => {
      const isLast = kind === 'word' && term === wanted.length - 1 && i === words.length - 1;
      return { word, term, isPrefix: isLast || HANGUL.test(word), typos: typosIn(word) };
    }),
  );
  const spaceless = needles.filter(({ word }) => WITHOUT_SPACES.test(word));
  // Texts repeat their words: each is looked at once.
  const verdicts = new Map<string, number>();
  const verdictOn = (printed: string) => {
    const word = fold(printed);
    const verdict = WITHOUT_SPACES.test(word) ? LOOK_INSIDE : termOf(word, needles);
    verdicts.set(printed, verdict);
    return verdict;
  };
  return (text, limit) => {
    if (needles.length === 0) return [];
    const matches: Match[] = [];
    for (const found of text.matchAll(WORD)) {
      if (matches.length >= limit) break;
      const [printed] = found;
      const term = verdicts.get(printed) ?? verdictOn(printed);
      if (term === LOOK_INSIDE) matches.push(...inside(printed, found.index, spaceless));
      else if (term >= 0) matches.push({ span: [found.index, found.index + printed.length], term });
    }
    return matches;
  };
}

function termOf(word: string, needles: readonly Needle[]): number {
  return needles.find((needle) => isMatch(word, needle))?.term ?? NO_TERM;
}

function isMatch(word: string, { word: wanted, isPrefix, typos }: Needle): boolean {
  if (word === wanted || (isPrefix && word.startsWith(wanted))) return true;
  // The engine counts a wrong first letter as two typos.
  if (typos === 0 || word[0] !== wanted[0]) return false;
  return Math.abs(word.length - wanted.length) <= typos && distance(word, wanted) <= typos;
}

function typosIn(word: string): number {
  if (word.length < ONE_TYPO_FROM || /\d/.test(word)) return 0;
  return word.length < TWO_TYPOS_FROM ? 1 : 2;
}

function inside(run: string, offset: number, needles: readonly Needle[]): readonly Match[] {
  const text = run.toLowerCase();
  return needles.flatMap(({ word, term }) => {
    const matches: Match[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      matches.push({ span: [offset + at, offset + at + word.length], term });
    }
    return matches;
  });
}
