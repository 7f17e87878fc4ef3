import { toGregorian } from './calendars.ts';
import { CJK_FORMS } from './cjk-dates.ts';
import {
  readMonth,
  readSpelledDay,
  readYear,
  skipWeekday,
  skipWeekdayAfter,
} from './date-words.ts';
import { baseLanguage, type NamedMonth } from './month-names.ts';

/** A date as printed; `null` for a part that is not printed. Months and years are Gregorian. */
export type PrintedDate = {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  /** Where it ends in the text that was read. */
  readonly end: number;
  /** Name of the form, for evidence. */
  readonly form: string;
  /** True for `04/09`: day and month may stand either way round. */
  readonly ambiguous?: boolean;
};

/** How to read: the language of the text; whether a numeric date may lack its year (`31/07`). */
export type DateReading = { readonly language: string | null; readonly yearless: boolean };

type DateForm = (text: string, at: number, reading: DateReading) => PrintedDate | null;

const FORMS: readonly DateForm[] = [
  ...CJK_FORMS,
  isoDate,
  jucheNumeric,
  numericDate,
  yearFirst,
  vietnamese,
  dayMonth,
  romanMonth,
  monthDay,
];

/**
 * Reads the date that begins at `at`, in the first form that fits; a weekday before or after it is
 * read over. `text` is normalised text. `null` when no date begins there.
 */
export function readDateAt(text: string, at: number, reading: DateReading): PrintedDate | null {
  for (const start of [at, skipWeekday(text, at)]) {
    if (start === null) continue;
    for (const form of FORMS) {
      const found = form(text, start, reading);
      if (found && isPossible(found)) {
        return { ...found, end: skipWeekdayAfter(text, found.end) };
      }
    }
  }
  return null;
}

function isPossible({ day, month }: PrintedDate): boolean {
  return (
    (day === null || (day >= 1 && day <= 31)) && (month === null || (month >= 1 && month <= 12))
  );
}

const ISO = /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y;

function isoDate(text: string, at: number): PrintedDate | null {
  const [all, year, , month, day] = match(ISO, text, at) ?? [];
  if (all === undefined) return null;
  const gregorian = readYear(year ?? '');
  if (gregorian === null) return null;
  return {
    day: Number(day),
    month: Number(month),
    year: gregorian,
    end: at + all.length,
    form: 'iso',
  };
}

const JUCHE = /juche\s?(\d{1,3})\s?\.\s?(\d{1,2})\s?\.\s?(\d{1,2})(?!\d)/iy;

function jucheNumeric(text: string, at: number): PrintedDate | null {
  const [all, year, month, day] = match(JUCHE, text, at) ?? [];
  if (all === undefined) return null;
  const end = at + all.length;
  return { day: Number(day), month: Number(month), year: 1911 + Number(year), end, form: 'juche' };
}

const NUMERIC =
  /(\d{1,2})(\s?([./-])\s?)(\d{1,2})(?:\s?\3\s?(\d{4}|\d{2})(?!\d|[:.]\d))?(?![\d%:])/y;

function numericDate(text: string, at: number, reading: DateReading): PrintedDate | null {
  const [all, first, , sign, second, yearDigits] = match(NUMERIC, text, at) ?? [];
  if (all === undefined) return null;
  const year = yearDigits === undefined ? null : readYear(yearDigits);
  if (yearDigits === undefined ? !reading.yearless : year === null) return null;
  const end = at + all.length;
  const [a, b] = [Number(first), Number(second)];
  if (a <= 12 && b > 12) return { day: b, month: a, year, end, form: 'numeric-mdy' };
  const ambiguous = sign !== '.' && a <= 12 && b <= 12 && a !== b;
  return { day: a, month: b, year, end, form: 'numeric-dmy', ambiguous };
}

const YEAR_FIRST = /(\d{4})(?:\.?\s?(?:m\.|metų|gada|g\.|оны|жылғы|\p{L}{0,3}ko))?[.,]?\s/uy;
const MONGOLIAN_MONTH = /(\d{1,2}) (?:дугаар |дүгээр )?сарын (\d{1,2})/y;

/** Hungarian, Lithuanian, Latvian, Mongolian, Nepali: the year leads. */
function yearFirst(text: string, at: number, reading: DateReading): PrintedDate | null {
  const [all, yearDigits] = match(YEAR_FIRST, text, at) ?? [];
  const year = readYear(yearDigits ?? '');
  if (all === undefined || year === null) return null;
  const rest = at + all.length;
  const [numbers, month, day] = match(MONGOLIAN_MONTH, text, rest) ?? [];
  if (numbers) {
    return {
      day: Number(day),
      month: Number(month),
      year,
      end: rest + numbers.length,
      form: 'year-first',
    };
  }
  const found = monthDay(text, rest, reading) ?? dayMonth(text, rest, reading);
  return found && { ...found, year, end: skipMark(text, found.end), form: 'year-first' };
}

const AFTER_DAY = /\s?d\.|\./y;

function skipMark(text: string, at: number): number {
  return at + (match(AFTER_DAY, text, at)?.[0].length ?? 0);
}

const VIETNAMESE = /(?:ngày\s)?(\d{1,2})\s?tháng\s?(\d{1,2})(?:,?\s?(?:năm\s)?(\d{4}))?(?!\d)/iy;

function vietnamese(text: string, at: number): PrintedDate | null {
  const [all, day, month, year] = match(VIETNAMESE, text, at) ?? [];
  if (all === undefined) return null;
  const end = at + all.length;
  return {
    day: Number(day),
    month: Number(month),
    year: readYear(year ?? ''),
    end,
    form: 'day-month',
  };
}

const DAY =
  /([0-9O]{1,2})(?:\s?(?:st|nd|rd|th|er|ème|°|º|ª|-?го|-?те|-a|-ий)(?!\p{L}))?[.\-/]?\s?(?:(?:de|di|of|del|من|від)\s|d['’]\s?)?/iuy;

function dayMonth(text: string, at: number, reading: DateReading): PrintedDate | null {
  const start = readDay(text, at);
  if (!start) return null;
  const named = readMonth(text, start.end, reading.language);
  if (!named) return null;
  return withYear(
    text,
    named.end,
    { day: start.day, named: named.month, form: 'day-month' },
    reading,
  );
}

function readDay(text: string, at: number): { day: number; end: number } | null {
  const [all, digits] = match(DAY, text, at) ?? [];
  // OCR reads a zero as the letter O.
  const day = Number(digits?.replaceAll(/o/gi, '0'));
  if (all !== undefined && day >= 1 && day <= 31) return { day, end: at + all.length };
  return readSpelledDay(text, at);
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
const ROMAN_DATE = /(\d{1,2})[. ]\s?([IVX]{1,4})[. ]\s?(\d{4})(?!\d)/y;

function romanMonth(text: string, at: number): PrintedDate | null {
  const [all, day, roman, yearDigits] = match(ROMAN_DATE, text, at) ?? [];
  const month = ROMAN.indexOf(roman ?? '') + 1;
  const year = readYear(yearDigits ?? '');
  if (all === undefined || month === 0 || year === null) return null;
  return { day: Number(day), month, year, end: at + all.length, form: 'roman-month' };
}

const DAY_AFTER_MONTH =
  /[.-]?\s?(?:the\s)?([0-9O]{1,2})(?:st|nd|rd|th)?(?:\sd\.)?(?![\p{L}\d%]|[.,:]\d)/iuy;

function monthDay(text: string, at: number, reading: DateReading): PrintedDate | null {
  const named = readMonth(text, at, reading.language);
  if (!named) return null;
  const [all, digits] = match(DAY_AFTER_MONTH, text, named.end) ?? [];
  const day = Number(digits?.replaceAll(/o/gi, '0'));
  if (all === undefined || !(day >= 1 && day <= 31)) return null;
  const end = named.end + all.length;
  return withYear(text, end, { day, named: named.month, form: 'month-day' }, reading);
}

type DayOfMonth = { readonly day: number; readonly named: NamedMonth; readonly form: string };

const YEAR =
  /(?:\.?,?\s?|\/|-)(?:(?:de|del|di|da)\s)?\(?(?:juche?\s?\d{1,3}\s?\()?((?:1[0-9]|2[0-6])\d{2})\)?(?![\d%])(?:\s?(?:г|р|m|god|года|року|г\.|هـ|ه|م)(?![\p{L}]))?\.?/iuy;
const JUCHE_YEAR = /,?\s?juche?\s?(\d{1,3})(?!\d|\.\d)/iy;
/** "2 MAY 90 (": two digits count only between capitals and a bracket. */
const SHORT_YEAR = /\s(\d{2})(?=\s?[(,])/y;

function withYear(
  text: string,
  at: number,
  { day, named, form }: DayOfMonth,
  reading: DateReading,
): PrintedDate | null {
  const { digits, end } = readYearAfter(text, at);
  if (named.calendar === 'gregorian') {
    const year = readYear(digits ?? '');
    return { day, month: named.month, year, end: year === null ? at : end, form };
  }
  const date =
    digits && toGregorian(named.calendar, { year: Number(digits), month: named.month, day });
  // A day of a calendar we cannot turn: it is read over and says nothing.
  if (!date) return { day: null, month: null, year: null, end: at, form: named.calendar };
  const spoken = baseLanguage(reading.language);
  return { ...date, end, form: `${named.calendar}${spoken === 'ar' ? '-ar' : ''}` };
}

function readYearAfter(text: string, at: number): { digits: string | null; end: number } {
  const juche = match(JUCHE_YEAR, text, at);
  const year = match(YEAR, text, at) ?? match(SHORT_YEAR, text, at);
  if (year) return { digits: year[1] ?? null, end: at + year[0].length };
  if (juche) return { digits: String(1911 + Number(juche[1])), end: at + juche[0].length };
  return { digits: null, end: at };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
