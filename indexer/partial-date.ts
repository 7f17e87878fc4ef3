/**
 * A date that keeps the precision it was found with: `2025`, `2025-09` or `2025-09-04`.
 * Partial dates of the same calendar sort as text.
 */
export type PartialDate = string & { readonly __brand: 'PartialDate' };

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Reads a partial date; `null` when the text is none or names a day that no calendar has. */
export function toPartialDate(text: string): PartialDate | null {
  const parts = SHAPE.exec(text);
  if (!parts) return null;
  const [, year, month, day] = parts;
  if (month !== undefined && (month < '01' || month > '12')) return null;
  if (day !== undefined && (day < '01' || Number(day) > daysIn(Number(year), Number(month)))) {
    return null;
  }
  return text as PartialDate;
}

/** Puts year, month and day together; `null` when they make no real date. */
export function partialDateOf(year: number, month?: number, day?: number): PartialDate | null {
  const two = (n: number) => String(n).padStart(2, '0');
  const tail =
    month === undefined ? '' : `-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
  return toPartialDate(`${String(year).padStart(4, '0')}${tail}`);
}

/** Days of a month of the Gregorian calendar; month 1 to 12. */
export function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whole days from `from` to `to`; both must be days (`2025-09-04`). */
export function daysBetween(from: PartialDate, to: PartialDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
