import { localeOf } from './browser/language.ts';

/** Dates, numbers and language names, written as the language of the interface writes them. */
export interface Formats {
  number(n: number): string;
  /** A partial date (`2025`, `2025-09`, `2025-09-04`), as precise as it is. */
  date(partial: string): string;
  /** Month and day without a year, from `MM-DD`. */
  monthDay(monthDay: string): string;
  /** A month by its number (`01` to `12`). */
  monthName(month: string, length?: 'long' | 'short'): string;
  /** A language by its BCP 47 tag; the tag itself when it has no name. */
  languageName(tag: string): string;
  /** A script by its ISO 15924 code. */
  scriptName(code: string): string;
  /** Day and time with the zone that the time is in: this machine's. */
  moment(instant: Date): string;
  /** From 0 to 100, with one decimal where there is one. */
  percent(percent: number): string;
}

// Only these shapes: `Date.parse` reads a day into almost any text.
const PARTIAL_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Formats for one language of the interface. */
export function formatsFor(language: string): Formats {
  const locale = localeOf(language);
  const figures = new Intl.NumberFormat(locale);
  const names = new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' });
  const scripts = new Intl.DisplayNames([locale], { type: 'script' });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const moments = new Intl.DateTimeFormat(locale, {
    ...{ year: 'numeric', month: 'long', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  });
  const dateFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const byLength = new Map([
    ['2025'.length, dateFormat({ year: 'numeric' })],
    ['2025-09'.length, dateFormat({ year: 'numeric', month: 'long' })],
    ['2025-09-04'.length, dateFormat({ year: 'numeric', month: 'long', day: 'numeric' })],
  ]);
  const longMonth = dateFormat({ month: 'long' });
  const shortMonth = dateFormat({ month: 'short' });
  const dayOfYear = dateFormat({ month: 'long', day: 'numeric' });
  return {
    number: (n) => figures.format(n),
    date: (partial) => {
      const [, year, month = '01', day = '01'] = PARTIAL_DATE.exec(partial) ?? [];
      if (year === undefined) return partial;
      const format = byLength.get(partial.length) ?? byLength.get(4);
      return format?.format(Date.parse(`${year}-${month}-${day}`)) ?? partial;
    },
    monthName: (month, length = 'long') =>
      (length === 'long' ? longMonth : shortMonth).format(Date.parse(`2000-${month}-01`)),
    monthDay: (monthDay) => dayOfYear.format(Date.parse(`2000-${monthDay}`)),
    languageName: (tag) => nameOf(names, tag),
    scriptName: (code) => nameOf(scripts, code),
    moment: (instant) => moments.format(instant),
    percent: (percent) => percents.format(percent / 100),
  };
}

function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
