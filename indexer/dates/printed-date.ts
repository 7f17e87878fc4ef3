import type { PartialDate } from '../partial-date.ts';
import { readDateAt } from './date-forms.ts';
import { normaliseText } from './normalised-text.ts';
import { resolveDate } from './resolve-date.ts';

/** A date found in visible text: what it says, how it is printed, and where. */
export type FoundDate = {
  readonly date: PartialDate;
  readonly printed: string;
  /** UTF-16 units of the text that was searched, end exclusive. */
  readonly span: [number, number];
};

/** Characters of a text that are searched for its date. */
const SEARCHED = 600;
/** A date begins where a word or a number begins. */
const STARTS = /(?<![\p{L}\p{M}\d])[\p{L}\d]/gu;
const CJK_STARTS = /(?<!\d)\d|[民令平昭大주一二三四五六七八九]/gu;

/**
 * The first full date printed in a visible text, such as "Publié le 18 juil. 2024 à 08:01". With `near`
 * (a date the page is known to be close to) a date without year is read too, and `04/09/2025` can be
 * told the right way round; without it `04/09/2025` is read day first unless the language is American
 * English, and a date without year is nothing.
 */
export function readPrintedDate(
  text: string,
  language: string | null,
  near: PartialDate | null = null,
): FoundDate | null {
  const normalised = normaliseText(text, SEARCHED);
  const reading = { language, yearless: false };
  for (const at of startsIn(normalised.text)) {
    const written = readDateAt(normalised.text, at, reading);
    if (!written || written.month === null || (written.year === null && !near)) continue;
    const ordered = written.ambiguous && !near ? inHouseOrder(written, language) : written;
    const { date } = resolveDate(ordered, near);
    if (!date) continue;
    const span: [number, number] = [
      normalised.sourceOffset(at),
      normalised.sourceOffset(written.end - 1) + 1,
    ];
    return { date, printed: text.slice(...span), span };
  }
  return null;
}

function inHouseOrder<T extends { day: number | null; month: number | null }>(
  written: T,
  language: string | null,
): T & { ambiguous: false } {
  const american = language === 'en-US';
  const { day, month } = written;
  return { ...written, ambiguous: false, ...(american ? { day: month, month: day } : {}) };
}

function startsIn(text: string): readonly number[] {
  const starts = new Set<number>();
  for (const pattern of [STARTS, CJK_STARTS]) {
    for (const found of text.matchAll(pattern)) starts.add(found.index);
  }
  return [...starts].sort((a, b) => a - b);
}
