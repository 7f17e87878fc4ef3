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
/** Filled letter by letter, as texts and names bring them: the scan then never builds a string. */
const classes = new Uint8Array(UNITS);
const folded = new Uint16Array(UNITS);
/** Letters that fold to two (ß, æ, œ, þ). */
const foldedToTwo = new Map<number, readonly number[]>();
/** Marks a unit that has not been looked at; 0 is OTHER. */
const UNSEEN = 0xff;
classes.fill(UNSEEN);

/** Made when the first Chinese letter comes: its tables take a while to build. */
let toSimplified: ((text: string) => string) | undefined;

function learn(unit: number): number {
  const isPair = unit >= 0xd800 && unit <= 0xf8ff;
  const letter = String.fromCharCode(unit);
  const found = isPair || unit === 0x30fb ? OTHER : shapeOf(letter);
  classes[unit] = found;
  if (isDigit(unit)) folded[unit] = unit;
  if (found !== MARK && found !== OTHER)
    setFold(unit, found === HAN ? simplify(letter) : fold(letter));
  return classes[unit] as number;
}

function shapeOf(letter: string): number {
  return CLASSES.find(([shape]) => shape.test(letter))?.[1] ?? OTHER;
}

function simplify(letter: string): string {
  const convert = toSimplified ?? Converter({ from: 't', to: 'cn' });
  toSimplified = convert;
  return convert(letter);
}

function setFold(unit: number, to: string): void {
  if (to.length === 2) foldedToTwo.set(unit, [to.charCodeAt(0), to.charCodeAt(1)]);
  else if (to.length === 1) folded[unit] = to.charCodeAt(0);
  else classes[unit] = MARK;
}

/** The class of a UTF-16 unit. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  return known === UNSEEN ? learn(unit) : known;
}

/** Folded units of one letter: simplified Han, lower case without diacritics otherwise. */
export function foldUnit(unit: number): number {
  if (classes[unit] === UNSEEN) learn(unit);
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

/** Digits are no letters, but part of a few names: 베네딕토 16세 is not 베네딕토 15세. */
export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Folded letters of a name or a word, as the scan sees them. */
export function foldLetters(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const letterClass = classOf(unit);
    if (letterClass === MARK || (letterClass === OTHER && !isDigit(unit))) continue;
    const two = foldedToTwo.get(unit);
    out += two ? String.fromCharCode(...two) : String.fromCharCode(folded[unit] as number);
  }
  return out;
}
