import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { type PartialDate, toPartialDate } from '../../indexer/partial-date.ts';
import { connectEngine, type EngineClient } from '../../src/search/engine-client.ts';
import { plainLabels } from '../../src/search/labels.ts';
import {
  asSet,
  everything,
  FACET_NAMES,
  type Query,
  withDates,
  withPage,
} from '../../src/search/query.ts';
import { queryFromUrl, queryToUrl } from '../../src/search/query-url.ts';
import { readDispatch, searchDispatches } from '../../src/search/search-dispatches.ts';
import { aDispatch } from '../a-dispatch.ts';
import { fillIndex, startEngine, type TestEngine } from '../engine.ts';
import { archive, values } from './an-archive.ts';

let server: TestEngine;
let engine: EngineClient;
beforeAll(async () => {
  server = await startEngine();
  await fillIndex(server, archive);
  engine = connectEngine({ url: server.url, searchKey: server.key });
});
afterAll(async () => {
  await engine.close();
  await server.stop();
});

const search = (query: Query) =>
  searchDispatches(query, engine, { labels: plainLabels, language: 'en', urlOf: queryToUrl });
const searchUrl = (url: string) => search(queryFromUrl(new URLSearchParams(url)) as Query);
const allIds = async (query: Query) =>
  (await search({ ...query, page: 1, perPage: 100 })).hits.map(({ id }) => id);

const some = (from: readonly (string | null)[], most: number) =>
  fc
    .subarray(
      from.filter((one) => one !== null),
      { maxLength: most },
    )
    .map(asSet);
const noValues = fc.constant([] as readonly string[]);
const day = fc
  .constantFrom(null, '1997', '1997-01', '1997-03', '1997-03-08', '2025-09-04', '2025')
  .map((text) => (text === null ? null : toPartialDate(text)));
const narrowings = fc
  .record({
    terms: some(values.words, 3).map((words) => words.join(' ')),
    include: fc.record({
      agency: some(values.agency, 2),
      person: some(values.person, 2),
      place: some(values.place, 2),
      lang: some(['en', 'it'], 1),
    }),
    exclude: fc.record({
      agency: some(values.agency, 1),
      person: some(values.person, 1),
      place: noValues,
      lang: noValues,
    }),
    personMatch: fc.constantFrom('any' as const, 'all' as const),
    from: day,
    to: day,
    dateField: fc.constantFrom('date' as const, 'published' as const),
    on: fc.constantFrom(null, null, null, '03-08'),
    undated: fc.constantFrom('auto' as const, 'include' as const, 'exclude' as const),
    group: fc.constantFrom('none' as const, 'family' as const),
    sort: fc.constantFrom('relevance' as const, 'newest' as const, 'oldest' as const),
  })
  .filter(({ from, to }) => from === null || to === null || from.slice(0, to.length) <= to)
  .map((said): Query => ({ ...everything, facets: FACET_NAMES, facetSize: 1000, ...said }));

test('Filters and words always intersect: narrowing never brings in a dispatch that was not there', async () => {
  await fc.assert(
    fc.asyncProperty(narrowings, async (query) => {
      const results = await search({ ...query, group: 'none', perPage: 100 });
      fc.pre(!results.relaxed);
      const byWords = await allIds({ ...everything, terms: query.terms });
      const byFilters = await allIds({ ...query, group: 'none', terms: '' });
      const expected = byFilters.filter((id) => byWords.includes(id));
      expect(results.hits.map(({ id }) => id).sort()).toEqual(expected.sort());
      expect(results.total).toBe(expected.length);
    }),
    { numRuns: 60 },
  );
});

test('The URL of every facet value finds exactly as many dispatches as the facet counts', async () => {
  await fc.assert(
    fc.asyncProperty(narrowings, async (query) => {
      const results = await search(query);
      for (const facet of results.facets) {
        for (const value of facet.values.filter((one) => !one.excluded)) {
          const narrowed = await searchUrl(value.narrowUrl);
          const isUnseen = value.count === 0 && narrowed.relaxed;
          expect(
            [facet.name, value.value, isUnseen ? 0 : narrowed.totalDispatches],
            `${value.narrowUrl} from ${queryToUrl(query)}`,
          ).toEqual([facet.name, value.value, value.count]);
        }
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('Filters hold what they say', async () => {
  await fc.assert(
    fc.asyncProperty(narrowings, async (query) => {
      const { hits } = await search({ ...query, perPage: 100 });
      for (const hit of hits) {
        const people = hit.people.map(({ id }) => id);
        const isChosen = (person: string) => people.includes(person);
        const { person, agency, place } = query.include;
        if (agency.length > 0) expect(agency).toContain(hit.agency?.id);
        if (place.length > 0) expect(place.some((name) => hit.places.includes(name))).toBe(true);
        if (person.length > 0) {
          const holds =
            query.personMatch === 'all' ? person.every(isChosen) : person.some(isChosen);
          expect(holds).toBe(true);
        }
        expect(query.exclude.agency).not.toContain(hit.agency?.id);
        expect(query.exclude.person.some(isChosen)).toBe(false);
      }
    }),
    { numRuns: 40 },
  );
});

test('Pages put together are the whole, without doubles, in the order asked for', async () => {
  for (const sort of ['newest', 'oldest'] as const) {
    const query = { ...everything, sort, perPage: 7 };
    const first = await search(query);
    expect(first).toMatchObject({ total: 60, pages: 9 });
    const ids: string[] = [];
    const dates: (string | null)[] = [];
    for (let page = 1; page <= first.pages; page += 1) {
      const { hits } = await search(withPage(query, page));
      ids.push(...hits.map(({ id }) => id));
      dates.push(...hits.flatMap(({ date }) => date ?? []));
    }
    expect(new Set(ids).size).toBe(60);
    const instants = dates.map((date) => Date.parse(date ?? ''));
    expect(instants).toEqual([...instants].sort((a, b) => (sort === 'newest' ? b - a : a - b)));
  }
});

const dated = (from: string | null, to: string | null) =>
  withDates(everything, from as PartialDate | null, to as PartialDate | null);

test.each([
  ['1997', '1997', ['1997', '1997-03', '1997-03-08']],
  ['1997-01', '1997-01', ['1997']],
  ['1997-01-01', '1997-01-01', ['1997']],
  ['1997-03', '1997-03', ['1997-03', '1997-03-08']],
  ['1997-03-02', null, ['1997-03-08', '1998-01-01', '2025-09-04', '2025-09-30']],
  ['2025-09-05', '2025', ['2025-09-30']],
  [null, '1998', ['1997', '1997-03', '1997-03-08', '1998-01-01']],
])('From %s to %s takes in the dates %s', async (from, to, expected) => {
  const { hits } = await search({ ...dated(from, to), perPage: 100 });
  expect(asSet(hits.flatMap(({ date }) => date ?? []))).toEqual(expected);
  expect(hits.every(({ date }) => date !== null)).toBe(true);
});

test('Undated dispatches can be asked for, alone or beside a range', async () => {
  const only = await search({ ...everything, undated: 'only', perPage: 100 });
  expect(only.hits.length).toBeGreaterThan(0);
  expect(only.hits.every(({ date }) => date === null)).toBe(true);
  const range = await search(dated('1997', '1997'));
  const both = await search({ ...dated('1997', '1997'), undated: 'include' });
  expect(both.total).toBe(range.total + only.total);
});

test('A quote in a value cannot end the filter', async () => {
  const hostile = 'o"brien \\ sons';
  const { total, hits } = await search({
    ...everything,
    include: { ...everything.include, person: [hostile] },
    perPage: 100,
  });
  expect(total).toBe(archive.filter(({ people }) => people.includes(hostile)).length);
  expect(hits.every(({ people }) => people.some(({ id }) => id === hostile))).toBe(true);
  const injected = `x" OR agency = "kcna`;
  const nothing = await search({
    ...everything,
    include: { ...everything.include, person: [injected] },
  });
  expect(nothing.total).toBe(0);
});

test('A value written in other letters than the archive’s is counted as what it finds', async () => {
  const { total, facets } = await searchUrl('agency=KCNA&facets=agency');
  expect(total).toBe(archive.filter(({ agency }) => agency === 'kcna').length);
  const agencies = facets[0]?.values.filter(({ value }) => /kcna/i.test(value)) ?? [];
  expect(agencies).toMatchObject([{ value: 'KCNA', selected: true, count: total }]);
});

test('When no dispatch has all the words, the commonest are let go and it is said', async () => {
  const strict = await search({ ...everything, terms: 'tea harvest' });
  expect(strict.relaxed).toBe(false);
  const relaxed = await search({ ...everything, terms: 'tea zebra' });
  const tea = await search({ ...everything, terms: 'tea' });
  expect(relaxed).toMatchObject({ total: tea.total, relaxed: true });
  const nothing = await search({ ...everything, terms: 'zebra giraffe' });
  expect(nothing).toMatchObject({ total: 0, relaxed: false });
});

test('Reprints of one dispatch are one hit when grouped; grouped or not, a hit knows how many they are', async () => {
  const grouped = await search({ ...everything, group: 'family', perPage: 100 });
  const families = new Map<string, number>();
  for (const { family } of archive)
    if (family) families.set(family, (families.get(family) ?? 0) + 1);
  const alone = archive.filter(({ family }) => family === null).length;
  expect(grouped).toMatchObject({ total: alone + families.size, totalDispatches: 60 });
  const ungrouped = await search({ ...everything, perPage: 100 });
  for (const { family, familySize } of [...grouped.hits, ...ungrouped.hits]) {
    expect(familySize).toBe(families.get(family ?? '') ?? 1);
  }
});

test('More than ten words: the shortest are left out and named', async () => {
  const { usedWords, ignoredWords } = await search({
    ...everything,
    terms: 'the tea of harvest in città coal treaty esercito summit flood number report',
  });
  expect(ignoredWords).toEqual(['the', 'of', 'in']);
  expect(usedWords).toHaveLength(10);
});

test('A dispatch can be read whole by its id, and an unknown id is null', async () => {
  expect(await readDispatch('archive-07', engine)).toEqual(
    archive.find(({ id }) => id === 'archive-07'),
  );
  expect(await readDispatch('no" OR id EXISTS OR id = "', engine)).toBeNull();
});

// Last, since it adds to the archive.
test('A dispatch of an index that an older version made is read whole', async () => {
  const { sourceLines: _, unconfirmed: __, stamp: ___, ...old } = aDispatch({ id: 'older-0001' });
  await fillIndex(server, [old as Dispatch]);
  expect(await readDispatch('older-0001', engine)).toMatchObject({
    ...old,
    ...{ sourceLines: [], unconfirmed: [], stamp: null },
  });
});
