import { fold } from '../../config/fold.ts';
import { gregorianYear } from './calendars.ts';
import { monthNamed, type NamedMonth } from './month-names.ts';
import { isWeekday } from './weekdays.ts';

const TWO_WORDS = /\p{L}[\p{L}\p{M}'’]*[.\s][\p{L}\p{M}]+/uy;
const ONE_WORD = /\p{L}[\p{L}\p{M}'’]*/uy;
/** "ايلول/ سبتمبر", "أغسطس آب": the same month twice. */
const TWIN_MONTH = /\s?[/ ]\s?(\p{L}[\p{L}\p{M}]*)/uy;

/** Reads a month's name, of one or two words, with its full stop. */
export function readMonth(
  text: string,
  at: number,
  language: string | null,
): { month: NamedMonth; end: number } | null {
  for (const words of [TWO_WORDS, ONE_WORD]) {
    words.lastIndex = at;
    const printed = words.exec(text)?.[0];
    const month = printed ? monthNamed(printed, language) : null;
    if (!printed || !month) continue;
    let end = at + printed.length;
    if (text[end] === '.') end += 1;
    return { month, end: skipTwin(text, end, month, language) };
  }
  return null;
}

function skipTwin(text: string, at: number, month: NamedMonth, language: string | null): number {
  TWIN_MONTH.lastIndex = at;
  const twin = TWIN_MONTH.exec(text);
  const second = twin?.[1] ? monthNamed(twin[1], language) : null;
  return twin && second?.month === month.month ? at + twin[0].length : at;
}

/** The Gregorian year of printed digits; two digits are taken within 1950 to 2049. */
export function readYear(digits: string): number | null {
  if (/^\d{2}$/.test(digits)) return Number(digits) + (Number(digits) < 50 ? 2000 : 1900);
  return /^\d{4}$/.test(digits) ? gregorianYear(Number(digits)) : null;
}

/** Two letters ("Mo.", "So.") are as often a state or a conjunction. */
const BEFORE = /\p{L}[\p{L}\p{M}'’-]{2,}\.?,?\s/uy;

/** Where the date begins after a weekday at `at`; `null` when there is no weekday. */
export function skipWeekday(text: string, at: number): number | null {
  BEFORE.lastIndex = at;
  const word = BEFORE.exec(text)?.[0];
  if (!word) return null;
  const next = text.charAt(at + word.length);
  // Weekday names are looked up only where a date may follow.
  if (!/[\p{L}\d]/u.test(next)) return null;
  return isWeekday(word.replace(/[.,\s]+$/, '')) ? at + word.length : null;
}

const AFTER = /,?\s\(?(\p{L}[\p{L}\p{M}'’-]{2,})\)?/uy;

/** Reads over ", csütörtök" behind a date. */
export function skipWeekdayAfter(text: string, at: number): number {
  AFTER.lastIndex = at;
  const found = AFTER.exec(text);
  return found?.[1] && isWeekday(found[1]) ? at + found[0].length : at;
}

/** Days of the month as Hindi agencies spell them out, 1 to 31; alternatives parted by `|`. */
const HINDI_DAYS =
  'एक दो तीन चार पांच|पाँच छह|छः|छ सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह सोलह सत्रह अठारह उन्नीस बीस इक्कीस बाईस|बाइस तेईस|तेइस चौबीस पच्चीस छब्बीस सत्ताईस|सत्ताइस अट्ठाईस|अट्ठाइस उनतीस|उन्तीस तीस इकतीस|इकत्तीस';
const SPELLED_DAYS: ReadonlyMap<string, number> = new Map(
  HINDI_DAYS.split(' ').flatMap((forms, index) =>
    forms.split('|').map((form): [string, number] => [fold(form), index + 1]),
  ),
);
const DEVANAGARI_WORD = /[\u0900-\u0963\u0970-\u097f]+\s/uy;

/** "चार सितंबर": the day in words. */
export function readSpelledDay(text: string, at: number): { day: number; end: number } | null {
  DEVANAGARI_WORD.lastIndex = at;
  const word = DEVANAGARI_WORD.exec(text)?.[0];
  const day = word ? SPELLED_DAYS.get(fold(word)) : undefined;
  return word && day !== undefined ? { day, end: at + word.length } : null;
}
