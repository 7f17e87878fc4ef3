import type { Dispatch } from '../dispatch.ts';
import type { PartialDate } from '../partial-date.ts';

type DateFields = Pick<Dispatch, 'date' | 'sortAt' | 'year' | 'month' | 'monthDay'>;

/** What ranges, the timeline and "on this day" need, derived from the one date of a dispatch. */
export function dateFields(date: PartialDate | null): DateFields {
  if (!date) return { date: null, sortAt: null, year: null, month: null, monthDay: null };
  const [year = null, month, day] = date.split('-');
  return {
    date,
    sortAt: Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`) / 1000,
    year,
    month: month ? `${year}-${month}` : null,
    monthDay: day ? `${month}-${day}` : null,
  };
}
