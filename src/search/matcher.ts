import { distance } from 'fastest-levenshtein';
import { isSwapped } from './spelling/swapped.ts';
import { fold, type Term } from './terms.ts';

/** A stretch of text in UTF-16 units, end exclusive. */
export type Span = readonly [start: number, end: number];

/** Finds the words of a query in a text; `limit` ends the work early in long texts. */
export type Matcher = (text: string, limit: number) => readonly Match[];

/**
 * `term` counts which of the terms matched, so that a crop can show many different ones; `wanted` is the
 * word of it that did, folded.
 */
export type Match = {
  readonly span: Span;
  readonly term: number;
  readonly wanted: string;
  readonly how: 'exact' | 'beginning' | 'typo';
};

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const WORD_LETTER = String.raw`[\p{L}\p{N}\p{M}]`;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const HANGUL = /\p{Script=Hangul}/u;
/** The Arabic article is written onto its word; the engine cuts it off. */
const ARABIC_ARTICLE = 'ال';
/** Letters from which on the engine forgives one and two typos. */
const ONE_TYPO_FROM = 5;
const TWO_TYPOS_FROM = 9;
/**
 * The engine takes "un" for a beginning of every "università"; to mark those would mislead. Words this
 * short are whole words, and of the next length only a little longer ones where the whole word is there too.
 */
const SHORT = 2;

type Needle = {
  readonly word: string;
  readonly term: number;
  /** Longer words that begin so match too: the last word, and Korean, whose particles are written onto it. */
  readonly isPrefix: boolean;
  readonly typos: number;
};
type Verdict = Pick<Match, 'term' | 'wanted' | 'how'>;

/** A run of text without spaces: the words are looked for inside. */
const LOOK_INSIDE = 'look inside';

/**
 * Marks what the engine matched, by its rules: folded words, the last word as a prefix, one typo
 * from five letters, two from nine, phrases as they stand. Asking the engine to mark costs it seven times
 * the search.
 */
export function matcherOf(used: readonly Term[]): Matcher {
  const wanted = used.filter(({ kind }) => kind !== 'excluded');
  const phrases = wanted.flatMap((term, at) =>
    isRun(term) ? [{ words: term.words, term: at }] : [],
  );
  const needles = wanted.flatMap((term, at) =>
    isRun(term) ? [] : needlesOf(term, at, at === wanted.length - 1),
  );
  const findWords = wordFinder(needles);
  // Snippet and spelling are made of the same matches, one after the other.
  let last: { text: string; limit: number; matches: readonly Match[] } | null = null;
  return (text, limit) => {
    if (wanted.length === 0) return [];
    if (last?.text !== text || last.limit !== limit) {
      const found = phrases.length > 0 ? phraseMatches(text, phrases, limit) : [];
      const words = needles.length > 0 ? findWords(text, limit - found.length) : [];
      last = { text, limit, matches: inOrder(withoutFarBeginnings([...found, ...words])) };
    }
    return last.matches;
  };
}

/** A phrase of several words: they match only together. */
function isRun({ kind, words }: Term): boolean {
  return kind === 'phrase' && words.length > 1 && !words.some((word) => WITHOUT_SPACES.test(word));
}

function needlesOf({ kind, words }: Term, term: number, isLastTerm: boolean): readonly Needle[] {
  return words.map((word, i) => {
    const isLast = kind === 'word' && isLastTerm && i === words.length - 1;
    const isPrefix = (isLast && word.length > SHORT) || HANGUL.test(word);
    return { word, term, isPrefix, typos: kind === 'phrase' ? 0 : typosIn(word) };
  });
}

function wordFinder(needles: readonly Needle[]): Matcher {
  const spaceless = needles.filter(({ word }) => WITHOUT_SPACES.test(word));
  // Texts repeat their words: each is looked at once.
  const verdicts = new Map<string, Verdict | typeof LOOK_INSIDE | null>();
  const verdictOn = (printed: string) => {
    const word = fold(printed);
    const verdict = WITHOUT_SPACES.test(word) ? LOOK_INSIDE : verdictOf(word, needles);
    verdicts.set(printed, verdict);
    return verdict;
  };
  const candidates = candidatesFor(needles);
  return (text, limit) => {
    const matches: Match[] = [];
    for (const found of text.matchAll(candidates)) {
      if (matches.length >= limit) break;
      const [printed] = found;
      const known = verdicts.get(printed);
      const verdict = known === undefined ? verdictOn(printed) : known;
      if (verdict === LOOK_INSIDE) matches.push(...inside(printed, found.index, spaceless));
      else if (verdict) {
        matches.push({ span: [found.index, found.index + printed.length], ...verdict });
      }
    }
    return matches;
  };
}

/**
 * The words that can match at all: those that begin with the first letter of a needle, and those that
 * begin outside ASCII, which may fold to it. Most words of most texts are not even looked at.
 */
function candidatesFor(needles: readonly Needle[]): RegExp {
  // With two typos the first letter may be wrong.
  if (needles.some(({ typos }) => typos > 1)) return WORD;
  const first = needles
    .map(({ word }) => word[0] ?? '')
    .filter((letter) => /[a-z0-9]/.test(letter));
  const initials = [...new Set(first)].map((letter) => letter + letter.toUpperCase()).join('');
  const initial = `[${initials}[${WORD_LETTER}--[\\x00-\\x7f]]]`;
  return new RegExp(`${initial}(?<!${WORD_LETTER}.)${WORD_LETTER}*`, 'gv');
}

function verdictOf(word: string, needles: readonly Needle[]): Verdict | null {
  let typo: Verdict | null = null;
  for (const needle of needles) {
    const how = matchOf(word, needle);
    if (how === null) continue;
    const verdict = { term: needle.term, wanted: needle.word, how };
    if (how !== 'typo') return verdict;
    typo ??= verdict;
  }
  return typo;
}

function matchOf(word: string, { word: wanted, isPrefix, typos }: Needle): Match['how'] | null {
  if (word === wanted || word === ARABIC_ARTICLE + wanted) return 'exact';
  if (isPrefix && word.startsWith(wanted)) return 'beginning';
  const beginning = isPrefix ? word.slice(0, wanted.length) : word;
  return isWithin(typos, word, wanted) || (isPrefix && isWithin(typos, beginning, wanted))
    ? 'typo'
    : null;
}

/** The engine counts a wrong first letter as two typos, and two letters that changed places as one. */
function isWithin(typos: number, word: string, wanted: string): boolean {
  const left = word[0] === wanted[0] ? typos : typos - 1;
  if (left < 1 || Math.abs(word.length - wanted.length) > left) return false;
  return distance(word, wanted) - (isSwapped(word, wanted) ? 1 : 0) <= left;
}

function typosIn(word: string): number {
  if (word.length < ONE_TYPO_FROM || /\d/.test(word)) return 0;
  return word.length < TWO_TYPOS_FROM ? 1 : 2;
}

function phraseMatches(
  text: string,
  phrases: readonly { readonly words: readonly string[]; readonly term: number }[],
  limit: number,
): readonly Match[] {
  const printed = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word: fold(word),
    span: [index, index + word.length] as const,
  }));
  return phrases.flatMap(({ words, term }) =>
    printed
      .flatMap(({ span: [start] }, at): readonly Match[] => {
        const last = printed[at + words.length - 1];
        const isHere = last && words.every((word, i) => printed[at + i]?.word === word);
        const wanted = words.join(' ');
        return isHere ? [{ span: [start, last.span[1]], term, wanted, how: 'exact' }] : [];
      })
      .slice(0, limit),
  );
}

/** Where "Nam" stands in a text, "Namibia" was not meant, but "Nams" may have been. */
function withoutFarBeginnings(matches: readonly Match[]): readonly Match[] {
  const whole = new Set(
    matches.flatMap(({ how, wanted }) =>
      how === 'exact' && wanted.length === SHORT + 1 ? [wanted] : [],
    ),
  );
  if (whole.size === 0) return matches;
  return matches.filter(
    ({ how, wanted, span: [start, end] }) =>
      how !== 'beginning' || !whole.has(wanted) || end - start <= wanted.length + 1,
  );
}

/** A word inside a phrase that matched is marked with the phrase. */
function inOrder(matches: readonly Match[]): readonly Match[] {
  return matches.toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

function inside(run: string, offset: number, needles: readonly Needle[]): readonly Match[] {
  const text = run.toLowerCase();
  return needles.flatMap(({ word, term }) => {
    const matches: Match[] = [];
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      const span: Span = [offset + at, offset + at + word.length];
      matches.push({ span, term, wanted: word, how: 'exact' });
    }
    return matches;
  });
}
