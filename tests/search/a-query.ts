import fc from 'fast-check';
import { partialDateOf } from '../../indexer/partial-date.ts';
import {
  asSet,
  DATE_FIELDS,
  FACET_NAMES,
  type FilterValues,
  type Query,
  SORTS,
  UNDATED,
} from '../../src/search/query.ts';

const values = fc
  .array(fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }), { maxLength: 3 })
  .map(asSet);

const day = fc.oneof(
  fc.integer({ min: 1900, max: 2030 }).map((year) => partialDateOf(year)),
  fc
    .tuple(fc.integer({ min: 1900, max: 2030 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => partialDateOf(year, month)),
  fc
    .tuple(
      fc.integer({ min: 1900, max: 2030 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([year, month, day]) => partialDateOf(year, month, day)),
);

const filterValues: fc.Arbitrary<FilterValues> = fc.record({
  agency: values,
  person: values,
  place: values,
  lang: values,
});

/** Any query that a URL can say. */
export const anyQuery: fc.Arbitrary<Query> = fc
  .record({
    terms: fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => text.trim()),
    include: filterValues,
    exclude: filterValues,
    personMatch: fc.constantFrom('any' as const, 'all' as const),
    from: fc.option(day, { nil: null }),
    to: fc.option(day, { nil: null }),
    dateField: fc.constantFrom(...DATE_FIELDS),
    on: fc.constantFrom(null, '02-29', '12-31', '04-13'),
    undated: fc.constantFrom(...UNDATED),
    sort: fc.constantFrom(...SORTS),
    group: fc.constantFrom('none' as const, 'family' as const),
    names: fc.constantFrom('any' as const, 'exact' as const),
    page: fc.integer({ min: 1, max: 10_000 }),
    perPage: fc.integer({ min: 1, max: 100 }),
    facets: fc.subarray([...FACET_NAMES]),
    facetSize: fc.integer({ min: 1, max: 1000 }),
  })
  .filter(({ from, to }) => from === null || to === null || from.slice(0, to.length) <= to);
