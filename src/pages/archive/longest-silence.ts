import { type Query, withDates, withSort } from '../../search/query.ts';
import type { Search } from '../../search/results.ts';
import type { Bucket } from '../../search/timeline.ts';

/** The longest time without a dispatch between two that there are. Days as precise as known. */
export interface Silence {
  readonly from: string;
  readonly to: string;
  /** `null` when one of the two days is not known to the day. */
  readonly days: number | null;
}

/**
 * Finds the longest run of empty months and the dispatches at its two ends. `null` when no month
 * is empty: shorter silences are the rhythm of the archive, not of the person.
 */
export async function longestSilence(
  query: Query,
  months: readonly Bucket[],
  search: Search,
  language: string,
): Promise<Silence | null> {
  const gap = longestGap(months);
  if (gap === null) return null;
  const dateOf = async (asked: Query) => {
    const { hits } = await search({ ...asked, page: 1, perPage: 1, facets: [] }, language);
    return hits[0]?.date ?? null;
  };
  const [before, after] = gap.map((month) => month as Query['from']);
  const [from, to] = await Promise.all([
    dateOf(withSort(withDates(query, before ?? null, before ?? null), 'newest')),
    dateOf(withSort(withDates(query, after ?? null, after ?? null), 'oldest')),
  ]);
  return from === null || to === null ? null : { from, to, days: daysFrom(from, to) };
}

/** The months before and after the longest run of empty ones. */
export function longestGap(months: readonly Bucket[]): readonly [string, string] | null {
  let longest: readonly [string, string] | null = null;
  let length = 0;
  let last = -1;
  for (const [i, { period, count }] of months.entries()) {
    if (count === 0) continue;
    const before = months[last];
    if (before && i - last - 1 > length) {
      length = i - last - 1;
      longest = [before.period, period];
    }
    last = i;
  }
  return longest;
}

function daysFrom(from: string, to: string): number | null {
  if (from.length < 10 || to.length < 10) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
