import { afterAll, beforeAll, expect, it } from 'vitest';
import { PEOPLE_INDEX } from '../../indexer/dispatch-index.ts';
import { type PersonDocument, peopleIndexSettings } from '../../indexer/people/people-index.ts';
import { aDispatch } from '../a-dispatch.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

let facade: TestFacade;
const CYRILLIC = 'new-0123456789ab';

beforeAll(async () => {
  facade = await startFacade([
    aDispatch({ people: ['new-ugo-tarantelli', CYRILLIC] }),
    aDispatch({ people: ['new-ugo-tarantelli'] }),
  ]);
}, 60_000);
afterAll(() => facade.stop());

function person(id: string, name: string, count: number): PersonDocument {
  return {
    ...{ id, name, count, names: [name], labels: {}, confirmed: false },
    ...{ firstSeen: null, lastSeen: null, agencies: [], roles: [] },
  };
}

async function labels(language: string): Promise<readonly string[]> {
  const answer = await facade.get('/v1/dispatches?facets=person', {
    headers: { 'accept-language': language },
  });
  const { facets } = await answer.json();
  return facets.person.values.map(({ label }: { label: string }) => label);
}

it('without an index of people, ids stand for names', async () => {
  expect(await labels('en')).toEqual([
    'new-ugo-tarantelli (unconfirmed)',
    `${CYRILLIC} (unconfirmed)`,
  ]);
});

it('people whom nobody confirmed are shown by name and as such, as soon as they are indexed', async () => {
  const { client } = facade.engine;
  await client.createIndex(PEOPLE_INDEX, { primaryKey: 'id' }).waitTask();
  const index = client.index(PEOPLE_INDEX);
  await index.updateSettings(peopleIndexSettings).waitTask();
  const documents = [
    person('new-ugo-tarantelli', 'Ugo Tarantelli', 2),
    person(CYRILLIC, 'Виктор Громыхалов', 1),
  ];
  await index.addDocuments(documents).waitTask();
  await expect
    .poll(() => labels('en'), { timeout: 10_000 })
    .toEqual(['Ugo Tarantelli (unconfirmed)', 'Виктор Громыхалов (unconfirmed)']);
  expect(await labels('it')).toContain('Ugo Tarantelli (non confermato)');
});

it('and are found by what is typed', async () => {
  const { data } = await (await facade.get('/v1/people?q=громых')).json();
  expect(data).toEqual([
    {
      id: CYRILLIC,
      label: 'Виктор Громыхалов (unconfirmed)',
      alsoKnownAs: null,
      count: 1,
    },
  ]);
});
