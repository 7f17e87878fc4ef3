import { setTimeout as delay } from 'node:timers/promises';
import type { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../indexer/engine/connect.ts';
import { finishTask } from '../../indexer/engine/finish-task.ts';
import { patiently } from '../../indexer/engine/patiently.ts';
import { createdAtOf, type Swap, swapIndexes } from '../../indexer/engine/swap-indexes.ts';
import { makeWorkshop, serverPid } from './fixtures.ts';

const workshop = makeWorkshop();
const dataFolder = workshop.folder();
let client: Meilisearch;
beforeAll(async () => {
  client = connect(await workshop.open({ dataFolder }));
});
afterAll(() => workshop.close());

const soon = <T>(ask: () => Promise<T>): Promise<T> => patiently(ask, Date.now() + 30_000);

/** Builds an index that holds one document, named after it. */
async function built(live: string, next: string, id: string): Promise<Swap> {
  await soon(() => client.health());
  await finishTask(client, (await client.deleteIndex(next)).taskUid, 10_000).catch(() => {});
  await finishTask(client, (await client.createIndex(next)).taskUid, 10_000);
  await finishTask(client, (await client.index(next).addDocuments([{ id }])).taskUid, 10_000);
  return { live, next, builtAt: (await createdAtOf(client, next)) ?? '', deadlineMs: 30_000 };
}

async function idsIn(index: string): Promise<readonly unknown[]> {
  return (await client.index(index).getDocuments()).results.map((document) => document['id']);
}

describe('a swap', () => {
  it('makes the built index live, also when there was none', async () => {
    const swap = await built('first', 'first_next', 'new');
    await swapIndexes(client, swap);
    expect(await idsIn('first')).toEqual(['new']);
    expect(await idsIn('first_next')).toEqual([]);
  });

  it('may be repeated without harm', async () => {
    const swap = await built('twice', 'twice_next', 'new');
    await swapIndexes(client, swap);
    await swapIndexes(client, swap);
    expect(await idsIn('twice')).toEqual(['new']);
  });

  it('that the engine has undone is done again', async () => {
    const swap = await built('undone', 'undone_next', 'new');
    let swaps = 0;
    const undoing = new Proxy(client, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (name !== 'swapIndexes') return typeof value === 'function' ? value.bind(target) : value;
        return async (...args: Parameters<Meilisearch['swapIndexes']>) => {
          swaps += 1;
          if (swaps === 1)
            await finishTask(target, (await target.swapIndexes(...args)).taskUid, 9e3);
          return target.swapIndexes(...args);
        };
      },
    });
    await swapIndexes(undoing, swap);
    expect(await idsIn('undone')).toEqual(['new']);
    expect(swaps).toBe(2);
  });

  it('refuses an index that is not the one that was built', async () => {
    const swap = await built('wrong', 'wrong_next', 'new');
    const other = { ...swap, builtAt: '2001-01-01T00:00:00Z' };
    await expect(swapIndexes(client, other)).rejects.toThrow(/not the index that was built/);
    expect(await idsIn('wrong')).toEqual([]);
  });

  it.each([0, 2, 4, 8])(
    'holds when the engine is killed %i ms into it',
    async (ms) => {
      const swap = await built('killed', 'killed_next', `after-${ms}`);
      const swapping = swapIndexes(client, swap);
      await delay(ms);
      process.kill(serverPid(dataFolder), 'SIGKILL');
      await swapping;
      expect(await soon(() => createdAtOf(client, 'killed'))).toBe(swap.builtAt);
      expect(await idsIn('killed')).toEqual([`after-${ms}`]);
    },
    60_000,
  );
});
