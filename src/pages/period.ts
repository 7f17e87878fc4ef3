import { type PartialDate, toPartialDate } from '../../indexer/partial-date.ts';

/** Spans of time that end today, as the address says them: an address that was shared stays true. */
export const PERIODS = ['7d', '30d', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** A span that was asked for, and the first day it has today. */
export interface ChosenPeriod {
  readonly period: Period;
  readonly from: PartialDate;
}

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<Period, number | null>> = { '7d': 7, '30d': 30, year: null };

export function isPeriod(text: string): text is Period {
  return (PERIODS as readonly string[]).includes(text);
}

/** The first day of a span that ends `today` (universal time), that day included; the year for this year. */
export function startOf(period: Period, today: Date): PartialDate {
  const days = DAYS[period];
  const first = days === null ? today : new Date(today.getTime() - (days - 1) * DAY_MS);
  const text = first.toISOString().slice(0, days === null ? 4 : 10);
  return toPartialDate(text) ?? raise(text);
}

/**
 * An address of ours with the span in the place of the day it begins on. What was said relative to today
 * stays so in every link, until the reader chooses other dates.
 */
export function withPeriod(address: string, { period, from }: ChosenPeriod): string {
  if (/[?&]to=/.test(address)) return address;
  const day = new RegExp(`([?&])from=${from}(?=&|#|$)`);
  return address.replace(day, `$1period=${period}`);
}

function raise(text: string): never {
  throw new Error(`not a day: ${text}`);
}
