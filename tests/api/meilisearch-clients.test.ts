import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import {
  getMeilisearchResults,
  meilisearchAutocompleteClient,
} from '@meilisearch/autocomplete-client';
import { instantMeiliSearch } from '@meilisearch/instant-meilisearch';
import { build } from 'esbuild';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';
import { loadPeople } from '../../config/people.ts';
import { FACETS } from '../../indexer/dispatch-index.ts';
import { INTERNAL_FIELDS } from '../../src/search/public-dispatch.ts';
import { aDispatch } from '../a-dispatch.ts';
import { describeInChromium } from '../pages/chromium.ts';
import { archive } from '../search/an-archive.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

const dispatches = [
  ...archive,
  aDispatch({ id: 'summit-1', headline: 'Summit in Moscow', people: ['vladimir-putin'] }),
];
const before1999 = dispatches.filter(({ date }) => date !== null && date < '1999').length;
const ofAnsa = dispatches.filter(({ agency }) => agency === 'ansa').length;
const has = (word: string) => (text: string) => new RegExp(`\\b${word}`).test(text);

let facade: TestFacade;
let site: Server;
let siteUrl: string;
beforeAll(async () => {
  site = createServer();
  await new Promise<void>((resolve) => {
    site.listen(0, '127.0.0.1', resolve);
  });
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  facade = await startFacade(dispatches, {
    agencies: loadAgencies(),
    people: loadPeople(),
    corsOrigins: [siteUrl],
  });
});
afterAll(async () => {
  site.closeAllConnections();
  site.close();
  await facade.stop();
});

const host = () => `${facade.url}/meilisearch`;
const post = (path: string, body: unknown) =>
  facade.get(`/meilisearch${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('The engine’s own client, pointed at the facade', () => {
  const index = () => new Meilisearch({ host: host(), apiKey: 'any' }).index('dispatches');

  it('searches, by POST and by GET', async () => {
    const options = { filter: 'agency = kcna', facets: ['agency'], limit: 5 };
    const posted = await index().search('tea', options);
    const got = await index().searchGet('tea', options);
    const expected = archive.filter(
      ({ agency, text }) => agency === 'kcna' && has('tea')(text),
    ).length;
    expect(posted.facetDistribution?.['agency']).toEqual({ kcna: posted.estimatedTotalHits });
    expect(posted.estimatedTotalHits).toBeGreaterThanOrEqual(expected);
    expect(got.hits).toEqual(posted.hits);
  });

  it('asks several searches at once', async () => {
    const client = new Meilisearch({ host: host(), apiKey: 'any' });
    const { results } = await client.multiSearch({
      queries: [
        { indexUid: 'dispatches', q: 'tea' },
        { indexUid: 'dispatches', q: '', page: 1, hitsPerPage: 0 },
      ],
    });
    expect(results[1]).toMatchObject({ totalHits: dispatches.length });
  });

  it('finds the values of a facet by any word of any name', async () => {
    for (const facetQuery of ['putin', 'Путин', 'vlad']) {
      const { facetHits } = await index().searchForFacetValues({ facetName: 'people', facetQuery });
      expect(facetHits.map(({ value }) => value)).toContain('vladimir-putin');
    }
    const all = await index().searchForFacetValues({ facetName: 'agency', facetQuery: '' });
    const counted = archive.filter(({ agency }) => agency === 'ansa').length;
    expect(all.facetHits).toContainEqual({ value: 'ansa', count: counted });
  });

  it('is told what is healthy and what is not open', async () => {
    const client = new Meilisearch({ host: host(), apiKey: 'any' });
    expect(await client.isHealthy()).toBe(true);
    await expect(client.getKeys()).rejects.toMatchObject({ cause: { code: 'invalid_api_key' } });
    await expect(client.index('people').search('')).rejects.toMatchObject({
      cause: { code: 'index_not_found' },
    });
    await expect(index().search('', { filter: 'agency >>= 1' })).rejects.toMatchObject({
      cause: { code: 'invalid_search_filter' },
    });
  });
});

describe('What is not public', () => {
  it('is in no answer', async () => {
    const marks = {
      attributesToHighlight: ['*'],
      attributesToCrop: ['*'],
      showMatchesPosition: true,
    };
    const bodies = [
      {},
      { attributesToRetrieve: ['*'], ...marks },
      { attributesToRetrieve: ['traits.sketch', 'names'], attributesToHighlight: ['names:5'] },
    ];
    for (const body of bodies) {
      const search = { q: 'kim', ...body };
      const { hits } = await (await post('/indexes/dispatches/search', search)).json();
      expect(hits.length).toBeGreaterThan(0);
      for (const hit of hits) {
        const shown = [hit, hit._formatted ?? {}, hit._matchesPosition ?? {}].flatMap(Object.keys);
        expect(shown.filter((name) => INTERNAL_FIELDS.includes(name))).toEqual([]);
      }
    }
  });

  test.each([
    ['a private field in a filter', 400, { filter: 'fingerprint EXISTS' }],
    ['a private field among the facets', 400, { facets: ['traits.sketch'] }],
    ['the engine’s vectors', 400, { vector: [1] }],
    ['a filter that never ends', 400, { filter: 'a = 1 OR '.repeat(2000) }],
    ['a body that is too large', 413, 'x'.repeat(70_000)],
    ['a body that is no JSON', 400, '{'],
  ])('%s is refused', async (_, status, body) => {
    const response = await post('/indexes/dispatches/search', body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      message: expect.any(String),
      code: expect.any(String),
    });
  });

  it('is not counted when every facet is asked for', async () => {
    const answer = await post('/indexes/dispatches/search', { facets: ['*'] });
    const { facetDistribution } = await answer.json();
    expect(Object.keys(facetDistribution).sort()).toEqual([...FACETS].sort());
  });

  it('may stand in the quotes of a value', async () => {
    const filter = 'places = "traits of the Nile"';
    expect((await post('/indexes/dispatches/search', { filter })).status).toBe(200);
  });

  it('at most a hundred hits come at once', async () => {
    const { limit } = await (await post('/indexes/dispatches/search', { limit: 5000 })).json();
    expect(limit).toBe(100);
  });
});

test('The autocomplete client works against the facade', async () => {
  const searchClient = meilisearchAutocompleteClient({ url: host(), apiKey: 'any' });
  const query = { indexName: 'dispatches', query: 'summit in mosc', params: { hitsPerPage: 3 } };
  const requester = getMeilisearchResults<{ id: string }>({ searchClient, queries: [query] });
  const transformResponse = () => [];
  const [answer] = await requester.execute({
    searchClient,
    requests: [{ query, sourceId: 'dispatches', transformResponse }],
  });
  expect(answer?.items).toHaveProperty('hits.0.id', 'summit-1');
});

test.each([
  ['another order', 'dispatches:date:asc', {}, { nbHits: dispatches.length }],
  ['a range', 'dispatches', { numericFilters: ['sortAt<=900000000'] }, { nbHits: before1999 }],
  [
    'words around the match',
    'dispatches',
    { attributesToSnippet: ['text:5'], query: 'summit' },
    {},
  ],
  ['finite pages', 'dispatches', { hitsPerPage: 50, page: 1 }, { nbPages: 2 }],
  ['every facet', 'dispatches', { facets: ['*'] }, { facets: { agency: { ansa: ofAnsa } } }],
])('InstantSearch asks for %s', async (_, indexName, params, expected) => {
  const options = { finitePagination: true };
  const { searchClient } = instantMeiliSearch(host(), 'any', options);
  const request = { indexName, params: { query: '', ...params } };
  const { results } = await searchClient.search<{ id: string }>([request]);
  expect(results[0]).toMatchObject(expected);
  expect(results[0]).toHaveProperty('hits.0.id', expect.any(String));
});

describeInChromium('A page of InstantSearch at another origin', (visit) => {
  beforeAll(async () => {
    const bundled = await build({
      entryPoints: [fileURLToPath(new URL('instantsearch-page.js', import.meta.url))],
      ...{ bundle: true, write: false, format: 'iife', platform: 'browser' },
      define: { 'process.env.NODE_ENV': '"production"' },
    });
    const script = bundled.outputFiles[0]?.text ?? '';
    const boxes = ['box', 'stats', 'agencies', 'people', 'hits', 'pages'];
    site.on('request', (request, response) => {
      const isScript = request.url === '/page.js';
      response.setHeader(
        'content-type',
        `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`,
      );
      const page = `<!doctype html><body data-host="${host()}">${boxes
        .map((id) => `<div id="${id}"></div>`)
        .join('')}<script src="/page.js"></script>`;
      response.end(isScript ? script : page);
    });
  });

  it('searches, narrows with right counts, turns pages and keeps it all in its address', async () => {
    const { page, errors } = await visit(siteUrl);
    const found = (count: number) => page.getByText(`${count} found`, { exact: true }).waitFor();
    await found(dispatches.length);

    const countOf = (agency: string) =>
      dispatches.filter((dispatch) => dispatch.agency === agency).length;
    const agencyBox = (agency: string) => page.locator(`#agencies input[value="${agency}"]`);
    const shownCount = (agency: string) =>
      page
        .locator(`#agencies li:has(input[value="${agency}"]) .ais-RefinementList-count`)
        .textContent();
    await agencyBox('ansa').check();
    await found(countOf('ansa'));
    // Disjunctive: another agency still says how many it would add.
    expect(await shownCount('tass')).toBe(String(countOf('tass')));
    await agencyBox('tass').check();
    await found(countOf('ansa') + countOf('tass'));

    const people = (id: string) =>
      dispatches.filter(
        (one) => (one.agency === 'ansa' || one.agency === 'tass') && one.people.includes(id),
      ).length;
    await page.locator('#people input[value="kim-jong-un"]').check();
    await found(people('kim-jong-un'));
    await page.locator('#people input[value="kim-jong-un"]').uncheck();
    await found(countOf('ansa') + countOf('tass'));

    // The second word of a name that is not the value: only the facade knows it.
    await page.locator('#people input[type="search"]').fill('jong');
    const offered = () =>
      page.evaluate(
        `[...document.querySelectorAll('#people input[type=checkbox]')].map((one) => one.value)`,
      );
    await expect.poll(offered, { timeout: 10_000 }).toEqual(['kim-jong-un']);
    await page.locator('#people input[type="search"]').fill('');

    await page.locator('#pages a[aria-label="Page 2"]').click();
    await page.waitForURL(/page/);
    await page.reload();
    await found(countOf('ansa') + countOf('tass'));
    expect(await agencyBox('tass').isChecked()).toBe(true);

    await page.locator('#box input').fill('report');
    await page.locator('#hits .ais-Highlight-highlighted').first().waitFor();
    expect(errors).toEqual([]);
  });
});
