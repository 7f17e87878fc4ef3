import { Converter } from 'opencc-js/t2cn';
import { fold } from '../../config/fold-name.ts';

/** What a UTF-16 unit is to a name. */
export const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
/** A letter of a script without capitals (Arabic, Hebrew, …) that parts words by spaces. */
export const UNCASED = 3;
export const HANGUL = 4;
export const HAN = 5;
export const KANA = 6;
/** Stress marks, soft hyphens and their like: not there for matching. */
export const MARK = 7;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/[\p{M}\u00ad\u200b-\u200f\u2060\ufeff]/u, MARK],
  [/\p{Script=Hangul}/u, HANGUL],
  [/\p{Script=Han}/u, HAN],
  [/[\p{Script=Hiragana}\p{Script=Katakana}ー]/u, KANA],
  [/\p{Lu}/u, UPPER],
  [/\p{Ll}/u, LOWER],
  [/\p{L}/u, UNCASED],
];

const UNITS = 0x10000;
const classes = new Uint8Array(UNITS);
const folded = new Uint16Array(UNITS);
/** Letters that fold to two (ß, æ, œ, þ). */
const foldedToTwo = new Map<number, readonly number[]>();

// One table for every unit, made once: the scan then never builds a string.
fillTables();

function fillTables(): void {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  for (let unit = 0; unit < UNITS; unit++) {
    if (unit >= 0xd800 && unit <= 0xf8ff) continue;
    const letter = String.fromCharCode(unit);
    const found = CLASSES.find(([shape]) => shape.test(letter));
    if (!found || unit === 0x30fb) continue;
    classes[unit] = found[1];
    if (found[1] !== MARK) setFold(unit, found[1] === HAN ? toSimplified(letter) : fold(letter));
  }
}

function setFold(unit: number, to: string): void {
  if (to.length === 2) foldedToTwo.set(unit, [to.charCodeAt(0), to.charCodeAt(1)]);
  else if (to.length === 1) folded[unit] = to.charCodeAt(0);
  else classes[unit] = MARK;
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  return classes[unit] as number;
}

/** Folded units of one letter: simplified Han, lower case without diacritics otherwise. */
export function foldUnit(unit: number): number {
  return folded[unit] as number;
}

/** The two units of a letter that folds to two; nothing for all others. */
export function foldsToTwo(unit: number): readonly number[] | undefined {
  return foldedToTwo.get(unit);
}

export function isAlphabetic(letterClass: number): boolean {
  return letterClass >= LOWER && letterClass <= UNCASED;
}

export function isUnspaced(letterClass: number): boolean {
  return letterClass >= HANGUL && letterClass <= KANA;
}

/** Folded letters of a name or a word, as the scan sees them. */
export function foldLetters(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const letterClass = classOf(unit);
    if (letterClass === OTHER || letterClass === MARK) continue;
    const two = foldedToTwo.get(unit);
    out += two ? String.fromCharCode(...two) : String.fromCharCode(folded[unit] as number);
  }
  return out;
}
