import { describe, expect, it } from 'vitest';
import { dateFields } from '../../indexer/convert/date-fields.ts';
import { toPartialDate } from '../../indexer/partial-date.ts';

describe('the fields made from a date', () => {
  it.each([
    ['2025-09-04', { sortAt: 1_756_944_000, year: '2025', month: '2025-09', monthDay: '09-04' }],
    ['2025-09', { sortAt: 1_756_684_800, year: '2025', month: '2025-09', monthDay: null }],
    ['2025', { sortAt: 1_735_689_600, year: '2025', month: null, monthDay: null }],
    ['1911-10-10', { sortAt: -1_837_555_200, year: '1911', month: '1911-10', monthDay: '10-10' }],
  ])('keep the precision of %s', (text, expected) => {
    expect(dateFields(toPartialDate(text))).toEqual({ date: text, ...expected });
  });

  it('are empty for an undated dispatch', () => {
    expect(dateFields(null)).toEqual({
      date: null,
      sortAt: null,
      year: null,
      month: null,
      monthDay: null,
    });
  });
});
