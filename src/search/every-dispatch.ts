import type { Dispatch } from '../../indexer/dispatch.ts';
import type { EngineClient } from './engine-client.ts';
import { sortOf } from './engine-queries.ts';
import type { Query } from './query.ts';
import { settle } from './settled-search.ts';

/** All hits of a query, read in batches as they are needed. */
export type EveryDispatch = {
  /** Exactly how many dispatches the batches hold. */
  readonly total: number;
  readonly batches: AsyncGenerator<readonly Dispatch[], void, undefined>;
};

/** The index was changed while its dispatches were being read: what was read is not one whole. */
export class IndexChanged extends Error {
  override readonly name = 'IndexChanged';
}

const BATCH = 500;

/** Reads every hit of a query in the order that results are shown in; `fields` of each. */
export async function everyDispatch(
  query: Query,
  engine: EngineClient,
  fields: readonly string[],
): Promise<EveryDispatch> {
  const build = await engine.currentBuild();
  const { search } = await settle(query, engine);
  const read = async (page: number) => {
    const [found] = await engine.searchAll([
      {
        ...search,
        ...{ page, hitsPerPage: BATCH, sort: [...sortOf(query)] },
        ...(query.group === 'family' ? { distinct: 'family' } : {}),
        attributesToRetrieve: [...fields],
      },
    ]);
    if ((await engine.currentBuild()) !== build) throw new IndexChanged();
    const total = found?.totalHits ?? 0;
    return { total, dispatches: (found?.hits ?? []) as readonly Dispatch[] };
  };
  const first = await read(1);
  async function* batches(): EveryDispatch['batches'] {
    yield first.dispatches;
    for (let page = 2; (page - 1) * BATCH < first.total; page += 1) {
      yield (await read(page)).dispatches;
    }
  }
  return { total: first.total, batches: batches() };
}
