import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { loadOpenApi } from '../../src/api/openapi.ts';
import { ApiError, type Client, createClient } from '../../src/client/client.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { describeInChromium } from '../pages/chromium.ts';
import { archive } from '../search/an-archive.ts';
import { clientTypes, TYPES_FILE } from './generate-types.ts';

let facade: TestFacade;
let client: Client;
beforeAll(async () => {
  facade = await startFacade(archive, { corsOrigins: ['*'] });
  client = createClient({ url: `${facade.url}/` });
});
afterAll(() => facade.stop());

test('The types are those of the OpenAPI document', async () => {
  const bare = (code: string) => code.replace(/[\s;,|]+/g, '').replaceAll('"', "'");
  expect(bare(readFileSync(TYPES_FILE, 'utf8'))).toBe(bare(await clientTypes()));
});

test('A search is written and answered with types', async () => {
  const { data, facets } = await client.searchDispatches({
    q: 'tea',
    agency: ['kcna', 'ansa'],
    lang: 'it',
    facets: ['agency', 'year'],
    per_page: 5,
  });
  const expected = archive.filter(
    ({ agency, language, text }) =>
      (agency === 'kcna' || agency === 'ansa') && language === 'it' && / tea[ ,]/.test(text),
  );
  expect(data.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
  expect(Object.keys(facets)).toEqual(['agency', 'year']);
  const [first] = data;
  const whole = first?.id === undefined ? null : await client.getDispatch(first.id);
  expect(whole?.text).toContain('tea');
});

/** What is no function of its own: files have addresses, and the rest is not for programs that search. */
const OTHERWISE: Readonly<Record<string, keyof Client | null>> = {
  ...{ exportCsv: 'exportUrl', exportJsonLines: 'exportUrl', getFeed: 'feedUrl', cite: 'citeUrl' },
  ...{ getContract: null, getClientModule: null, getClientPackage: null, isAlive: null },
};
const operations = Object.values(loadOpenApi().paths ?? {}).flatMap(
  (path) => path?.get?.operationId ?? [],
);

test.each(operations)('The operation %s is a function of the client', (operation) => {
  const name = operation in OTHERWISE ? OTHERWISE[operation] : operation;
  if (name !== null) expect(client).toHaveProperty(name ?? '', expect.any(Function));
});

test('What has no search behind it is asked for too', async () => {
  expect(await client.isReady()).toBe(true);
  expect(await client.listReindexings()).toEqual({ data: [] });
  const nobody = createClient({
    url: facade.url,
    fetch: async () => new Response('', { status: 503 }),
  });
  expect(await nobody.isReady()).toBe(false);
  await expect(nobody.listAgencies()).rejects.toMatchObject({ problem: { status: 503 } });
});

test('The addresses of files are those of the API', async () => {
  const query = { agency: ['kcna', 'ansa'], fields: 'id' };
  const lines = await (await fetch(client.exportUrl('jsonl', query))).text();
  const { pagination } = await client.searchDispatches(query);
  expect(lines.trim().split('\n')).toHaveLength(pagination.total);
  const citation = await fetch(client.citeUrl(archive[0]?.id ?? '', { format: 'ris' }));
  expect(await citation.text()).toMatch(/^TY {2}- /);
  expect((await fetch(client.feedUrl({ q: 'tea' }))).headers.get('content-type')).toContain('atom');
});

test('Every dispatch can be gone through', async () => {
  const ids: (string | undefined)[] = [];
  for await (const { id } of client.everyDispatch({ per_page: 7, fields: 'id' })) ids.push(id);
  expect(ids).toEqual(archive.map(({ id }) => id).sort());
});

test('A problem is thrown with what is allowed', async () => {
  const asked = client.searchDispatches({ from: 'yesterday' });
  await expect(asked).rejects.toBeInstanceOf(ApiError);
  await expect(asked).rejects.toMatchObject({
    problem: { errors: [{ parameter: 'from', allowed: ['YYYY', 'YYYY-MM', 'YYYY-MM-DD'] }] },
  });
});

test('The client needs no other package and fits a browser', async () => {
  const { metafile } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/client/client.ts', import.meta.url))],
    ...{ bundle: true, write: false, platform: 'browser', metafile: true },
  });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs.map((path) => path.split('/').at(-1))).toEqual(['client.ts']);
});

const CONSUMER = `
import { ApiError, type Client, type ClientOptions, createClient } from 'dispatches/client';

const options: ClientOptions = { url: process.argv[2] ?? '' };
const archive: Client = createClient(options);
const { data, pagination } = await archive.searchDispatches({ q: 'tea', agency: ['kcna'], per_page: 2 });
const first: string | null | undefined = data[0]?.headline;
const people: boolean[] = (await archive.listPeople({ confirmed: true })).data.map((one) => one.confirmed);
// @ts-expect-error: the contract knows no such parameter
const wrong = await archive.searchDispatches({ colour: 'red' }).catch((error: unknown) => error);
const meant = wrong instanceof ApiError ? wrong.problem.errors.map((one) => one.parameter) : [];
console.log(JSON.stringify({ first, total: pagination.total, people: people.length, meant }));
`;
const STRICT = {
  ...{
    strict: true,
    module: 'nodenext',
    target: 'es2023',
    lib: ['es2023', 'dom'],
    types: ['node'],
  },
  ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
};
const run = promisify(execFile);
const ofProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('npm installs it from the facade into an empty folder; there it type-checks and runs', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dispatches-client-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('package.json', '{"name":"reader","private":true,"type":"module"}');
  write('consumer.ts', CONSUMER);
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { ...STRICT, typeRoots: [ofProject('node_modules/@types')] },
    }),
  );
  const flags = ['--no-audit', '--no-fund', '--cache', join(folder, 'cache')];
  await run('npm', ['install', ...flags, `${facade.url}/v1/client.tgz`], { cwd: folder });
  expect(readdirSync(join(folder, 'node_modules')).filter((name) => name[0] !== '.')).toEqual([
    'dispatches',
  ]);

  await run(ofProject('node_modules/.bin/tsc'), ['-p', folder]);
  const { stdout } = await run(process.execPath, [join(folder, 'consumer.js'), facade.url]);
  const { data, pagination } = await client.searchDispatches({ q: 'tea', agency: 'kcna' });
  expect(JSON.parse(stdout)).toEqual({
    ...{ first: data[0]?.headline, total: pagination.total },
    ...{ people: (await client.listPeople()).data.length, meant: ['colour'] },
  });
  rmSync(folder, { recursive: true });
}, 60_000);

describeInChromium('A page at another origin, without a bundler', (visit) => {
  it('imports the client from the facade and reads the archive', async () => {
    const site = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><link rel="icon" href="data:,"><output></output><script type="module">
import { ApiError, createClient } from '${facade.url}/v1/client.js';
const archive = createClient({ url: '${facade.url}' });
let count = 0;
for await (const { id } of archive.everyDispatch({ fields: 'id', per_page: 25 })) count += id ? 1 : 0;
const wrong = await archive.searchDispatches({ sort: 'newst' }).catch((error) => error);
const meant = wrong instanceof ApiError && wrong.problem.errors[0].didYouMean;
document.querySelector('output').textContent = count + ' ' + meant;
</script>`);
    });
    await new Promise<void>((resolve) => {
      site.listen(0, '127.0.0.1', resolve);
    });
    const { page } = await visit(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const shown = page.locator('output:not(:empty)');
    await shown.waitFor();
    expect(await shown.textContent()).toBe(`${archive.length} newest`);
    site.closeAllConnections();
    site.close();
  });
});

test('It is imported by the name of the package', async () => {
  // The package may be asked for by its own name, as its users do.
  const { createClient: published } = await import('dispatches/client');
  const { pagination } = await published({ url: facade.url }).searchDispatches({ per_page: 1 });
  expect(pagination.total).toBe(archive.length);
});
