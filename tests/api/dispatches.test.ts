import { afterAll, beforeAll, expect, test } from 'vitest';
import { archive } from '../search/an-archive.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(archive);
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
