import { readPrintedDate } from '../dates/printed-date.ts';
import { type PartialDate, toPartialDate } from '../partial-date.ts';

/** Reads a machine-written date and time: the day it names in its own zone. */
export function dayOf(text: string, language: string | null): PartialDate | null {
  const value = text.trim();
  const iso =
    /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(value) ??
    /^(\d{4})[/.](\d{2})[/.](\d{2})(?!\d)/.exec(value) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})(?:T|\s|$|\d{4,6}$)/.exec(value);
  if (iso) return plausible(toPartialDate(`${iso[1]}-${iso[2]}-${iso[3]}`));
  if (/^\d{10}(?:\d{3})?$/.test(value)) {
    return plausible(
      toPartialDate(new Date(Number(value.padEnd(13, '0'))).toISOString().slice(0, 10)),
    );
  }
  return plausible(readPrintedDate(value.slice(0, 120), language)?.date ?? null);
}

/** What systems write when they know no date: the first days of their calendars. */
const ZERO_DAYS = new Set(['1899-12-30', '1899-12-31', '1900-01-01', '1969-12-31', '1970-01-01']);

/** Since 1835 there are agencies; archives date digitised pages by the day they were printed. */
export function plausible(date: PartialDate | null): PartialDate | null {
  return date && date >= '1835' && date < '2100' && !ZERO_DAYS.has(date) ? date : null;
}

/** A page of the web, as against one that was digitised or tells of the past. */
export function isOfTheWeb(date: PartialDate): boolean {
  return date >= '1980';
}
