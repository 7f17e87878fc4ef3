import { type EraName, yearOfEra } from './calendars.ts';
import type { PrintedDate } from './date-forms.ts';
import { readYear } from './date-words.ts';

const NUMERAL = '[0-9〇零一二三四五六七八九十廿卅元]';
const CHINESE_DATE = new RegExp(
  `(?:(民國|民国|令和|平成|昭和|大正)?(${NUMERAL}{1,4})年)?\\s?(${NUMERAL}{1,3})月\\s?(${NUMERAL}{1,3})日`,
  'y',
);
const KOREAN_DATE =
  /(?:주체\s?\d{1,3}\s?\(\s?(\d{4})\s?\)\s?년?|(\d{4})\s?년)?\s?(\d{1,2})월\s?(\d{1,2})일/y;

const ERAS: Readonly<Record<string, EraName>> = {
  民國: 'minguo',
  民国: 'minguo',
  令和: 'reiwa',
  平成: 'heisei',
  昭和: 'showa',
  大正: 'taisho',
};

/** Dates of the Chinese, Japanese and Korean press, with digits or numerals, with or without the year. */
export const CJK_FORMS: readonly ((text: string, at: number) => PrintedDate | null)[] = [
  chineseDate,
  koreanDate,
];

function chineseDate(text: string, at: number): PrintedDate | null {
  CHINESE_DATE.lastIndex = at;
  const [all, era, yearDigits, month, day] = CHINESE_DATE.exec(text) ?? [];
  if (all === undefined) return null;
  return {
    day: cjkNumber(day ?? ''),
    month: cjkNumber(month ?? ''),
    year: yearDigits === undefined ? null : cjkYear(ERAS[era ?? ''], yearDigits),
    end: at + all.length,
    form: era === undefined ? 'cjk' : `era-${ERAS[era]}`,
  };
}

function cjkYear(era: EraName | undefined, digits: string): number | null {
  const n = cjkNumber(digits);
  return era ? yearOfEra(era, n) : readYear(String(n));
}

function koreanDate(text: string, at: number): PrintedDate | null {
  KOREAN_DATE.lastIndex = at;
  const [all, jucheYear, plainYear, month, day] = KOREAN_DATE.exec(text) ?? [];
  if (all === undefined) return null;
  const year = readYear(jucheYear ?? plainYear ?? '');
  return { day: Number(day), month: Number(month), year, end: at + all.length, form: 'cjk' };
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 廿: 20, 卅: 30 };

/** `25` of "25", "二十五", "廿五"; `2025` of "二〇二五"; 1 of "元". `NaN` for anything else. */
export function cjkNumber(numeral: string): number {
  if (numeral === '元') return 1;
  let total = 0;
  let digits = '';
  for (const sign of numeral) {
    const tens = TENS[sign];
    if (tens === undefined) {
      digits += DIGITS[sign] ?? sign;
    } else {
      total += tens === 10 ? Number(digits || '1') * 10 : tens;
      digits = '';
    }
  }
  return total + Number(digits);
}
