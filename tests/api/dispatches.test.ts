import { afterAll, beforeAll, expect, test } from 'vitest';
import { aDispatch } from '../a-dispatch.ts';
import { archive } from '../search/an-archive.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

const dated = (
  id: string,
  date: string | null,
  dispatchedOn: string | null,
  publishedAt: string | null,
) => aDispatch({ ...{ id, date, dispatchedOn, publishedAt }, text: 'A zeppelin.', agency: 'afp' });
const zeppelins = [
  dated('of-a-month', '2001-08', '2001-08', '2001-09-01'),
  dated('of-the-page', '2001-09-02', null, '2001-09-02'),
  dated('without-date', null, null, null),
];
const inCyrillic = aDispatch({
  id: 'in-cyrillic',
  text: 'Владимир Путин прибыл в Пхеньян.',
  ...{ agency: 'afp', language: 'ru', people: ['vladimir-putin'] },
  names: ['Vladimir Putin', 'Владимир Путин', '普京'],
});

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade([...archive, ...zeppelins, inCyrillic]);
});
afterAll(() => facade.stop());

const json = async (path: string) => (await facade.get(path)).json();

test('A search gives hits, exact totals and only the facets that were asked for', async () => {
  const results = await json('/v1/dispatches?q=tea&agency=kcna&facets=agency,year&per_page=3');
  const expected = archive.filter(
    ({ agency, text }) => agency === 'kcna' && / tea[ ,]/.test(text),
  ).length;
  expect(results.pagination).toEqual({
    page: 1,
    perPage: 3,
    total: expected,
    totalDispatches: expected,
    pages: Math.ceil(expected / 3),
    nextCursor: null,
  });
  expect(results.data[0]).toMatchObject({ agency: { id: 'kcna', label: 'kcna' } });
  expect(results.data[0].fragments.snippet).toContainEqual({ text: 'tea', marked: true });
  expect(Object.keys(results.facets)).toEqual(['agency', 'year']);
  expect(results.facets.agency.values.map((one: { value: string }) => one.value)).toContain('ansa');
});

test.each([
  ['', ['of-a-month', 'of-the-page', 'without-date']],
  ['from=2001', ['of-a-month', 'of-the-page']],
  ['from=2001-08&to=2001-08', ['of-a-month']],
  ['from=2001-08-01&to=2001-08-01', ['of-a-month']],
  ['from=2001-08-02', ['of-the-page']],
  ['to=2001-08&undated=include', ['of-a-month', 'without-date']],
  ['undated=exclude', ['of-a-month', 'of-the-page']],
  ['undated=only', ['without-date']],
  ['on=09-02', ['of-the-page']],
  ['on=09-01', []],
  ['on=09-01&date_field=published', ['of-a-month']],
  ['on=09-02&date_field=dispatched', []],
  ['from=2001&date_field=dispatched', ['of-a-month']],
  ['undated=only&date_field=dispatched', ['of-the-page', 'without-date']],
  ['from=2001-09&to=2001-09&date_field=published', ['of-a-month', 'of-the-page']],
])('The dates %s find %j', async (asked, ids) => {
  const { data, pagination } = await json(`/v1/dispatches?q=zeppelin&fields=id&${asked}`);
  expect(data.map(({ id }: { id: string }) => id).sort()).toEqual(ids);
  expect(pagination.total).toBe(ids.length);
});

test.each([
  ['newest', ['of-the-page', 'of-a-month', 'without-date']],
  ['oldest', ['of-a-month', 'of-the-page', 'without-date']],
])('%s by the day the page appeared is %j: what has no date comes last', async (sort, ids) => {
  const asked = `q=zeppelin&fields=id&date_field=published&sort=${sort}`;
  const { data } = await json(`/v1/dispatches?${asked}`);
  expect(data.map(({ id }: { id: string }) => id)).toEqual(ids);
});

test('Years and months are those of the date that was asked for', async () => {
  const asked = 'q=zeppelin&date_field=published&facets=year,month';
  const { facets } = await json(`/v1/dispatches?${asked}`);
  expect(facets.year.values).toMatchObject([{ value: '2001', count: 2 }]);
  expect(facets.month.values).toMatchObject([{ value: '2001-09', count: 2 }]);
  const timeline = await json('/v1/timeline?q=zeppelin&date_field=published&interval=day');
  expect(timeline).toMatchObject({
    buckets: [
      { period: '2001-09-01', count: 1 },
      { period: '2001-09-02', count: 1 },
    ],
    undated: 1,
  });
});

test.each([
  ['q=putin', ['in-cyrillic']],
  ['q=путин', ['in-cyrillic']],
  ['q=普京', ['in-cyrillic']],
  ['q=putin&names=exact', []],
  ['q=путин&names=exact', ['in-cyrillic']],
])('%s finds %j: under every spelling, or only as printed', async (asked, ids) => {
  const { data } = await json(`/v1/dispatches?lang=ru&fields=id&${asked}`);
  expect(data.map(({ id }: { id: string }) => id)).toEqual(ids);
});

test('A dispatch is given whole, with its text and what its values rest on', async () => {
  const dispatch = await json('/v1/dispatches/archive-07');
  expect(dispatch).toMatchObject({ id: 'archive-07', text: expect.any(String), evidence: {} });
});

test.each([
  ['/v1/dispatches?agnecy=kcna', 400, 'unknown-parameter'],
  ['/v1/dispatches?sort=newst', 400, 'invalid-parameter'],
  ['/v1/dispatches/no-such-dispatch', 404, 'not-found'],
  ['/v1/nowhere', 404, 'not-found'],
  ['/v1/%E0%A4%A', 404, 'not-found'],
])('%s is answered %i as a problem', async (path, status, type) => {
  const response = await facade.get(path);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.json()).toMatchObject({ status, type: `/problems/${type}` });
});

test('A wrong parameter is named with what is allowed and what was meant', async () => {
  expect(await json('/v1/dispatches?sort=newst')).toMatchObject({
    errors: [
      {
        parameter: 'sort',
        allowed: ['relevance', 'newest', 'oldest'],
        didYouMean: 'newest',
      },
    ],
  });
});

test('Another method is refused with the methods that are possible', async () => {
  const response = await facade.get('/v1/dispatches', { method: 'DELETE' });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});
