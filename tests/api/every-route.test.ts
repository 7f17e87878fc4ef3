import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';
import { loadPeople } from '../../config/people.ts';
import { loadOpenApi } from '../../src/api/openapi.ts';
import { INTERNAL_FIELDS } from '../../src/search/public-dispatch.ts';
import { aDispatch } from '../a-dispatch.ts';
import { archive } from '../search/an-archive.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

const putin = { person: 'vladimir-putin', asPrinted: 'V. Putin', role: 'President', tier: 'exact' };
const summit = aDispatch({
  id: 'summit-in-moscow',
  headline: 'Summit "opens" in Moscow',
  standfirst: '=1+1',
  text: 'Moscow, September 4 -- The summit opened, V. Putin said.',
  people: ['vladimir-putin', 'kim-jong-un'],
  mentions: [{ ...putin, span: [42, 50], count: 1 }],
  places: ['Moscow'],
  family: 'summit-family',
  firstIndexedAt: '2026-03-01T00:00:00.000Z',
});
const reprint = aDispatch({
  id: 'summit-reprint',
  headline: 'A summit opens in Moscow',
  standfirst: 'A <b>summit</b> & more',
  text: 'The summit opened, V. Putin said.',
  people: ['vladimir-putin'],
  mentions: [{ ...putin, span: [19, 27], count: 2 }],
  agency: 'ansa',
  family: 'summit-family',
  relation: 'reprint',
  date: '2025-09-05',
});

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade([...archive, summit, reprint], {
    agencies: loadAgencies(),
    people: loadPeople(),
    publicUrl: 'https://archive.example/',
    metricsKey: 'metrics-key',
    reindexReports: async () => [{ read: 62 }],
  });
});
afterAll(() => facade.stop());

const json = async (path: string) => (await facade.get(path)).json();
const text = async (path: string) => (await facade.get(path)).text();

const examples = Object.values(loadOpenApi().paths ?? {}).flatMap(
  (path) => (path?.get as unknown as { 'x-examples'?: string[] })?.['x-examples'] ?? [],
);

test.each(examples)('The example %s of the documentation works', async (example) => {
  const path = example.replace('{id}', summit.id).replace('{person}', 'vladimir-putin');
  const response = await facade.get(path);
  expect(response.status, await response.clone().text()).toBe(200);
});

test('Every path of the document has an example, but for those that say whether we run', () => {
  expect(examples.length).toBeGreaterThan(Object.keys(loadOpenApi().paths ?? {}).length - 3);
});

test('An export has exactly as many rows as the search has hits, in its order', async () => {
  const query = 'sort=oldest&agency=kcna&agency=ansa';
  const { pagination, data } = await json(`/v1/dispatches?${query}&per_page=100`);
  const ids = data.map(({ id }: { id: string }) => id);
  const csv = await facade.get(`/v1/export.csv?${query}&fields=id,headline`);
  expect(csv.headers.get('x-total-count')).toBe(String(pagination.total));
  expect(csv.headers.get('x-query')).toBe('?agency=ansa&agency=kcna&sort=oldest');
  const [heading, ...rows] = (await csv.text()).trim().split('\n');
  expect(heading).toBe('id,headline');
  expect(rows.map((row) => row.split(',')[0])).toEqual(ids);
  const lines = (await text(`/v1/export.jsonl?${query}`)).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(ids);
});

test('An export of families has as many rows as the search has', async () => {
  const query = 'group=family&fields=id';
  const { pagination, data } = await json(`/v1/dispatches?${query}&per_page=100`);
  expect(pagination.total).toBeLessThan(pagination.totalDispatches);
  const rows = (await text(`/v1/export.csv?${query}`)).trim().split(/\r?\n/).slice(1);
  expect(rows).toEqual(data.map(({ id }: { id: string }) => id));
});

test('A table cell that begins like a formula is not run by a spreadsheet', async () => {
  const csv = await text('/v1/export.csv?fields=standfirst,headline&place=Moscow');
  expect(csv).toContain(`'=1+1,"Summit ""opens"" in Moscow"`);
});

test('A feed begins with what came into the archive last, and links to our address', async () => {
  const feed = await text('/v1/feed.atom');
  const first = feed.slice(feed.indexOf('<entry>'), feed.indexOf('</entry>'));
  expect(first).toContain('https://archive.example/dispatches/summit-in-moscow');
  expect(first).toContain('KCNA');
  expect(feed.match(/<entry>/g)).toHaveLength(50);
});

test('What looks like markup is text in a feed', async () => {
  const feed = await text('/v1/feed.atom?q=summit');
  expect(feed).toContain('A &lt;b&gt;summit&lt;/b&gt; &amp; more');
  expect(feed).not.toContain('<b>');
});

test('A timeline counts every dispatch once and has no gaps', async () => {
  const timeline = await json('/v1/timeline?interval=month&per=agency&series=3');
  const counted = timeline.buckets.reduce(
    (sum: number, one: { count: number }) => sum + one.count,
    0,
  );
  expect(timeline.total).toBe(archive.length + 2);
  expect(counted + timeline.lessPrecise + timeline.undated).toBe(timeline.total);
  expect(timeline.buckets).toHaveLength(12 * (2025 - 1997) + 7);
  expect(timeline.undated).toBe(archive.filter(({ date }) => date === null).length);
  expect(timeline.lessPrecise).toBe(archive.filter(({ date }) => date?.length === 4).length);
  const kcna = timeline.buckets.reduce(
    (sum: number, { per }: { per: Record<string, number> }) => sum + (per['kcna'] ?? 0),
    0,
  );
  expect(kcna).toBe(
    [...archive, summit].filter(({ agency, month }) => agency === 'kcna' && month !== null).length,
  );
});

test('A timeline by day of thirty years is refused with a way out', async () => {
  expect(await json('/v1/timeline?interval=day')).toMatchObject({
    status: 400,
    errors: [{ parameter: 'interval', allowed: ['year', 'month'] }],
  });
  const { buckets } = await json('/v1/timeline?interval=day&from=2025-09');
  expect(buckets.at(0).period).toBe('2025-09-04');
  expect(buckets).toHaveLength(27);
});

test.each([['put'], ['Путин'], ['vladimir put'], ['普京']])(
  'Whoever types %s is offered Vladimir Putin',
  async (typed) => {
    const { people } = await json(`/v1/suggest?q=${encodeURIComponent(typed)}`);
    expect(people[0]).toMatchObject({ id: 'vladimir-putin', url: '?person=vladimir-putin' });
    const { data } = await json(`/v1/people?q=${encodeURIComponent(typed)}`);
    expect(data[0]).toMatchObject({ id: 'vladimir-putin', label: 'Vladimir Putin' });
  },
);

test('Headlines are suggested by the beginning of a word, with the word marked, a reprint once', async () => {
  const { headlines } = await json('/v1/suggest?q=summ');
  const ids = headlines.map(({ id }: { id: string }) => id);
  expect(ids).toContain('summit-in-moscow');
  expect(ids).not.toContain('summit-reprint');
  expect(headlines[0].headline.some((one: { marked: boolean }) => one.marked)).toBe(true);
});

test('A person has names, company, years and printed titles', async () => {
  const person = await json('/v1/people/vladimir-putin');
  expect(person).toMatchObject({ label: 'Vladimir Putin', last: '2025-09-30' });
  expect(person.names).toContain('Vladimir Putin');
  expect(person.roles).toEqual([
    {
      ...{ text: 'President', count: 2, first: '2025-09-04', last: '2025-09-05' },
      periods: [{ period: '2025-09', count: 2 }],
    },
  ]);
  expect(person.with.map(({ id }: { id: string }) => id)).toContain('kim-jong-un');
  expect((await facade.get('/v1/people/nobody')).status).toBe(404);
  const { errors } = await json('/v1/people/new-vladimir-putin');
  expect(errors[0].didYouMean, 'who was merged is still found').toBe('vladimir-putin');
});

test('The family of a dispatch is its reprints, and they are not among the related ones', async () => {
  const idsOf = async (path: string) => (await json(path)).data.map(({ id }: { id: string }) => id);
  expect(await idsOf('/v1/dispatches/summit-reprint/family')).toEqual([
    'summit-in-moscow',
    'summit-reprint',
  ]);
  const related = await idsOf('/v1/dispatches/summit-in-moscow/related');
  expect(related.length).toBeGreaterThan(0);
  expect(related).not.toContain('summit-reprint');
  expect(related).not.toContain('summit-in-moscow');
});

test.each([
  '/v1/dispatches?q=summit+opens',
  '/v1/dispatches?q=summit+opens&group=family',
  '/v1/dispatches?q=summit+opens&cursor=*',
  '/v1/dispatches?q=summit+opens&fields=id,familySize&cursor=*',
  '/v1/dispatches/summit-in-moscow/family',
])('%s says how large the family of a dispatch is', async (path) => {
  const { data } = await json(path);
  const sizes = data.map(({ familySize }: { familySize: number }) => familySize);
  expect(new Set(sizes)).toEqual(new Set([2]));
});

test.each([
  ['bibtex', 'application/x-bibtex', '@online{dispatch-summit-in-moscow'],
  ['ris', 'application/x-research-info-systems', 'AU  - KCNA'],
  ['csl', 'application/vnd.citationstyles.csl+json', '"type": "article-newspaper"'],
  ['text', 'text/plain', 'https://archive.example/dispatches/summit-in-moscow'],
])('A citation as %s names the agency, our address and the hash', async (format, type, part) => {
  const response = await facade.get(`/v1/dispatches/summit-in-moscow/cite?format=${format}`);
  expect(response.headers.get('content-type')).toContain(type);
  const citation = await response.text();
  expect(citation).toContain(part);
  expect(citation).toContain(summit.source.sha256);
});

test('What only the indexer looks at is in no answer and cannot be asked for', async () => {
  const line = async (path: string) => JSON.parse((await text(path)).split('\n')[0] ?? '');
  const answers = [
    await json('/v1/dispatches/summit-reprint'),
    (await json('/v1/dispatches?fields=*&per_page=1')).data[0],
    (await json('/v1/dispatches?fields=*&per_page=1&cursor=*')).data[0],
    (await json('/v1/dispatches/summit-reprint/family')).data[0],
    await line('/v1/export.jsonl?q=summit'),
  ];
  const columns = (await text('/v1/export.csv?fields=*')).split('\n')[0]?.trim().split(',') ?? [];
  const shown = [...answers.flatMap(Object.keys), ...columns];
  expect(shown).toContain('headline');
  expect(shown.filter((name) => INTERNAL_FIELDS.includes(name))).toEqual([]);
  for (const name of INTERNAL_FIELDS) {
    expect((await facade.get(`/v1/export.csv?fields=${name}`)).status).toBe(400);
  }
});

test('A field by itself is what it is among all the others', async () => {
  const asked = '/v1/dispatches?per_page=100&sort=oldest';
  const [all, harvested] = [await json(asked), await json('/v1/dispatches?per_page=100&cursor=*')];
  type Shown = Record<string, unknown>;
  const byId = new Map(all.data.map((one: Shown) => [one['id'], one]));
  for (const one of harvested.data) expect(one).toEqual(byId.get(one.id));
  for (const name of Object.keys(all.data[0])) {
    for (const url of [asked, '/v1/dispatches?per_page=100&cursor=*']) {
      const { data } = await json(`${url}&fields=id,${name}`);
      const expected = data.map(({ id }: Shown) => ({
        id,
        [name]: (byId.get(id) as Shown)[name],
      }));
      expect(data).toEqual(expected);
    }
  }
});

test('Measurements need the key', async () => {
  expect((await facade.get('/metrics')).status).toBe(401);
  const headers = { authorization: 'Bearer metrics-key' };
  const metrics = await (await facade.get('/metrics', { headers })).text();
  expect(metrics).toContain(
    'http_request_duration_seconds_count{route="/v1/timeline",status="200"}',
  );
});

test('Search engines of browsers are told where to ask', async () => {
  expect(await text('/opensearch.xml')).toContain(
    'template="https://archive.example/?q={searchTerms}"',
  );
});
