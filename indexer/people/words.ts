import { classOf, foldLetters, isAlphabetic, LOWER, MARK, UPPER } from './letters.ts';

/** What stands between a word and the one before it. */
export const GAP = {
  none: 0,
  space: 1,
  hyphen: 2,
  apostrophe: 3,
  dot: 4,
  comma: 5,
  stop: 6,
} as const;
export type Gap = (typeof GAP)[keyof typeof GAP];

/** One word of an alphabetic script; a capital inside a word starts a new one (`ComradeKim`). */
export type Word = {
  readonly start: number;
  readonly end: number;
  /** Starts with a capital, or belongs to a script without them. */
  readonly upper: boolean;
  readonly gap: Gap;
};

/** A text cut into words, and the language it is in. */
export type WordText = {
  readonly text: string;
  readonly words: readonly Word[];
  readonly language: string | null;
  /** The words folded, as far as anybody has asked for them; see `lettersAt`. */
  readonly folded: (string | undefined)[];
};

/** Cuts a text. `language` is BCP 47 or null. */
export function toWordText(text: string, language: string | null): WordText {
  return { text, words: wordsOf(text), language: language?.split('-')[0] ?? null, folded: [] };
}

/** The folded letters of a word; empty beyond the ends of the text. */
export function lettersAt(input: WordText, at: number): string {
  const before = input.folded[at];
  if (before !== undefined) return before;
  const word = input.words[at];
  if (!word) return '';
  const letters = foldLetters(input.text.slice(word.start, word.end));
  input.folded[at] = letters;
  return letters;
}

const HYPHENS = '-‐‑‒–−';
const APOSTROPHES = "'’‘ʼ`´ʹ";

/** The words of an alphabetic text in order. Han, Hangul and Kana are left out and count as stops. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  let before = 0;
  while (at < text.length) {
    if (!isAlphabetic(classOf(text.charCodeAt(at)))) {
      at++;
      continue;
    }
    const end = endOfWord(text, at);
    const upper = classOf(text.charCodeAt(at)) !== LOWER;
    words.push({
      start: at,
      end,
      upper,
      gap: words.length === 0 ? GAP.stop : gapOf(text, before, at),
    });
    before = end;
    at = end;
  }
  return words;
}

function endOfWord(text: string, start: number): number {
  let previous = classOf(text.charCodeAt(start));
  let at = start + 1;
  for (; at < text.length; at++) {
    const letterClass = classOf(text.charCodeAt(at));
    if (letterClass === MARK) continue;
    if (!isAlphabetic(letterClass)) break;
    if (letterClass === UPPER && (previous === LOWER || startsNameInCapitals(text, start, at)))
      break;
    previous = letterClass;
  }
  return at;
}

/** The K of `HEKim`: a capital that ends a run of at least two and opens a word in lower case. */
function startsNameInCapitals(text: string, start: number, at: number): boolean {
  return (
    at - start >= 2 &&
    classOf(text.charCodeAt(at + 1)) === LOWER &&
    classOf(text.charCodeAt(at + 2)) === LOWER &&
    classOf(text.charCodeAt(at - 1)) === UPPER &&
    classOf(text.charCodeAt(at - 2)) === UPPER
  );
}

const LONGEST_GAP = 4;

function gapOf(text: string, from: number, to: number): Gap {
  if (from === to) return GAP.none;
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return GAP.space;
  const between = text.slice(from, to);
  const sign = between.trim();
  if (between.includes('\n\n')) return GAP.stop;
  if (sign === '') return GAP.space;
  return to - from > LONGEST_GAP || sign.length > 1
    ? GAP.stop
    : gapOfSign(sign, between.length > 1);
}

function gapOfSign(sign: string, spaced: boolean): Gap {
  if (sign === '.') return GAP.dot;
  if (spaced) return sign === ',' ? GAP.comma : GAP.stop;
  if (HYPHENS.includes(sign)) return GAP.hyphen;
  return APOSTROPHES.includes(sign) ? GAP.apostrophe : GAP.stop;
}
