/** How a word is written; the numbers are values of features and must not change without training anew. */
export const CASE = {
  none: 1,
  lower: 2,
  capitalised: 3,
  upper: 4,
  mixed: 5,
  initial: 6,
  number: 7,
  quote: 8,
  bracket: 9,
  fullStop: 10,
  comma: 11,
  dash: 12,
} as const;

const MARKS: ReadonlyMap<string, number> = new Map([
  ...[...'"«»„“”‘’\'‹›'].map((mark) => [mark, CASE.quote] as const),
  ...[...'()[]{}'].map((mark) => [mark, CASE.bracket] as const),
  ...[...'.!?…;:'].map((mark) => [mark, CASE.fullStop] as const),
  [',', CASE.comma] as const,
  ...[...'-–—/'].map((mark) => [mark, CASE.dash] as const),
]);

/** The case of a word: one of CASE. */
export function toCase(word: string): number {
  const mark = MARKS.get(word);
  if (mark !== undefined) return mark;
  if (/^\p{N}/u.test(word)) return CASE.number;
  if (!/^\p{L}/u.test(word)) return CASE.none;
  if (/^(?:\p{Lu}\p{M}*\.-?)+$/u.test(word) || /^\p{Lu}\p{M}*$/u.test(word)) return CASE.initial;
  if (/^[\p{Lu}\p{M}\P{L}]+$/u.test(word)) return CASE.upper;
  if (/^\p{Lu}/u.test(word)) {
    return /^\p{Lu}[\p{Ll}\p{M}.'’]*$/u.test(word) ? CASE.capitalised : CASE.mixed;
  }
  return /\p{Lu}/u.test(word) ? CASE.mixed : CASE.lower;
}

/** The pattern of a word with runs shortened: "McCartney-2" → "XxXx-9". */
export function toShape(word: string): string {
  return word
    .replace(/\p{Lu}\p{M}*/gu, 'X')
    .replace(/\p{N}+/gu, '9')
    .replace(/(?![X9])[\p{L}\p{M}]+/gu, 'x')
    .replace(/XX+/g, 'XX')
    .slice(0, 8);
}

/** Scripts without letter case are left to the authority file: Han, kana, Hangul, Arabic, Hebrew, Thai. */
export function isAlphabetic(word: string): boolean {
  return !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u.test(
    word,
  );
}
