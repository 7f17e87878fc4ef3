import { daysIn } from '../partial-date.ts';

/** Calendars whose month names the press prints. */
export type CalendarName =
  | 'gregorian'
  | 'persian'
  | 'islamic-umalqura'
  | 'ethiopic'
  | 'bikram-sambat';

export type CalendarDay = { readonly year: number; readonly month: number; readonly day: number };

const DAY_MS = 86_400_000;

/** Mean length of a year and the Gregorian year of year 0: enough to land within a month of the day. */
const FIRST_GUESS = {
  persian: { yearDays: 365.2422, yearZero: 621.22 },
  'islamic-umalqura': { yearDays: 354.367, yearZero: 621.58 },
  ethiopic: { yearDays: 365.25, yearZero: 7.7 },
} as const;

type IntlCalendar = keyof typeof FIRST_GUESS;

/**
 * The Gregorian day of a day of another calendar, by asking `Intl` which day reads so.
 * `null` when there is no such day, or for Bikram Sambat, which `Intl` does not know.
 */
export function toGregorian(calendar: CalendarName, date: CalendarDay): CalendarDay | null {
  if (calendar === 'gregorian') return isRealDay(date) ? date : null;
  if (calendar === 'bikram-sambat') return null;
  return searchDay(calendar, date);
}

function isRealDay({ year, month, day }: CalendarDay): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function searchDay(calendar: IntlCalendar, wanted: CalendarDay): CalendarDay | null {
  const { yearDays, yearZero } = FIRST_GUESS[calendar];
  const years = wanted.year + (wanted.month - 1) / 12 + wanted.day / 365;
  const guess = Math.floor((yearZero - 1970) * 365.2425 + years * yearDays);
  const read = calendarReader(calendar);
  for (let distance = 0; distance <= 45; distance++) {
    for (const shift of distance === 0 ? [0] : [distance, -distance]) {
      const at = (guess + shift) * DAY_MS;
      const found = read(at);
      if (found.year === wanted.year && found.month === wanted.month && found.day === wanted.day) {
        return gregorianOf(at);
      }
    }
  }
  return null;
}

function gregorianOf(time: number): CalendarDay {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const readers = new Map<IntlCalendar, (time: number) => CalendarDay>();

function calendarReader(calendar: IntlCalendar): (time: number) => CalendarDay {
  const known = readers.get(calendar);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en', {
    calendar,
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const read = (time: number): CalendarDay => {
    const parts = format.formatToParts(time);
    const part = (type: string) =>
      Number.parseInt(parts.find((p) => p.type === type)?.value ?? '0', 10);
    return { year: part('year'), month: part('month'), day: part('day') };
  };
  readers.set(calendar, read);
  return read;
}

/** Years of Gregorian months counted from elsewhere: Gregorian year = base + n. Months and days are the same. */
const YEAR_BASES = {
  juche: 1911,
  minguo: 1911,
  reiwa: 2018,
  heisei: 1988,
  showa: 1925,
  taisho: 1911,
  buddhist: -543,
} as const;

export type EraName = keyof typeof YEAR_BASES;

/** Gregorian year of year `n` of an era that shares our months. */
export function yearOfEra(era: EraName, n: number): number {
  return YEAR_BASES[era] + n;
}

/**
 * The Gregorian year a bare printed number stands for: itself from 1700 to 2100, a Thai or Lao
 * Buddhist year from 2400 on; `null` for anything else.
 */
export function gregorianYear(printed: number): number | null {
  if (printed >= 1700 && printed <= 2100) return printed;
  if (printed >= 2400 && printed <= 2700) return yearOfEra('buddhist', printed);
  return null;
}
