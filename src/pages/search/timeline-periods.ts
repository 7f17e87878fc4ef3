import type { Query } from '../../search/query.ts';
import type { Facet } from '../../search/results.ts';

/** One bar: a year (`1989`) or a month (`1989-11`) and its dispatches. */
export interface Period {
  readonly value: string;
  readonly count: number;
  /** True when the reader's own from–to covers it, or there is none. */
  readonly chosen: boolean;
}

/** Up to this many years a timeline shows months. */
const MONTHS_UP_TO_YEARS = 8;
/** Years written wrongly in an old page must not stretch the timeline to thousands of bars. */
const MOST_PERIODS = 250;

/**
 * The bars of the timeline, without holes: months when the dispatches, or the chosen dates and a year on
 * either side of them, span few years; years otherwise. So a chosen span can always be made wider.
 */
export function periodsOf(facets: readonly Facet[], query: Query): readonly Period[] {
  const counts = (name: 'year' | 'month') =>
    new Map(
      facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]),
    );
  const years = counts('year');
  const whole = spanOf([...years.keys()], null);
  const chosen = spanOf([...years.keys()], query);
  if (whole === null || chosen === null) return [];
  const first = Math.max(whole[0], chosen[0] - 1);
  const last = Math.min(whole[1], chosen[1] + 1);
  const wholeYears = fill(whole);
  const values =
    last - first < MONTHS_UP_TO_YEARS ? fill([first, last]).flatMap(monthsOf) : wholeYears;
  const all = values[0]?.length === 4 ? years : counts('month');
  return values.slice(-MOST_PERIODS).map((value) => ({
    value,
    count: all.get(value) ?? 0,
    chosen: isChosen(value, query),
  }));
}

/** First and last year of the dispatches, cut to the dates that the query chooses. */
function spanOf(years: readonly string[], query: Query | null): readonly [number, number] | null {
  if (years.length === 0) return null;
  const numbers = years.map(Number);
  const from = query?.from ? Number(query.from.slice(0, 4)) : 0;
  const to = query?.to ? Number(query.to.slice(0, 4)) : 9999;
  const first = Math.max(Math.min(...numbers), from);
  const last = Math.min(Math.max(...numbers), to);
  return first > last ? null : [first, last];
}

function fill([first, last]: readonly [number, number]): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(4, '0'));
}

function monthsOf(year: string): readonly string[] {
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
}

// Partial dates compare as text once they are cut to the coarser of the two.
function isChosen(value: string, { from, to }: Query): boolean {
  const isAfter = from === null || value >= from.slice(0, value.length);
  const isBefore = to === null || value.slice(0, to.length) <= to.slice(0, value.length);
  return isAfter && isBefore;
}
