import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { LIVE_INDEX, NEXT_INDEX } from '../../indexer/dispatch-index.ts';
import { createdAtOf, swapIndexes } from '../../indexer/engine/swap-indexes.ts';
import { aDispatch } from '../a-dispatch.ts';
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

/** As many as a small archive has; long bodies, so that no export fits into the buffers of a connection. */
const many = Array.from({ length: 3_000 }, (_, n) =>
  aDispatch({
    id: `many-${String((n * 1_009) % 3_000).padStart(4, '0')}`,
    text: `Dispatch number ${n}.`,
    body: `Dispatch number ${n}. `.repeat(200),
  }),
);

/** A whole rebuild beside the live index, and the swap, as the night job does both. */
async function rebuildWith(dispatches: readonly Dispatch[]): Promise<void> {
  const { client } = facade.engine;
  await client.deleteIndexIfExists(NEXT_INDEX);
  await fillIndex(facade.engine, dispatches, NEXT_INDEX);
  const builtAt = (await createdAtOf(client, NEXT_INDEX)) ?? '';
  await swapIndexes(client, { live: LIVE_INDEX, next: NEXT_INDEX, builtAt, deadlineMs: 60_000 });
}

test('A harvest of thousands goes on through a rebuild: nothing twice, nothing missing, and it is told', async () => {
  await rebuildWith(many);
  const kept = many.filter((_, n) => n % 500 !== 0);
  const added = ['many-0000-new', 'many-2999-new'].map((id) => aDispatch({ id }));
  const renewed = [...kept, ...added].reverse();
  const url = '/v1/dispatches?per_page=100&fields=id';
  const { ids, changes } = await harvestAll(url, (step) =>
    step === 12 ? rebuildWith(renewed) : Promise.resolve(),
  );
  const before = idsOf(many).slice(0, 1_300);
  const after = idsOf(renewed).filter((id) => id > (before.at(-1) ?? ''));
  expect(ids).toEqual([...before, ...after]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(changes).toEqual(changes.map((_, step) => step > 12));
}, 240_000);

test('An export that meets a swap is broken off, so that no half of it looks whole', async () => {
  const response = await facade.get('/v1/export.jsonl', {
    headers: { 'accept-encoding': 'identity' },
  });
  await rebuildWith(many);
  await expect(response.text()).rejects.toThrow();
  const whole = await (await facade.get('/v1/export.jsonl?fields=id')).text();
  expect(whole.trim().split('\n')).toHaveLength(many.length);
}, 240_000);

function idsOf(dispatches: readonly Dispatch[]): readonly string[] {
  return dispatches.map(({ id }) => id).sort();
}
