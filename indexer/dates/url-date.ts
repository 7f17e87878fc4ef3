import { type PartialDate, partialDateOf } from '../partial-date.ts';

/** Shapes in which addresses carry the day of a page; the most telling first. */
const SHAPES: readonly RegExp[] = [
  /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)/,
  /\/((?:19|20)\d{2})\/([a-z]{3})\/(\d{1,2})(?=\/|$)/i,
  /[/_.=-]((?:19|20)\d{2})[-_](\d{2})[-_](\d{2})(?!\d)/,
  /[/_.=-]((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/,
  /\/((?:19|20)\d{2})\/(\d{2})(\d{2})(?=\/|$)/,
  /\/((?:19|20)\d{2})[/-](\d{1,2})(?=\/|$)/,
];

const ENGLISH_MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Longest address that is looked at. */
const LONGEST_URL = 2000;

/** The date in a page's address (`/2025/09/09/…`), to the month if no day is there; else `null`. */
export function dateFromUrl(url: string): PartialDate | null {
  const path = url.slice(0, LONGEST_URL).replace(/^[a-z]+:\/\/[^/]*/i, '');
  for (const shape of SHAPES) {
    const [, year, month, day] = shape.exec(path) ?? [];
    if (!year || !month) continue;
    const date = partialDateOf(Number(year), monthNumber(month), day ? Number(day) : undefined);
    if (date) return date;
  }
  return null;
}

function monthNumber(printed: string): number {
  const named = ENGLISH_MONTHS.indexOf(printed.toLowerCase());
  return named >= 0 ? named + 1 : Number(printed);
}
