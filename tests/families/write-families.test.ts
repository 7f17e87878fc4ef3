import type { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { finishTask } from '../../indexer/engine/finish-task.ts';
import { memberOf, writeFamilies } from '../../indexer/families/write-families.ts';
import { aDispatch } from '../a-dispatch.ts';
import { startEngine, type TestEngine } from '../engine.ts';
import { wordsOf } from './relatives.ts';

let engine: TestEngine;
let client: Meilisearch;
beforeAll(async () => {
  engine = await startEngine();
  client = engine.client;
});
afterAll(() => engine.stop());

const HOMES = new Map([['kcna', 'ko']]);

const text = wordsOf(1, 120);
const original = aDispatch({ id: 'original-page', text, publishedAt: '2025-09-04' });
const reprint = aDispatch({ id: 'reprinted-page', text, publishedAt: '2025-09-06' });
const translation = aDispatch({
  id: 'translated-page',
  language: 'it',
  text: wordsOf(9000, 120),
  provenance: [hop('https://www.agency.example/story/1?utm_source=feed')],
});
const source = { ...original, url: 'http://agency.example/story/1/' };
const alone = aDispatch({ id: 'unrelated-page', text: wordsOf(5000, 120) });

function hop(url: string): Dispatch['provenance'][number] {
  return { kind: 'source', url, site: null, date: null, agency: null, status: 'claimed' };
}

async function placeOf(id: string): Promise<unknown> {
  return client.index('families').getDocument(id, { fields: ['family', 'relation', 'headline'] });
}

it('families are found in the index and written into it, and nothing else changes', async () => {
  const all = [source, reprint, translation, alone];
  await finishTask(client, (await client.index('families').addDocuments(all)).taskUid, 20_000);
  const report = await writeFamilies(client, 'families', HOMES, 20_000);
  expect(report).toEqual({ families: 1, members: 3, changed: 3 });
  const family = original.id;
  const { headline } = reprint;
  expect(await placeOf(reprint.id)).toEqual({ family, relation: 'reprint', headline });
  expect(await placeOf(translation.id)).toMatchObject({ family, relation: 'translation' });
  expect(await placeOf(original.id)).toMatchObject({ family, relation: 'original' });
  expect(await placeOf(alone.id)).toMatchObject({ family: null, relation: null });
});

it('a second time there is nothing to write', async () => {
  const before = (await client.tasks.getTasks({ limit: 1 })).total;
  expect(await writeFamilies(client, 'families', HOMES, 20_000)).toMatchObject({ changed: 0 });
  expect((await client.tasks.getTasks({ limit: 1 })).total).toBe(before);
});

it('a dispatch whose relatives are gone is alone again', async () => {
  for (const id of [original.id, translation.id]) {
    await finishTask(client, (await client.index('families').deleteDocument(id)).taskUid, 20_000);
  }
  const report = await writeFamilies(client, 'families', HOMES, 20_000);
  expect(report).toEqual({ families: 0, members: 0, changed: 1 });
  expect(await placeOf(reprint.id)).toMatchObject({ family: null, relation: null });
});

it.each([
  ['ko', 'kcna', true],
  ['en', 'kcna', false],
  ['ko', null, false],
  [null, 'kcna', false],
])('a dispatch in %s of %s is at home: %s', (language, agency, isHome) => {
  expect(memberOf(aDispatch({ language, agency }), HOMES).isHome).toBe(isHome);
});

it.each([
  ['a whole site', 'https://agency.example/', []],
  ['a page', 'https://agency.example/story/1', ['agency.example/story/1']],
  ['no address at all', 'kcna dot kp', []],
])('a source that names %s', (_, url, cited) => {
  expect(memberOf(aDispatch({ provenance: [hop(url)] }), HOMES).citedUrls).toEqual(cited);
});
