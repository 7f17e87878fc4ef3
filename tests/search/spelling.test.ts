import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyCatalogue } from '../../config/agencies.ts';
import { archiveFacts } from '../../src/search/archive-facts.ts';
import { directoryOf } from '../../src/search/directory.ts';
import { connectEngine, type EngineClient } from '../../src/search/engine-client.ts';
import { plainLabels } from '../../src/search/labels.ts';
import type { Query } from '../../src/search/query.ts';
import { queryFromUrl, queryToUrl } from '../../src/search/query-url.ts';
import { searchDispatches } from '../../src/search/search-dispatches.ts';
import { type Correct, correctionsOf } from '../../src/search/spelling/corrections.ts';
import { isSwapped } from '../../src/search/spelling/swapped.ts';
import { vocabularyOf } from '../../src/search/spelling/vocabulary.ts';
import { aDispatch } from '../a-dispatch.ts';
import { fillIndex, startEngine, type TestEngine } from '../engine.ts';

const KIM = ['Kim Yo Jong', 'Kim Yo-jong', 'Kim Yo Chong', '김여정'];

const archive = [
  ...Array.from({ length: 6 }, (_, i) =>
    aDispatch({
      headline: `Harvest report ${i}`,
      text: 'Grain came in at the cooperative farm.',
      agency: i < 2 ? 'tass' : 'kcna',
    }),
  ),
  aDispatch({
    headline: 'Rail link opened',
    text: 'The bridge over the river was inaugurated, said Kim Yo-jong.',
    people: ['kim-yo-jong'],
    names: KIM,
    places: ['Pyongyang'],
  }),
  aDispatch({
    headline: 'Talks ended',
    text: 'Both sides left in the evening.',
    people: ['hill'],
    names: ['Bredge Hill'],
  }),
];

let server: TestEngine;
let engine: EngineClient;
let correct: Correct;
beforeAll(async () => {
  server = await startEngine();
  await fillIndex(server, archive);
  engine = connectEngine({ url: server.url, searchKey: server.key });
  const people = {
    people: [
      {
        ...{ id: 'kim-yo-jong', name: 'Kim Yo Jong', labels: {}, aliases: KIM },
        ...{ scripts: {}, titles: [] },
      },
    ],
    reject: [],
  } as unknown as Parameters<typeof directoryOf>[1];
  const directory = directoryOf(agencyCatalogue([]), people, plainLabels);
  correct = correctionsOf(engine, vocabularyOf(engine, directory, archiveFacts(engine)));
});
afterAll(async () => {
  await engine.close();
  await server.stop();
});

async function ask(url: string) {
  const query = queryFromUrl(new URLSearchParams(url)) as Query;
  const context = { labels: plainLabels, language: 'en', urlOf: queryToUrl };
  const results = await searchDispatches(query, engine, context);
  return { results, meant: await correct(query, results) };
}

describe('Did you mean', () => {
  test.each([
    ['q=haverst', 'harvest', 6, 'letters that changed places'],
    ['q=ral+link', 'rail link', 1, 'a short word, which the engine does not forgive'],
    ['q=hrvst', 'harvest', 6, 'more typos than the engine forgives'],
    ['q=haavesst&agency=tass', 'harvest', 2, 'counted with the filters of the search'],
    ['q=kimyojong', 'Kim Yo Jong', 1, 'a name written together'],
    ['q=kim+jo+jong+bridge', 'Kim Yo Jong bridge', 1, 'one letter of a name'],
    ['q=kimyojong+brigde', 'Kim Yo Jong bridge', 1, 'a name and a word'],
    ['q=pyonyjang', 'pyongyang', 0, 'a place that the text does not print is no help'],
    ['q=김여종', '김여정', 1, 'another script'],
    ['q=brydge', 'bridge', 2, 'a word, where an unprinted name is as near'],
  ])('%s: %s (%i), %s', async (url, terms, total) => {
    const { meant } = await ask(url);
    const found = meant.map((one) => [one.terms, one.total]);
    if (total === 0) expect(found).toEqual([]);
    else expect(found[0]).toEqual([terms, total]);
  });

  test.each(['q=harvest', 'q=harv', 'q=', 'q=inaugurated', 'q=harvest+-rail', 'q=zzzzzzzzzzzz'])(
    'asks nothing of %s: it is spelt as the archive spells it, or like nothing in it',
    async (url) => {
      expect((await ask(url)).meant).toEqual([]);
    },
  );

  test('what it offers finds exactly what it says', async () => {
    for (const url of ['q=haverst&agency_not=tass', 'q=kimyojong', 'q=haavesst']) {
      for (const { terms, total } of (await ask(url)).meant) {
        const params = new URLSearchParams(url);
        params.set('q', terms);
        expect((await ask(params.toString())).results.totalDispatches).toBe(total);
      }
    }
  });

  test('marks the words that it changed', async () => {
    const [first] = (await ask('q=ral+link')).meant;
    expect(first?.fragments).toEqual([
      { text: 'rail', marked: true },
      { text: ' ', marked: false },
      { text: 'link', marked: false },
    ]);
  });
});

describe('Similar spelling', () => {
  test.each([
    ['harvesst', ['Harvest'], 'found by a typo'],
    ['harvest', [], 'found as typed'],
    ['harv', [], 'found by its beginning'],
    ['inaugurared', ['inaugurated'], 'found by a typo in the text'],
    ['kim yo chong', [], 'found by another name of the person'],
  ])('%s says %j: %s', async (terms, similar) => {
    const { results } = await ask(`q=${encodeURIComponent(terms)}`);
    expect(results.hits.length).toBeGreaterThan(0);
    for (const hit of results.hits) expect(hit.similarSpelling).toEqual(similar);
  });
});

test.each([
  ['harvset', 'harvest', true],
  ['harvest', 'harvest', false],
  ['hrvest', 'harvest', false],
  ['ab', 'ba', true],
])('in %s and %s two letters changed places: %s', (a, b, swapped) => {
  expect(isSwapped(a, b)).toBe(swapped);
});
