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
/** Letters from which on the engine forgives one and two typos. */
const ONE_TYPO_FROM = 5;
const TWO_TYPOS_FROM = 9;

/** Verdicts on a word besides the number of its term: none, or a run of text without spaces. */
const NO_TERM = -1;
const LOOK_INSIDE = -2;

type Needle = { readonly word: string; readonly term: number; readonly isPrefix: boolean };

/**
 * Marks what the engine matched, by its rules: folded words, the last word as a prefix, one typo
 * from five letters, two from nine. Asking the engine to mark costs it seven times the search.
 */
export function matcherOf(used: readonly Term[]): Matcher {
  const wanted = used.filter(({ kind }) => kind !== 'excluded');
  const needles = wanted.flatMap(({ words, kind }, term) =>
    words.map((word, i) => ({
      word,
      term,
      isPrefix: kind === 'word' && term === wanted.length - 1 && i === words.length - 1,
    })),
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

function isMatch(word: string, { word: wanted, isPrefix }: Needle): boolean {
  if (word === wanted || (isPrefix && word.startsWith(wanted))) return true;
  // Korean particles are written onto the word they belong to.
  if (/\p{Script=Hangul}/u.test(wanted)) return word.startsWith(wanted);
  if (wanted.length < ONE_TYPO_FROM || /\d/.test(wanted) || word[0] !== wanted[0]) return false;
  const allowed = wanted.length >= TWO_TYPOS_FROM ? 2 : 1;
  if (Math.abs(word.length - wanted.length) > allowed) return false;
  return distance(word, wanted) <= allowed;
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
