import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPeople } from '../../config/people.ts';
import { MARK_END, MARK_START, PEOPLE_INDEX } from '../../indexer/dispatch-index.ts';
import { findPeople } from '../../indexer/people/find-people.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';
import {
  type NamingDispatch,
  peopleDocuments,
  peopleIndexSettings,
} from '../../indexer/people/people-index.ts';
import { startEngine, type TestEngine } from '../engine.ts';

const authority = loadPeople();
const matcher = buildMatcher(authority);

function dispatch(text: string, date: string, agency: string): NamingDispatch {
  return { mentions: [...findPeople(text, null, matcher).mentions], date, agency };
}

const discovered: NamingDispatch = {
  mentions: [
    {
      person: 'new-putilov-ivan',
      asPrinted: 'Ivan Putilov',
      span: [0, 12],
      count: 1,
      tier: 'model',
    },
  ],
  date: '2020',
  agency: null,
};

const documents = peopleDocuments(
  [
    dispatch('President Vladimir Putin spoke.', '2025-09-04', 'tass'),
    dispatch('Vladimir Putin met Yuri Ushakov.', '2024-01', 'tass'),
    dispatch('Владимир Путин в Пекине.', '2026', 'xinhua'),
    discovered,
  ],
  authority.people,
);

describe('the documents of the index of people', () => {
  it('count dispatches, keep the first and the last day, the agencies and the titles', () => {
    expect(documents.find(({ id }) => id === 'vladimir-putin')).toMatchObject({
      name: 'Vladimir Putin',
      confirmed: true,
      count: 3,
      firstSeen: '2024-01',
      lastSeen: '2026',
      agencies: ['tass', 'xinhua'],
      roles: ['President'],
    });
  });

  it('mark people as unconfirmed whom no operator has written down', () => {
    const found = documents.find(({ id }) => id === 'new-putilov-ivan');
    expect(found).toMatchObject({ name: 'Ivan Putilov', confirmed: false, count: 1 });
  });
});

describe('typing a name into the engine', () => {
  let engine: TestEngine;

  beforeAll(async () => {
    engine = await startEngine();
    const index = engine.client.index(PEOPLE_INDEX);
    await engine.client.createIndex(PEOPLE_INDEX, { primaryKey: 'id' }).waitTask();
    await index.updateSettings(peopleIndexSettings).waitTask();
    const task = await index.addDocuments([...documents]).waitTask();
    expect(task.status).toBe('succeeded');
  });

  afterAll(() => engine.stop());

  it.each([
    ['put', 'vladimir-putin', 'Putin'],
    ['Путин', 'vladimir-putin', 'Путин'],
    ['普京', 'vladimir-putin', '普京'],
    ['usakov', 'jurij-usakov', 'Ušakov'],
    ['Ushakov', 'jurij-usakov', 'Ushakov'],
  ])('%s finds %s and says which form matched', async (typed, id, form) => {
    const { hits } = await engine.client.index(PEOPLE_INDEX).search(typed, {
      attributesToHighlight: ['names'],
      highlightPreTag: MARK_START,
      highlightPostTag: MARK_END,
    });
    expect(hits[0]?.['id']).toBe(id);
    const names: string[] = hits[0]?._formatted?.['names'] ?? [];
    const marked = names.filter((name) => name.includes(MARK_START));
    expect(marked.join(' ').replaceAll(MARK_START, '').replaceAll(MARK_END, '')).toContain(form);
  });
});
