import { toPartialDate } from '../../indexer/partial-date.ts';
import type { Answers } from './engine-queries.ts';
import { facetField } from './engine-queries.ts';
import type { Labels } from './labels.ts';
import { exclude, type FacetName, only, type Query, toggle, withDates } from './query.ts';
import type { Facet, FacetValue } from './results.ts';

export type FacetContext = {
  readonly labels: Labels;
  readonly language: string;
  /** The URL of a query, as the reader of these results writes it. */
  readonly urlOf: (query: Query) => string;
};

type Counted = readonly [value: string, count: number];

/** The counted facets of a query, each value with the queries that a click on it makes. */
export function facetsOf(query: Query, answers: Answers, context: FacetContext): readonly Facet[] {
  return query.facets.map((facet) => {
    const result = answers.own.get(facet) ?? answers.all;
    const counts = Object.entries(result.facetDistribution?.[facetField(query, facet)] ?? {});
    return facet === 'year' || facet === 'month'
      ? timeFacet(query, facet, counts, context)
      : filterFacet(query, facet, counts, context);
  });
}

/** Chosen and excluded values stay in sight, even when nothing is left of them. */
function filterFacet(
  query: Query,
  facet: Exclude<FacetName, 'year' | 'month'>,
  counts: readonly Counted[],
  { labels, language, urlOf }: FacetContext,
): Facet {
  const pinned = [...query.include[facet], ...query.exclude[facet]];
  const chosen = new Set(pinned.map(asCompared));
  const countOf = new Map<string, number>();
  for (const [value, count] of counts) {
    const key = asCompared(value);
    countOf.set(key, (countOf.get(key) ?? 0) + count);
  }
  const others = counts
    .filter(([value]) => !chosen.has(asCompared(value)))
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const narrowedTo = (value: string) =>
    facet === 'person' && query.personMatch === 'all'
      ? added(query, value)
      : only(query, facet, value);
  const toValue = (value: string): FacetValue => ({
    value,
    label: labels.labelOf(facet, value, language),
    count: countOf.get(asCompared(value)) ?? 0,
    selected: query.include[facet].includes(value),
    excluded: query.exclude[facet].includes(value),
    toggleUrl: urlOf(toggle(query, facet, value)),
    excludeUrl: urlOf(exclude(query, facet, value)),
    narrowUrl: urlOf(narrowedTo(value)),
  });
  const room = Math.max(0, query.facetSize - pinned.length);
  const shown = others.slice(0, room).map(([value]) => value);
  return {
    name: facet,
    values: [...pinned, ...shown].map(toValue),
    truncated: others.length > room,
  };
}

/** The engine's filters take `KCNA` for `kcna`, and one way of writing an accent for the other. */
function asCompared(value: string): string {
  return value.normalize('NFC').toLowerCase();
}

function added(query: Query, person: string): Query {
  const isChosen = query.include.person.includes(person);
  return isChosen ? { ...query, page: 1 } : toggle(query, 'person', person);
}

function timeFacet(
  query: Query,
  facet: 'year' | 'month',
  counts: readonly Counted[],
  { labels, language, urlOf }: FacetContext,
): Facet {
  const values = periods(counts, facet === 'year' ? 4 : 7).flatMap(([value, count]) => {
    const period = toPartialDate(value);
    if (period === null) return [];
    const selected = isWithin(period, query);
    const narrowed = withDates(query, period, period);
    const isTheRange = query.from === period && query.to === period;
    return [
      {
        value,
        label: labels.labelOf(facet, value, language),
        count,
        selected,
        excluded: false,
        toggleUrl: urlOf(isTheRange ? withDates(query, null, null) : narrowed),
        excludeUrl: null,
        narrowUrl: urlOf(narrowed),
      },
    ];
  });
  return { name: facet, values, truncated: false };
}

/** Counts of dates of any precision, put together by their first `length` letters, in order. */
export function periods(counts: readonly Counted[], length: 4 | 7 | 10): readonly Counted[] {
  const sums = new Map<string, number>();
  for (const [date, count] of counts) {
    const period = date.slice(0, length);
    if (period.length === length) sums.set(period, (sums.get(period) ?? 0) + count);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}

function isWithin(period: string, { from, to }: Query): boolean {
  if (from === null && to === null) return false;
  const startsLater = from === null || from.slice(0, period.length) <= period;
  const endsEarlier = to === null || period <= to.slice(0, period.length);
  return startsLater && endsEarlier;
}
