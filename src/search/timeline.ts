import type { EngineClient, EngineQuery } from './engine-client.ts';
import { periods } from './facets.ts';
import { DATE_FIELD_OF, FIELD_OF, quoted } from './filter-expression.ts';
import type { Labels } from './labels.ts';
import { FILTER_NAMES, type FilterName, type Query } from './query.ts';
import { settle } from './settled-search.ts';

export const INTERVALS = ['year', 'month', 'day'] as const;
export type Interval = (typeof INTERVALS)[number];
export const SPLITS = FILTER_NAMES;

/** How many dispatches of a query there are in each year, month or day, without gaps. */
export type Timeline = {
  readonly interval: Interval;
  readonly buckets: readonly Bucket[];
  /** The values that the buckets are split by, by count. */
  readonly series: readonly {
    readonly id: string;
    readonly label: string;
    readonly count: number;
  }[];
  /** Dated, but not precisely enough for the interval. */
  readonly lessPrecise: number;
  readonly undated: number;
  readonly total: number;
};
export type Bucket = {
  readonly period: string;
  readonly count: number;
  /** By the ids of `series`; only when split. */
  readonly per?: Readonly<Record<string, number>>;
};

/** More bars than this are no timeline: the caller asks for a shorter range or a longer interval. */
export const MAX_BUCKETS = 5_000;

const LENGTH = { year: 4, month: 7, day: 10 } as const satisfies Record<Interval, number>;

/** `null` when there would be more than `MAX_BUCKETS` buckets. */
export async function timelineOf(
  query: Query,
  { interval, per, series }: { interval: Interval; per: FilterName | null; series: number },
  engine: EngineClient,
  { labels, language }: { labels: Labels; language: string },
): Promise<Timeline | null> {
  const { search, total } = await settle(query, engine);
  const field = timeField(query, interval);
  const yearField = timeField(query, 'year');
  const counting = (facets: readonly string[]): EngineQuery => ({
    ...search,
    ...{ page: 1, hitsPerPage: 0, facets: [...new Set(facets)] },
  });
  const counted = async (searches: readonly EngineQuery[]) =>
    (await engine.searchAll(searches)).map(({ facetDistribution }) => facetDistribution ?? {});
  const perField = per === null ? [] : [FIELD_OF[per]];
  const [whole = {}] = await counted([counting([field, yearField, ...perField])]);
  const length = LENGTH[interval];
  const known = periods(Object.entries(whole[field] ?? {}), length);
  const all = withoutGaps(known.map(([period]) => period));
  if (all.length > MAX_BUCKETS) return null;

  const top = per === null ? [] : largest(whole[FIELD_OF[per]] ?? {}, series);
  const splits =
    per === null || top.length === 0
      ? []
      : await counted(
          top.map(([value]) => ({
            ...counting([field]),
            filter: [...(search.filter as string[]), `${FIELD_OF[per]} = ${quoted(value)}`],
          })),
        );
  const perPeriod = splits.map(
    (split) => new Map(periods(Object.entries(split[field] ?? {}), length)),
  );
  const countOf = new Map(known);
  const dated = sum(periods(Object.entries(whole[yearField] ?? {}), 4));
  return {
    interval,
    buckets: all.map((period) => ({
      period,
      count: countOf.get(period) ?? 0,
      ...(per === null
        ? {}
        : { per: Object.fromEntries(top.map(([id], i) => [id, perPeriod[i]?.get(period) ?? 0])) }),
    })),
    series: top.map(([id, count]) => ({
      id,
      label: per === null ? id : labels.labelOf(per, id, language),
      count,
    })),
    lessPrecise: dated - sum(known),
    undated: total - dated,
    total,
  };
}

function timeField({ dateField }: Query, interval: Interval): string {
  return dateField === 'date' && interval !== 'day' ? interval : DATE_FIELD_OF[dateField];
}

function largest(counts: Readonly<Record<string, number>>, most: number) {
  return Object.entries(counts)
    .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
    .slice(0, most);
}

function sum(counts: readonly (readonly [string, number])[]): number {
  return counts.reduce((total, [, count]) => total + count, 0);
}

/** From the first to the last period, also those that nothing was sent in; too many end early. */
function withoutGaps(known: readonly string[]): readonly string[] {
  const last = known.at(-1);
  const all: string[] = [];
  for (let period = known[0]; period !== undefined && last !== undefined; period = next(period)) {
    all.push(period);
    if (period >= last || all.length > MAX_BUCKETS) break;
  }
  return all;
}

function next(period: string): string {
  const [year = 0, month, day] = period.split('-').map(Number);
  if (month === undefined) return String(year + 1).padStart(4, '0');
  // Date.UTC takes month 12 for January of the next year, and day 32 for the next month.
  const after = day === undefined ? Date.UTC(year, month) : Date.UTC(year, month - 1, day + 1);
  return new Date(after).toISOString().slice(0, period.length);
}
