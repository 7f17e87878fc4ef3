import type { Dispatch } from '../../indexer/dispatch.ts';
import type { EngineClient } from './engine-client.ts';
import { quoted } from './filter-expression.ts';
import type { Labels } from './labels.ts';

export type Counted = { readonly id: string; readonly label: string; readonly count: number };

/** What the archive tells about one person. */
export type PersonFacts = {
  readonly id: string;
  readonly label: string;
  /** Every name we find the person by. */
  readonly names: readonly string[];
  /** Dispatches that name the person. */
  readonly count: number;
  /** Days of the first and last dated dispatch. */
  readonly first: string | null;
  readonly last: string | null;
  readonly years: readonly { readonly period: string; readonly count: number }[];
  readonly agencies: readonly Counted[];
  /** Who is named in the same dispatches. */
  readonly with: readonly Counted[];
  /** Names and titles as printed in the newest dispatches, by how many print them. */
  readonly printed: readonly Tally[];
  readonly roles: readonly Tally[];
};

/** Words as printed beside or as a name: in how many dispatches, and from when to when. */
export type Tally = {
  readonly text: string;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
};

const NEWEST = 100;
const MOST = 20;

/** Gathers the facts; `null` when no dispatch names the person. */
export async function personFacts(
  id: string,
  names: readonly string[],
  engine: EngineClient,
  { labels, language }: { labels: Labels; language: string },
): Promise<PersonFacts | null> {
  const filter = [`people = ${quoted(id)}`];
  const dated = [...filter, 'sortAt IS NOT NULL'];
  const ends = { q: '', filter: dated, limit: 1, attributesToRetrieve: ['date'] };
  const [all, first, last] = await engine.searchAll([
    {
      ...{ q: '', filter, page: 1, hitsPerPage: NEWEST, sort: ['sortAt:desc', 'id:asc'] },
      ...{ facets: ['people', 'agency', 'year'], attributesToRetrieve: ['mentions', 'date'] },
    },
    { ...ends, sort: ['sortAt:asc'] },
    { ...ends, sort: ['sortAt:desc'] },
  ]);
  const count = all?.totalHits ?? 0;
  if (!all || count === 0) return null;
  const counts = (field: string) => Object.entries(all.facetDistribution?.[field] ?? {});
  const counted = (facet: 'person' | 'agency', field: string): readonly Counted[] =>
    byCount(counts(field).filter(([value]) => value !== id))
      .slice(0, MOST)
      .map(([value, n]) => ({
        id: value,
        label: labels.labelOf(facet, value, language),
        count: n,
      }));
  const mentions = (all.hits as readonly Pick<Dispatch, 'mentions' | 'date'>[]).flatMap((hit) =>
    hit.mentions
      .filter(({ person }) => person === id)
      .map(({ asPrinted, role }) => ({ asPrinted, role, date: hit.date })),
  );
  return {
    id,
    label: labels.labelOf('person', id, language),
    names,
    count,
    first: first?.hits[0]?.date ?? null,
    last: last?.hits[0]?.date ?? null,
    years: counts('year')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([period, n]) => ({ period, count: n })),
    agencies: counted('agency', 'agency'),
    with: counted('person', 'people'),
    printed: tally(mentions.map(({ asPrinted, date }) => ({ text: asPrinted, date }))),
    roles: tally(mentions.flatMap(({ role, date }) => (role ? [{ text: role, date }] : []))),
  };
}

function tally(
  printed: readonly { readonly text: string; readonly date: string | null }[],
): readonly Tally[] {
  const dates = new Map<string, (string | null)[]>();
  for (const { text, date } of printed) dates.set(text, [...(dates.get(text) ?? []), date]);
  return byCount([...dates].map(([text, all]) => [text, all.length]))
    .slice(0, MOST)
    .map(([text, count]) => {
      const days = (dates.get(text) ?? []).filter((date) => date !== null).sort();
      return { text, count, first: days[0] ?? null, last: days.at(-1) ?? null };
    });
}

function byCount(counts: readonly [string, number][]): readonly [string, number][] {
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
