import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartialDate } from '../../indexer/partial-date.ts';
import {
  everything,
  exclude,
  isNarrowed,
  only,
  toggle,
  withDates,
  withoutFilters,
  withPage,
} from '../../src/search/query.ts';
import { type QueryProblem, queryFromUrl, queryToUrl } from '../../src/search/query-url.ts';
import { anyQuery } from './a-query.ts';

const read = (url: string, alsoAllowed: string[] = []) =>
  queryFromUrl(new URLSearchParams(url), alsoAllowed);
const problemsOf = (url: string) => read(url) as QueryProblem[];

test('Every query is the same after a trip through its URL', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(read(queryToUrl(query))).toEqual(query);
    }),
  );
});

test('The query for everything has an empty URL', () => {
  expect(queryToUrl(everything)).toBe('?');
  expect(read('')).toEqual(everything);
});

test('Two ways to write a query have one canonical URL', () => {
  expect(queryToUrl(read('lang=it&agency=kcna&q=+tea+&agency=ansa&agency=kcna') as never)).toBe(
    '?q=tea&agency=ansa&agency=kcna&lang=it',
  );
});

test('Empty parameters, as forms send them, count as not given', () => {
  expect(read('q=&from=&to=&agency=')).toEqual(everything);
});

test.each([
  ['agnecy=kcna', 'agnecy', 'agency'],
  ['per-page=10', 'per-page', 'per_page'],
  ['sort=newst', 'sort', 'newest'],
  ['undated=include_', 'undated', 'include'],
])('%s is refused and the nearest right spelling named', (url, parameter, didYouMean) => {
  expect(problemsOf(url)).toMatchObject([{ parameter, didYouMean }]);
});

test.each([
  ['page=0'],
  ['page=1.5'],
  ['per_page=101'],
  ['from=2025-13'],
  ['from=2025-02-30'],
  ['from=04/09/2025'],
  ['on=02-30'],
  ['facets=agency,colour'],
  ['facets=agency,,person'],
  ['from=2025-05&to=2025-04'],
  ['sort=newest&sort=oldest'],
  [`q=${'a'.repeat(513)}`],
  [`person=${'x'.repeat(469)}`],
  [Array.from({ length: 201 }, (_, i) => `place=p${i}`).join('&')],
])('%.40s is refused', (url) => {
  expect(problemsOf(url)).toHaveLength(1);
});

test('All problems of a URL are told at once', () => {
  expect(problemsOf('page=0&colour=red&sort=x').map(({ parameter }) => parameter)).toEqual([
    'colour',
    'sort',
    'page',
  ]);
});

test('A caller may allow parameters that it reads itself', () => {
  expect(read('cursor=*', ['cursor'])).toEqual(everything);
});

test('from 2025 to 2025-04 is the first third of a year', () => {
  expect(read('from=2025&to=2025-04')).toMatchObject({ from: '2025', to: '2025-04' });
});

test('A value is never chosen and excluded at once, and every change goes back to page 1', () => {
  const third = withPage(everything, 3);
  const chosen = toggle(third, 'agency', 'kcna');
  expect(chosen).toMatchObject({ page: 1, include: { agency: ['kcna'] } });
  const excluded = exclude(chosen, 'agency', 'kcna');
  expect(excluded).toMatchObject({ include: { agency: [] }, exclude: { agency: ['kcna'] } });
  expect(toggle(excluded, 'agency', 'kcna')).toMatchObject(chosen);
});

test('Every change undone gives the query back', () => {
  fc.assert(
    fc.property(anyQuery, fc.constantFrom('agency', 'person', 'place', 'lang'), (query, filter) => {
      const name = filter as 'agency';
      const first = withPage(query, 1);
      const fresh = 'value that no query has';
      expect(toggle(toggle(first, name, fresh), name, fresh)).toEqual(first);
      expect(exclude(exclude(first, name, fresh), name, fresh)).toEqual(first);
      expect(only(first, name, fresh).include[name]).toEqual([fresh]);
    }),
  );
});

test('Without filters the words and the order stay', () => {
  const dates = withDates(everything, '2025' as PartialDate, null);
  const query = { ...toggle(dates, 'lang', 'it'), terms: 'tea', sort: 'oldest' as const };
  expect(isNarrowed(query)).toBe(true);
  expect(withoutFilters(query)).toEqual({ ...everything, terms: 'tea', sort: 'oldest' });
  expect(isNarrowed(withoutFilters(query))).toBe(false);
});
