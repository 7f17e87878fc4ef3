import { distance } from 'fastest-levenshtein';
import type { PrintedDate } from './date-forms.ts';

const ENGLISH_MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const SHORTEST = 4;
const WORD_AND_DAY = /(\p{L}{4,10})\.?\s(\d{1,2})(?![\d:.,]\d|\p{L})/uy;

/**
 * "Narch 2": wires print months one letter wrong. Read only where a dateline's date must stand; what it
 * gives is doubted.
 */
export function readMisspeltDate(text: string, at: number): PrintedDate | null {
  WORD_AND_DAY.lastIndex = at;
  const [all, word = '', day] = WORD_AND_DAY.exec(text) ?? [];
  if (all === undefined) return null;
  const month = ENGLISH_MONTHS.findIndex(
    (name) => name.length >= SHORTEST && distance(word.toLowerCase(), name) === 1,
  );
  if (month < 0 || Number(day) < 1 || Number(day) > 31) return null;
  const end = at + all.length;
  return { day: Number(day), month: month + 1, year: null, end, form: MISSPELT };
}

/** Form of a date whose month was guessed from a slip of the pen. */
export const MISSPELT = 'misspelt-month';
