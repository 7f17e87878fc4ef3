import { classOf, isAlphabetic, LOWER, MARK, UPPER } from './letters.ts';

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

function gapOf(text: string, from: number, to: number): Gap {
  if (from === to) return GAP.none;
  const between = text.slice(from, to);
  if (between.length > 4)
    return between.trim() === '' && !between.includes('\n\n') ? GAP.space : GAP.stop;
  if (between.includes('\n\n')) return GAP.stop;
  const sign = between.trim();
  if (sign === '') return GAP.space;
  if (sign === '.') return GAP.dot;
  if (sign === ',' && between.length > 1) return GAP.comma;
  if (sign.length > 1 || sign.length < between.length) return GAP.stop;
  if (HYPHENS.includes(sign)) return GAP.hyphen;
  return APOSTROPHES.includes(sign) ? GAP.apostrophe : GAP.stop;
}
