import { setTimeout as delay } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { expect } from 'vitest';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { LIVE_INDEX } from '../../indexer/dispatch-index.ts';
import type { Engine } from '../../indexer/engine/open-engine.ts';
import { patiently } from '../../indexer/engine/patiently.ts';

/** Every dispatch once, and each of the edition. */
export async function expectWhole(
  client: Meilisearch,
  count: number,
  edition: string,
): Promise<void> {
  const read = () => client.index(LIVE_INDEX).getDocuments<Dispatch>({ limit: 1000 });
  const { results } = await patiently(read, Date.now() + 30_000);
  expect(results).toHaveLength(count);
  expect(new Set(results.map(({ source }) => source.path)).size).toBe(count);
  expect(results.filter(({ text }) => !text.endsWith(edition))).toEqual([]);
}

/** A reader who searches all the time; tells the fewest dispatches ever seen, and how often nothing answered. */
export function aReader({ url, searchKey }: Pick<Engine, 'url' | 'searchKey'>) {
  const facade = new Meilisearch({ host: url, apiKey: searchKey });
  const seen = { fewest: Number.POSITIVE_INFINITY, unanswered: 0 };
  let reading = true;
  const done = (async () => {
    while (reading) {
      await facade
        .index(LIVE_INDEX)
        .search('edition', { hitsPerPage: 1 })
        .then(({ totalHits }) => {
          seen.fewest = Math.min(seen.fewest, totalHits);
        })
        .catch(() => {
          seen.unanswered += 1;
        });
      await delay(5);
    }
    return seen;
  })();
  return {
    stop: () => {
      reading = false;
      return done;
    },
  };
}
