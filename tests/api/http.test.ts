import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadOpenApi } from '../../src/api/openapi.ts';
import { aDispatch } from '../a-dispatch.ts';
import { fillIndex } from '../engine.ts';
import { archive } from '../search/an-archive.ts';
import { serve, startFacade, type TestFacade } from './a-facade.ts';
import { fetchHeld } from './hold-to-contract.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(archive, { corsOrigins: ['https://reader.example'] });
});
afterAll(() => facade.stop());

test('The same question to the same index is answered 304, until the index changes', async () => {
  const path = '/v1/dispatches?q=tea&facets=year';
  const first = await facade.get(path);
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
  expect(first.headers.get('cache-control')).toContain('max-age=60');
  const again = await facade.get(path, { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  expect(await again.text()).toBe('');
  const reordered = await facade.get('/v1/dispatches?facets=year&q=tea');
  expect(reordered.headers.get('etag')).toBe(etag);
  const other = await facade.get('/v1/dispatches?facets=year&q=coal');
  expect(other.headers.get('etag')).not.toBe(etag);

  await fillIndex(facade.engine, [aDispatch({ text: 'One more cup of tea.' })]);
  await new Promise((resolve) => setTimeout(resolve, 600));
  const changed = await facade.get(path, { headers: { 'if-none-match': etag } });
  expect(changed.status).toBe(200);
  const { total } = (await first.json()).pagination;
  expect((await changed.json()).pagination.total).toBe(total + 1);
});

/** As programs ask that are not Node's `fetch`, which forbids every 304. */
function ask(path: string, headers: OutgoingHttpHeaders = {}) {
  return new Promise<IncomingMessage>((resolve, reject) => {
    const asked = request(`${facade.url}${path}`, { headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer));
    });
    asked.once('error', reject).end();
  });
}

const examples = Object.entries(loadOpenApi().paths ?? {}).flatMap(
  ([path, methods]) =>
    (methods?.get as { 'x-examples'?: readonly string[] } | undefined)?.['x-examples'] ?? [path],
);

test.each(examples)('%s is tagged, and answered 304 to who holds it', async (example) => {
  const path = example.replace('{id}', archive[0]?.id ?? '').replace('{person}', 'kim-jong-un');
  const first = await ask(path);
  expect(first.statusCode).toBe(200);
  expect(first.headers.etag).toMatch(/^W\/"/);
  expect(first.headers['cache-control']).toMatch(/max-age|no-store/);
  const again = await ask(path, { 'if-none-match': first.headers.etag });
  expect(again.statusCode).toBe(304);
  expect(again.headers.etag).toBe(first.headers.etag);
});

test('Answers differ with the language of the reader, and say so', async () => {
  const path = '/v1/dispatches?facets=lang';
  const [english, italian] = await Promise.all(
    ['en', 'it'].map((language) => ask(path, { 'accept-language': language })),
  );
  expect(english?.headers.vary).toContain('Accept-Language');
  expect(english?.headers.etag).not.toBe(italian?.headers.etag);
});

test('Who holds a problem is told it again: it is no answer that stays', async () => {
  const path = '/v1/dispatches/no-such-dispatch';
  const { headers } = await ask(path);
  expect((await ask(path, { 'if-none-match': headers.etag ?? 'none' })).statusCode).toBe(404);
});

test('Pages of lists are linked too', async () => {
  const middle = await facade.get('/v1/people?per_page=1&page=2&confirmed=true');
  expect(middle.headers.get('link')).toBe(
    '</v1/people?per_page=1&page=3&confirmed=true>; rel="next", ' +
      '</v1/people?per_page=1&confirmed=true>; rel="prev"',
  );
});

test('The pages before and after are linked', async () => {
  const middle = await facade.get('/v1/dispatches?per_page=7&page=2&fields=id');
  expect(middle.headers.get('link')).toBe(
    '</v1/dispatches?per_page=7&page=3&fields=id>; rel="next", ' +
      '</v1/dispatches?per_page=7&fields=id>; rel="prev"',
  );
});

test('An answer says how long it took, what is left of the limit, and its own name', async () => {
  const { headers } = await facade.get('/v1/dispatches', { headers: { 'x-request-id': 'abc-1' } });
  expect(headers.get('server-timing')).toMatch(/^engine;dur=[\d.]+, total;dur=[\d.]+$/);
  expect(headers.get('ratelimit')).toMatch(/r=\d+; t=\d+/);
  expect(headers.get('x-request-id')).toBe('abc-1');
});

test.each([
  '/v1/dispatches?per_page=60',
  '/v1/export.csv',
  '/v1/export.jsonl',
  '/v1/feed.atom',
  '/v1/openapi.json',
  '/v1/client.js',
])('%s is compressed', async (path) => {
  const { headers } = await facade.get(path, { headers: { 'accept-encoding': 'gzip' } });
  expect(headers.get('content-encoding')).toBe('gzip');
  expect(headers.get('vary')).toContain('Accept-Encoding');
});

test('Pages of a configured origin may read the answers, others may not', async () => {
  const from = (origin: string) => facade.get('/v1/dispatches', { headers: { origin } });
  const allowed = await from('https://reader.example');
  expect(allowed.headers.get('access-control-allow-origin')).toBe('https://reader.example');
  expect(allowed.headers.get('access-control-expose-headers')).toContain('Link');
  const refused = await from('https://elsewhere.example');
  expect(refused.headers.get('access-control-allow-origin')).toBeNull();
});

test('A browser that asks beforehand is told what pages of the origin may send', async () => {
  const { status, headers } = await facade.get('/v1/dispatches', {
    method: 'OPTIONS',
    headers: {
      ...{ origin: 'https://reader.example', 'access-control-request-method': 'GET' },
      'access-control-request-headers': 'if-none-match',
    },
  });
  expect(status).toBe(204);
  expect(headers.get('access-control-allow-origin')).toBe('https://reader.example');
  expect(headers.get('access-control-allow-methods')).toContain('GET');
  expect(headers.get('access-control-allow-headers')).toBe('if-none-match');
  expect(headers.get('vary')).toContain('Origin');
});

test('An address that is too long is refused as a problem', async () => {
  const response = await facade.get(`/v1/dispatches?q=${'a'.repeat(9000)}`);
  expect(response.status).toBe(414);
  expect(await response.json()).toMatchObject({ type: '/problems/address-too-long' });
});

test('Who asks too often is told to wait, each address for itself behind a proxy', async () => {
  const strict = await serve({
    engine: { url: facade.engine.url, searchKey: facade.engine.key },
    rateLimit: { requests: 2, windowMs: 60_000 },
    trustProxy: 1,
  });
  const from = (address: string) =>
    fetchHeld(`${strict.url}/v1/dispatches`, { headers: { 'x-forwarded-for': address } });
  await from('192.0.2.1');
  await from('192.0.2.1');
  const third = await from('192.0.2.1');
  expect(third.status).toBe(429);
  expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await third.json()).toMatchObject({ type: '/problems/rate-limited', status: 429 });
  expect((await from('192.0.2.2')).status).toBe(200);
  await strict.stop();
});
