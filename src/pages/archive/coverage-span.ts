import type { Query } from '../../search/query.ts';
import type { Bucket, Interval } from '../../search/timeline.ts';

/** What a page of coverage spans: everything, a decade (`1960s`) or a year (`1964`). */
export interface CoverageSpan {
  /** As in the address; `null` for everything. */
  readonly name: string | null;
  readonly from: Query['from'];
  readonly to: Query['to'];
  readonly interval: Interval;
}

/** More columns than this nobody compares: then the columns are decades. */
const MOST_YEARS = 24;

/** Reads the last part of the address; `null` when it names no span. */
export function coverageSpan(name: unknown): CoverageSpan | null {
  if (name === undefined) return { name: null, from: null, to: null, interval: 'year' };
  if (typeof name !== 'string' || !/^\d{3}(\d|0s)$/.test(name)) return null;
  if (!name.endsWith('s')) {
    return { name, from: asDate(name), to: asDate(name), interval: 'month' };
  }
  const decade = name.slice(0, 3);
  return { name, from: asDate(`${decade}0`), to: asDate(`${decade}9`), interval: 'year' };
}

/** One column: its name, and the first and last period of it. */
export interface Column {
  readonly name: string;
  readonly from: Query['from'];
  readonly to: Query['to'];
  readonly count: number;
  readonly per: Readonly<Record<string, number>>;
}

/** The months of a year, `1964-01` to `1964-12`. */
export function monthsOf(year: string): readonly string[] {
  return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`);
}

/** The periods of a year or decade, also those before the first dispatch and after the last. */
function periodsOf({ name }: CoverageSpan): readonly string[] {
  if (name === null) return [];
  if (!name.endsWith('s')) return monthsOf(name);
  return Array.from({ length: 10 }, (_, i) => `${name.slice(0, 3)}${i}`);
}

/** The whole span as columns, gaps at its ends too; many years become decades. */
export function columnsOf(span: CoverageSpan, held: readonly Bucket[]): readonly Column[] {
  const counted = new Map(held.map((bucket) => [bucket.period, bucket]));
  const periods = span.name === null ? held.map(({ period }) => period) : periodsOf(span);
  const buckets = periods.map((period) => counted.get(period) ?? { period, count: 0, per: {} });
  const isYears = buckets[0]?.period.length === 4;
  const byDecade = isYears && buckets.length > MOST_YEARS;
  const columns = new Map<string, Column>();
  for (const { period, count, per = {} } of buckets) {
    const name = byDecade ? `${period.slice(0, 3)}0s` : period;
    const before = columns.get(name);
    columns.set(name, {
      name,
      from: before?.from ?? asDate(period),
      to: asDate(period),
      count: count + (before?.count ?? 0),
      per: before ? sum(before.per, per) : per,
    });
  }
  return [...columns.values()];
}

function sum(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.keys({ ...one, ...other }).map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]),
  );
}

function asDate(period: string): Query['from'] {
  return period as Query['from'];
}
