import type { Dispatch } from '../../indexer/dispatch.ts';
import type { EngineClient } from './engine-client.ts';
import { quoted } from './filter-expression.ts';
import type { Query } from './query.ts';
import { settle } from './settled-search.ts';

/** Where a harvest stands: after which id, and in which index it began. */
export type Cursor = { readonly after: string; readonly build: string | null };

/** One step of a harvest. */
export type Harvested = {
  readonly dispatches: readonly Dispatch[];
  readonly total: number;
  readonly relaxed: boolean;
  /** `null` at the end. */
  readonly next: Cursor | null;
  readonly build: string | null;
  /** The index was changed or replaced since the harvest began. */
  readonly changed: boolean;
};

export const firstCursor: Cursor = { after: '', build: null };

/**
 * The next dispatches of a query in the order of their ids. Ids are stable for ever and each step
 * begins after the last id, so a swapped index can repeat nothing and skips nothing that was there
 * before and after.
 */
export async function harvest(
  query: Query,
  cursor: Cursor,
  engine: EngineClient,
  fields: readonly string[],
): Promise<Harvested> {
  const before = await engine.currentBuild();
  const { search, total, relaxed } = await settle(query, engine);
  const after = cursor.after === '' ? [] : [`id > ${quoted(cursor.after)}`];
  const [found] = await engine.searchAll([
    {
      ...search,
      filter: [...(search.filter as string[]), ...after],
      sort: ['id:asc'],
      // One more than asked for tells whether this is the end.
      limit: query.perPage + 1,
      attributesToRetrieve: [...new Set(['id', ...fields])],
    },
  ]);
  const all = (found?.hits ?? []) as readonly Dispatch[];
  const dispatches = all.slice(0, query.perPage);
  const last = dispatches.at(-1);
  const build = await engine.currentBuild();
  // Whatever was read while the index changed is counted as after the change.
  const began = cursor.after === '' ? before : cursor.build;
  return {
    dispatches,
    total,
    relaxed,
    next: all.length > dispatches.length && last ? { after: last.id, build: began } : null,
    build,
    changed: began !== build,
  };
}

/** The cursor as a word for URLs. */
export function printCursor({ after, build }: Cursor): string {
  return Buffer.from(JSON.stringify([after, build])).toString('base64url');
}

/** Reads a cursor; `*` begins. `null` for anything that we did not print. */
export function readCursor(text: string): Cursor | null {
  if (text === '*') return firstCursor;
  try {
    const [after, build] = JSON.parse(Buffer.from(text, 'base64url').toString());
    const isOurs = typeof after === 'string' && (build === null || typeof build === 'string');
    return isOurs ? { after, build } : null;
  } catch {
    return null;
  }
}
