import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIVE_INDEX, NEXT_INDEX } from '../../indexer/dispatch-index.ts';
import { fillIndex } from '../engine.ts';
import { archive } from '../search/an-archive.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(archive);
});
afterAll(() => facade.stop());

async function harvestAll(url: string, between: (step: number) => Promise<void> = async () => {}) {
  const ids: string[] = [];
  const changes: boolean[] = [];
  let next: string | null = `${url}&cursor=*`;
  for (let step = 0; next !== null; step += 1) {
    const answer = await facade.get(next);
    const { data, pagination, index } = await answer.json();
    ids.push(...data.map(({ id }: { id: string }) => id));
    changes.push(index.changed);
    next = pagination.nextCursor && `${url}&cursor=${pagination.nextCursor}`;
    expect(answer.headers.has('link')).toBe(next !== null);
    await between(step);
  }
  return { ids, changes };
}

test('A harvest takes in every dispatch once', async () => {
  const { ids, changes } = await harvestAll('/v1/dispatches?per_page=7&fields=id');
  expect(ids).toEqual(archive.map(({ id }) => id).sort());
  expect(changes).not.toContain(true);
});

test('A harvest of a query takes in what the query finds', async () => {
  const { pagination } = await (await facade.get('/v1/dispatches?q=tea&lang=it')).json();
  const { ids } = await harvestAll('/v1/dispatches?per_page=2&q=tea&lang=it');
  expect(ids).toHaveLength(pagination.total);
});

test('A harvest goes on through a swap: nothing twice, nothing missing, and it is told', async () => {
  await fillIndex(facade.engine, [...archive].reverse(), NEXT_INDEX);
  const { ids, changes } = await harvestAll('/v1/dispatches?per_page=7&fields=id', async (step) => {
    if (step !== 3) return;
    await facade.engine.client
      .swapIndexes([{ indexes: [LIVE_INDEX, NEXT_INDEX], rename: false }])
      .waitTask();
    await new Promise((resolve) => setTimeout(resolve, 600));
  });
  expect(ids).toEqual(archive.map(({ id }) => id).sort());
  expect(changes).toEqual([false, false, false, false, true, true, true, true, true]);
});

test('Whole dispatches can be harvested', async () => {
  const { data } = await (await facade.get('/v1/dispatches?cursor=*&per_page=3&fields=*')).json();
  const first = archive.find(({ id }) => id === 'archive-00');
  expect(data[0]).toMatchObject({ id: 'archive-00', text: first?.text, body: first?.body });
});

test.each([
  ['cursor=*&page=2', 'page'],
  ['cursor=*&sort=oldest', 'sort'],
  ['cursor=bm9wZQ', 'cursor'],
  ['cursor=*&fields=id,headlin', 'fields'],
])('%s is refused', async (url, parameter) => {
  const response = await facade.get(`/v1/dispatches?${url}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ parameter }] });
});
