import { type Query, withPage } from '../../search/query.ts';
import type { Search } from '../../search/results.ts';

/** Where a dispatch stands in the results it was opened from, and its neighbours there. */
export interface ResultPlace {
  readonly query: Query;
  /** From 1; `null` when the dispatch is not among these results (any more). */
  readonly position: number | null;
  readonly total: number;
  readonly previous: Neighbour | null;
  readonly next: Neighbour | null;
}

/** The dispatch before or after, with the page of results it stands on. */
export interface Neighbour {
  readonly id: string;
  readonly query: Query;
}

/** Finds the place of dispatch `id` in the results of `query`, looking over the page's edges. */
export async function findResultPlace(
  id: string,
  query: Query,
  search: Search,
  language: string,
): Promise<ResultPlace> {
  const { hits, total, pages } = await search(query, language);
  const at = hits.findIndex((hit) => hit.id === id);
  if (at < 0) return { query, position: null, total, previous: null, next: null };
  const neighbour = async (index: number, page: number, edge: number) => {
    const hit = hits[index];
    if (hit) return { id: hit.id, query };
    if (page < 1 || page > pages) return null;
    const there = withPage(query, page);
    const found = (await search(there, language)).hits.at(edge);
    return found ? { id: found.id, query: there } : null;
  };
  const [previous, next] = await Promise.all([
    // `hits[-1]` is undefined, as it should be: an array's end is not before its beginning.
    neighbour(at - 1, query.page - 1, -1),
    neighbour(at + 1, query.page + 1, 0),
  ]);
  return { query, position: (query.page - 1) * query.perPage + at + 1, total, previous, next };
}
