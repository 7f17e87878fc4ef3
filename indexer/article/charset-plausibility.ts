import { foreignLetters } from './alphabets.ts';
import { languageDetector } from './language-detector.ts';

/** How much a text reads like one, roughly 0 to 3; below 0 for rubbish. */
export function plausibility(text: string): number {
  return wellFormedness(text) + wordiness(text);
}

/** Scripts by which a word is of one piece. */
const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u,
  /\p{Script=Hangul}/u,
];

function scriptOf(char: string): number {
  return SCRIPTS.findIndex((script) => script.test(char));
}

/** Share of the characters above ASCII that stand as letters and signs stand in writing; negative when few do. */
export function wellFormedness(text: string): number {
  const chars = [...text.slice(0, 4_000)];
  let counted = 0;
  let sum = 0;
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char < '\u0080') continue;
    counted += 1;
    sum += standing(chars[at - 1] ?? ' ', char, chars[at + 1] ?? ' ');
  }
  return counted === 0 ? 0 : sum / counted;
}

function standing(before: string, char: string, after: string): number {
  if (/[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(char)) return -6;
  const joins = isLetterOrMark(before) || isLetterOrMark(after);
  if (!isLetterOrMark(char)) return signStanding(before, char, after);
  if (!joins)
    return /[àèéòóôâêîûaoeiuyäöåвиксоуяаеαηοιоуи一-鿿가-힣ぁ-ヿ]/iu.test(char) ? 0.3 : -0.5;
  return pairing(before, char) + pairing(char, after);
}

/** Two neighbours: half a point when they fit, less than nothing when no writing has them. */
function pairing(left: string, right: string): number {
  if (!isLetterOrMark(left) || !isLetterOrMark(right)) return 0.25;
  if (!isOneScript(left, right)) return -1.5;
  const isRising = /\p{Ll}/u.test(left) && /\p{Lu}/u.test(right);
  return isRising ? -1 : 0.5;
}

function isLetterOrMark(char: string): boolean {
  return /[\p{L}\p{M}]/u.test(char);
}

/** Accents that combine with European letters, vowel signs that combine with Arabic ones. */
function isOneScript(left: string, right: string): boolean {
  if (/[\u0300-\u036f]/.test(right)) return scriptOf(left) <= 2;
  if (/[\u064b-\u0655\u0670]/.test(right))
    return scriptOf(left) === 4 || /[\u064b-\u0655]/.test(left);
  return scriptOf(left) === scriptOf(right) || /[\u0300-\u036f\u064b-\u0655]/.test(left);
}

const QUOTES = /[“”„‘’‚«»–—…•·°№€£§©®™¡¿、。，．「」『』（）！？：；・％　《》“”―‐]/u;

function signStanding(before: string, char: string, after: string): number {
  const isBetweenLetters = /\p{L}/u.test(before) && /\p{L}/u.test(after);
  if (/\s/.test(char)) return 1;
  if (!QUOTES.test(char)) return /[×÷±µ]/.test(char) && /\d/.test(before + after) ? 0.7 : -1.5;
  if (isBetweenLetters && !/[’–—·・、。，「」『』（）《》：；！？“”]/.test(char)) return -1.5;
  return 0.7;
}

/** How well the best language explains the words, 0 to about 1; letters that it does not write count against. */
function wordiness(text: string): number {
  const result = languageDetector.detect(text.slice(0, 3_000));
  if (result.language === '') return 0;
  const score = result.getScores()[result.language] ?? 0;
  return score - foreignLetters(text, result.language) * 0.5;
}
