import { distance } from 'fastest-levenshtein';
import { scanWords } from './scan-words.ts';
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
/** Headline, standfirst and text. */
const TEXTS_OF_A_DISPATCH = 3;

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
  return remembered((text, limit) => {
    if (wanted.length === 0) return [];
    const found = phrases.length > 0 ? phraseMatches(text, phrases, limit) : [];
    const words = needles.length > 0 ? findWords(text, limit - found.length) : [];
    return inOrder(withoutFarBeginnings([...found, ...words]));
  });
}

/** Snippet and spelling are made of the same matches in the few texts of one dispatch. */
function remembered(find: Matcher): Matcher {
  let recent: { text: string; limit: number; matches: readonly Match[] }[] = [];
  return (text, limit) => {
    const known = recent.find((one) => one.text === text && one.limit === limit);
    if (known) return known.matches;
    const matches = find(text, limit);
    recent = [{ text, limit, matches }, ...recent.slice(0, TEXTS_OF_A_DISPATCH - 1)];
    return matches;
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
  const mayMatch = firstLetters(needles);
  return (text, limit) => {
    const matches: Match[] = [];
    if (limit <= 0) return matches;
    scanWords(text, mayMatch, (start, end) => {
      const printed = text.slice(start, end);
      const known = verdicts.get(printed);
      const verdict = known === undefined ? verdictOn(printed) : known;
      if (verdict === LOOK_INSIDE) matches.push(...inside(printed, start, spaceless));
      else if (verdict) matches.push({ span: [start, end], ...verdict });
      return matches.length < limit;
    });
    return matches;
  };
}

/**
 * Tells by its first two letters whether a word can match at all: most words of most texts are not even looked
 * at. What stands outside ASCII may fold to any letter. A wrong first letter takes both of two typos: then the
 * second letter is the first or second of the word, or the first is the second.
 */
function firstLetters(
  needles: readonly Pick<Needle, 'word' | 'typos'>[],
): (first: number, second: number) => boolean {
  const [first, second] = [new Uint8Array(128), new Uint8Array(128)];
  let isLenient = false;
  const allow = (letters: Uint8Array, letter: string | undefined) => {
    for (const one of [letter?.toLowerCase(), letter?.toUpperCase()]) {
      const unit = one?.charCodeAt(0) ?? 128;
      if (unit < 128) letters[unit] = 1;
    }
  };
  for (const { word, typos } of needles) {
    allow(first, word[0]);
    if (typos < 2) continue;
    isLenient = true;
    allow(first, word[1]);
    allow(second, word[0]);
    allow(second, word[1]);
  }
  return (a, b) => a >= 128 || first[a] === 1 || (isLenient && (b >= 128 || second[b] === 1));
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
  const spans: Span[] = [];
  scanWords(text, everyWord, (start, end) => spans.push([start, end]) > 0);
  const printedAt = (at: number) => {
    const span = spans[at];
    return span && text.slice(...span);
  };
  return phrases.flatMap(({ words, term }) => {
    const mayBegin = firstLetters([{ word: words[0] ?? '', typos: 0 }]);
    const wanted = words.join(' ');
    const matches: Match[] = [];
    for (const [at, [start]] of spans.entries()) {
      if (matches.length >= limit || !mayBegin(text.charCodeAt(start), 0)) continue;
      const last = spans[at + words.length - 1];
      const isHere = last && words.every((word, i) => fold(printedAt(at + i) ?? '') === word);
      if (isHere) matches.push({ span: [start, last[1]], term, wanted, how: 'exact' });
    }
    return matches;
  });
}

function everyWord(): boolean {
  return true;
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
