import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ApiError, type Client, createClient } from '../../src/client/client.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { archive } from '../search/an-archive.ts';
import { clientTypes, TYPES_FILE } from './generate-types.ts';

let facade: TestFacade;
let client: Client;
beforeAll(async () => {
  facade = await startFacade(archive);
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

test('It is imported by the name of the package', async () => {
  // The package may be asked for by its own name, as its users do.
  const { createClient: published } = await import('dispatches/client');
  const { pagination } = await published({ url: facade.url }).searchDispatches({ per_page: 1 });
  expect(pagination.total).toBe(archive.length);
});
