import { afterAll, beforeAll, expect, test } from 'vitest';
import { LIVE_INDEX } from '../indexer/dispatch-index.ts';
import { aDispatch } from './a-dispatch.ts';
import { fillIndex, startEngine, type TestEngine } from './engine.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

test('The real engine takes our settings and finds a dispatch by a word of its text', async () => {
  await fillIndex(engine, [aDispatch({ id: 'harvest-1', text: 'A record harvest of apples.' })]);
  const found = await engine.client.index(LIVE_INDEX).search('apples', { filter: 'year = "2025"' });
  expect(found.hits.map((hit) => hit['id'])).toEqual(['harvest-1']);
});
