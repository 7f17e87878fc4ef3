import type { EngineClient, EngineQuery } from './engine-client.ts';
import { matching } from './engine-queries.ts';
import { filterOf } from './filter-expression.ts';
import type { Query } from './query.ts';
import { canRelax, readTerms } from './terms.ts';

/** A query whose words are settled, so that all that is asked about it speaks of the same dispatches. */
export type SettledSearch = {
  readonly search: EngineQuery;
  /** Exact number of dispatches. */
  readonly total: number;
  readonly relaxed: boolean;
};

/** Decides as a search does: all the words, or without the commonest when no dispatch has all. */
export async function settle(query: Query, engine: EngineClient): Promise<SettledSearch> {
  const terms = readTerms(query.terms);
  const search = { ...matching(query, terms), filter: [...filterOf(query)] };
  const count = async (asked: EngineQuery) => {
    const [counted] = await engine.searchAll([{ ...asked, page: 1, hitsPerPage: 0 }]);
    return counted?.totalHits ?? 0;
  };
  const total = await count(search);
  if (total > 0 || !canRelax(terms)) return { search, total, relaxed: false };
  const looser: EngineQuery = { ...search, matchingStrategy: 'frequency' };
  const found = await count(looser);
  return { search: looser, total: found, relaxed: found > 0 };
}
