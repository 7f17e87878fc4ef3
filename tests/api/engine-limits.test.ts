import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { isBeyondSearch } from '../../indexer/reindex/search-reach.ts';
import { aDispatch } from '../a-dispatch.ts';
import { fillIndex } from '../engine.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

/*
 * What the engine cuts or passes over in silence as it comes, and what becomes of it here:
 *
 * | the engine                                              | here                                        |
 * |---------------------------------------------------------|---------------------------------------------|
 * | ends after 1,000 hits                                   | raised                                      |
 * | counts 100 values of a facet                            | raised; `truncated` says when some are left |
 * | searches the values of a facet by their beginning, by   | replaced by a look-up of any word of any    |
 * | the first word typed, and gives 100                     | name, with exact counts                     |
 * | lessens the counts of a facet by its own choice         | replaced                                    |
 * | estimates totals, which then move from page to page     | replaced by exact ones                      |
 * | reads ten words                                         | reported, the shortest go first             |
 * | passes over excluded words after the tenth              | replaced: they are sent first               |
 * | takes a filter on nothing filterable for no filter      | refused, also where the engine's own API is |
 * | takes `OR` and `title:` for words                       | refused with a hint                         |
 * | takes values of 468 bytes                               | refused beyond                              |
 * | sees no phrase across a comma                           | told at `q`; found when the comma is typed  |
 * | reads 65,536 positions of a text                        | reported by the run that indexes it         |
 */

const PEOPLE = 260;
const pad = (n: number) => String(n).padStart(4, '0');
/** Every second name has the word Delegate second; each is in some dispatches, the lower the more. */
const personOf = (n: number) => `${n % 2 === 0 ? 'first' : 'other'}-delegate-${pad(n)}`;

const many = Array.from({ length: 2_300 }, (_, n) =>
  aDispatch({
    id: `report-${pad(n)}`,
    headline: `Report ${pad(n)}`,
    text: `The harvest, wheat and barley, of county ${n % 7}.`,
    people: [personOf(n % PEOPLE)],
    places: [`County ${pad(n % 150)}`],
  }),
);
const long = aDispatch({
  id: 'eleven-words',
  headline: 'Eleven words',
  text: 'alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima',
});

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade([...many, long], { rateLimit: null });
}, 120_000);
afterAll(() => facade.stop());

const json = async (path: string) => (await facade.get(path)).json();
const idsOf = ({ data }: { data: { id: string }[] }) => data.map(({ id }) => id);

describe('More than a thousand hits', () => {
  it('are reached page by page, to the last', async () => {
    const ids: string[] = [];
    for (let page = 1; page <= 23; page += 1) {
      const answer = await json(`/v1/dispatches?q=harvest&per_page=100&fields=id&page=${page}`);
      expect(answer.pagination).toMatchObject({ total: many.length, pages: 23 });
      ids.push(...idsOf(answer));
    }
    expect(ids.sort()).toEqual(many.map(({ id }) => id));
  });

  it('are reached by cursor', async () => {
    const ids: string[] = [];
    for (let cursor: string | null = '*'; cursor !== null; ) {
      const url = `/v1/dispatches?q=harvest&per_page=100&fields=id&cursor=${cursor}`;
      const answer: Awaited<ReturnType<typeof json>> = await json(url);
      ids.push(...idsOf(answer));
      cursor = answer.pagination.nextCursor;
    }
    expect(ids).toEqual(many.map(({ id }) => id));
  });

  it('are exported', async () => {
    const lines = await (await facade.get('/v1/export.jsonl?q=harvest&fields=id')).text();
    expect(lines.trim().split('\n')).toHaveLength(many.length);
  });

  it('are counted exactly by the engine’s own API too', async () => {
    const { totalHits, hits } = await search({ q: 'harvest', page: 23, hitsPerPage: 100 });
    expect([totalHits, hits.length]).toEqual([many.length, 100]);
  });
});

describe('More than a hundred values of one facet', () => {
  it('are all given when asked for, each with its exact count', async () => {
    const { facets } = await json('/v1/dispatches?facets=person,place&facet_size=1000&per_page=1');
    expect([facets.person.values.length, facets.person.truncated]).toEqual([PEOPLE, false]);
    expect([facets.place.values.length, facets.place.truncated]).toEqual([150, false]);
    for (const { value, count } of facets.person.values) {
      expect([value, count]).toEqual([
        value,
        many.filter(({ people }) => people[0] === value).length,
      ]);
    }
  });

  it('are cut at facet_size, and it is said', async () => {
    const { facets } = await json('/v1/dispatches?facets=person&facet_size=150&per_page=1');
    expect([facets.person.values.length, facets.person.truncated]).toEqual([150, true]);
  });

  it('leave one in sight that is chosen or excluded, however far behind', async () => {
    const last = personOf(PEOPLE - 1);
    const asked = `facets=person&facet_size=5&per_page=1&person_not=${last}`;
    const { facets, pagination } = await json(`/v1/dispatches?${asked}`);
    expect(facets.person.values[0]).toMatchObject({ value: last, excluded: true, count: 0 });
    const left = many.filter(({ people }) => people[0] !== last).length + 1;
    expect(pagination.total).toBe(left);
  });

  it('can be left out a hundred at once', async () => {
    const out = Array.from({ length: 130 }, (_, n) => personOf(n));
    const asked = new URLSearchParams(out.map((one) => ['person_not', one]));
    const { pagination } = await json(`/v1/dispatches?${asked}&q=harvest&per_page=1`);
    const left = many.filter(({ people }) => !out.includes(people[0] ?? '')).length;
    expect(pagination.total).toBe(left);
  });

  it('are listed with pages of their own', async () => {
    const { data, pagination } = await json('/v1/people?per_page=100&page=3');
    expect([pagination.total, data.length]).toEqual([PEOPLE, PEOPLE - 200]);
  });
});

describe('The values of a facet are searched', () => {
  it.each([
    ['the first word', 'first', 130],
    ['a word that is not the first', 'delegate', 260],
    ['two words, the second not whole', 'delegate 025', 10],
    ['the last word alone', '0259', 1],
  ])('by %s, as /v1/people and as the engine’s own API', async (_, typed, found) => {
    const { pagination } = await json(`/v1/people?q=${encodeURIComponent(typed)}`);
    expect(pagination.total).toBe(found);
    const asked = { facetName: 'people', facetQuery: typed };
    const { facetHits } = await post('/indexes/dispatches/facet-search', asked);
    expect(facetHits).toHaveLength(Math.min(100, found));
    for (const { value, count } of facetHits.slice(0, 5)) {
      expect(count).toBe(many.filter(({ people }) => people[0] === value).length);
    }
  });
});

describe('More than ten words', () => {
  it('find what has them all, and those that were not looked for are named', async () => {
    const { data, query } = await json(`/v1/dispatches?q=${encodeURIComponent(long.text)}`);
    expect(idsOf({ data })).toEqual([long.id]);
    expect(query.usedWords).toHaveLength(10);
    expect(query.ignoredWords).toEqual(['echo', 'golf']);
  });

  it('do not hide an excluded word behind them', async () => {
    const { pagination } = await json(
      `/v1/dispatches?q=${encodeURIComponent(`${long.text} -kilo`)}`,
    );
    expect(pagination.total).toBe(0);
  });
});

test.each([
  ['/v1/dispatches?county=1', 'county'],
  ['/v1/dispatches?byline=x', 'byline'],
  ['/v1/dispatches?facets=byline', 'facets'],
  ['/v1/timeline?per=byline', 'per'],
])('%s is refused, and %s named', async (path, parameter) => {
  const answer = await facade.get(path);
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ errors: [{ parameter }] });
});

test.each([
  ['filters by', { filter: 'byline = x' }, 'invalid_search_filter'],
  ['sorts by', { sort: ['byline:asc'] }, 'invalid_search_sort'],
  ['counts', { facets: ['byline'] }, 'invalid_search_facets'],
])('The engine’s own API %s nothing that it cannot', async (_, asked, code) => {
  expect(await search({ q: '', ...asked })).toMatchObject({ code });
});

const words = (count: number, between: string) =>
  Array.from({ length: count }, (_, n) => `w${n}`).join(between);

test.each([
  ['short sentences', 'quagga', `${words(9_000, '. ')} quagga`, true],
  ['words without end', 'zebra', `${words(65_500, ' ')} zebra`, false],
  ['more words', 'okapi', `${words(65_536, ' ')} okapi`, true],
  ['twice as many clauses as fit', 'gnu', `${words(16_000, ', ')} gnu`, true],
])('A text of %s is reported when its last word cannot be found', async (_, last, text, isLost) => {
  await fillIndex(facade.engine, [aDispatch({ text })]);
  const { pagination } = await json(`/v1/dispatches?q=${last}&per_page=1`);
  expect(pagination.total).toBe(isLost ? 0 : 1);
  expect(isBeyondSearch(text)).toBe(isLost);
});

test.each([
  ['"wheat and barley"', many.length],
  ['"harvest wheat"', 0],
  ['"harvest, wheat"', many.length],
  ['harvest, wheat', many.length],
])('%s finds %i', async (typed, total) => {
  const { pagination } = await json(`/v1/dispatches?q=${encodeURIComponent(typed)}&per_page=1`);
  expect(pagination.total).toBe(total);
});

async function post(path: string, body: object) {
  const answer = await facade.get(`/meilisearch${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

const search = (body: object) => post('/indexes/dispatches/search', body);
