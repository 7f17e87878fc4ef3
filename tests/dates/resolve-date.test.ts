import { describe, expect, it } from 'vitest';
import { resolveDate } from '../../indexer/dates/resolve-date.ts';
import { toPartialDate } from '../../indexer/partial-date.ts';

describe('the year of a dateline', () => {
  it.each([
    ['a translation two weeks later', 18, 6, '2025-06-30', '2025-06-18', 'high'],
    ['a reprint four days later', 8, 10, '2018-10-12', '2018-10-08', 'high'],
    ['the same day', 10, 2, '2024-02-10', '2024-02-10', 'high'],
    ['a slip of the wire that jumps a year back', 19, 7, '1987-06-19', '1986-07-19', 'low'],
    ['the last day of the year before', 31, 12, '2026-01-02', '2025-12-31', 'high'],
    ['a city that is already in the new year', 1, 1, '2025-12-31', '2026-01-01', 'high'],
    ['a leap day seen from a year without one', 29, 2, '2025-03-01', '2024-02-29', 'low'],
    ['a day that no year has', 30, 2, '2025-03-01', null, 'low'],
    ['a day just too far ahead', 30, 12, '2025-12-01', '2024-12-30', 'low'],
    ['a reprint a month later', 1, 5, '2025-06-10', '2025-05-01', 'medium'],
    ['a page dated by the month', 4, 9, '2025-09', '2025-09-04', 'medium'],
    ['a page dated by the year', 4, 9, '2025', null, 'low'],
  ])('is right for %s', (_case, day, month, published, date, confidence) => {
    const resolved = resolveDate({ day, month, year: null }, toPartialDate(published));
    expect(resolved).toMatchObject({ date, confidence });
  });

  it('finds the month of a bare day and trusts it less', () => {
    const published = toPartialDate('1979-03-01');
    expect(resolveDate({ day: 28, month: null, year: null }, published)).toMatchObject({
      date: '1979-02-28',
      lagDays: 1,
      confidence: 'medium',
    });
  });

  it('keeps a printed year however late the page, and doubts one from its future', () => {
    const published = toPartialDate('2025-09-09');
    const old = resolveDate({ day: 4, month: 9, year: 2020 }, published);
    expect(old).toMatchObject({ date: '2020-09-04', confidence: 'medium' });
    const coming = resolveDate({ day: 4, month: 9, year: 2026 }, published);
    expect(coming).toMatchObject({ date: '2026-09-04', confidence: 'low' });
  });

  it('turns 09/04 round when only that lies near the page', () => {
    const written = { day: 9, month: 4, year: 2025, ambiguous: true };
    expect(resolveDate(written, toPartialDate('2025-09-09'))).toMatchObject({
      date: '2025-09-04',
      day: 4,
      month: 9,
    });
    expect(resolveDate(written, null)).toMatchObject({ date: null, day: null, month: null });
  });
});
