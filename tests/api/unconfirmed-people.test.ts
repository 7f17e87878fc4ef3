import { afterAll, beforeAll, expect, it } from 'vitest';
import { PEOPLE_INDEX } from '../../indexer/dispatch-index.ts';
import { type PersonDocument, peopleIndexSettings } from '../../indexer/people/people-index.ts';
import { aDispatch } from '../a-dispatch.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

let facade: TestFacade;
const CYRILLIC = 'new-0123456789ab';

beforeAll(async () => {
  facade = await startFacade([
    aDispatch({ id: 'names-three', people: ['new-ugo-tarantelli', CYRILLIC, 'kim-jong-un'] }),
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
    'kim-jong-un',
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
    .toEqual(['Ugo Tarantelli (unconfirmed)', 'kim-jong-un', 'Виктор Громыхалов (unconfirmed)']);
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
      confirmed: false,
    },
  ]);
});

it.each([
  ['', ['new-ugo-tarantelli', 'kim-jong-un', CYRILLIC]],
  ['?confirmed=true', ['kim-jong-un']],
  ['?confirmed=false', ['new-ugo-tarantelli', CYRILLIC]],
  ['?confirmed=false&q=tar', ['new-ugo-tarantelli']],
])('/v1/people%s lists %s', async (query, ids) => {
  const { data, pagination } = await (await facade.get(`/v1/people${query}`)).json();
  expect(data.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(pagination.total).toBe(ids.length);
});

it('every answer says of a person whether the operator has confirmed who it is', async () => {
  const json = async (path: string) => (await facade.get(path)).json();
  type Person = { id: string; confirmed: boolean };
  const people: readonly Person[] = [
    ...(await json('/v1/dispatches')).data.flatMap((one: { people: Person[] }) => one.people),
    ...(await json('/v1/dispatches/names-three')).people,
    ...(await json('/v1/suggest?q=tar')).people,
    ...(await json('/v1/suggest?q=kim')).people,
    ...(await json('/v1/people')).data,
    await json('/v1/people/kim-jong-un'),
    await json('/v1/people/new-ugo-tarantelli'),
  ];
  expect(people.length).toBeGreaterThan(10);
  for (const { id, confirmed } of people)
    expect([id, confirmed]).toEqual([id, id === 'kim-jong-un']);
});
