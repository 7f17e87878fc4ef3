import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archive } from '../search/an-archive.ts';
import { serve, startFacade, type TestFacade } from './a-facade.ts';
import { fetchHeld } from './hold-to-contract.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(archive, {
    metricsKey: 'a key for measurements',
    reindexReports: () => Promise.reject(new Error('the disk with the secret name is gone')),
  });
});
afterAll(() => facade.stop());

/** Every problem has these, whatever it is about. */
async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem = await response.json();
  expect(problem).toMatchObject({ status: response.status, title: expect.any(String) });
  expect(problem.type).toMatch(/^\/problems\/[a-z-]+$/);
  expect(problem.errors.length).toBeGreaterThan(0);
  return problem;
}

test.each([
  [400, '/v1/dispatches?agnecy=kcna', 'unknown-parameter', { didYouMean: 'agency' }],
  [400, '/v1/dispatches?sort=newst', 'invalid-parameter', { didYouMean: 'newest' }],
  [400, '/v1/dispatches?from=2025-02-30', 'invalid-parameter', { parameter: 'from' }],
  [400, '/v1/dispatches?facets=agnecy', 'invalid-parameter', { didYouMean: 'agency' }],
  [400, '/v1/dispatches?fields=headlin', 'invalid-parameter', { didYouMean: 'headline' }],
  [400, '/v1/dispatches?fields=fingerprint', 'invalid-parameter', { parameter: 'fields' }],
  [400, '/v1/export.csv?fields=fragments', 'invalid-parameter', { parameter: 'fields' }],
  [400, '/v1/dispatches?cursor=bm9wZQ', 'invalid-parameter', { parameter: 'cursor' }],
  [400, '/v1/dispatches?q=tea%20OR%20coal', 'unsupported-operator', { parameter: 'q' }],
  [400, '/v1/dispatches?page=10001', 'page-too-deep', { parameter: 'page' }],
  [400, '/v1/timeline?interval=weak', 'invalid-parameter', { parameter: 'interval' }],
  [400, '/v1/suggest', 'invalid-parameter', { detail: 'q is needed.' }],
  [400, '/v1/suggest?q=', 'invalid-parameter', { detail: 'q is needed.' }],
  [404, '/v1/dispatches/no-such-dispatch', 'not-found', { parameter: 'id' }],
  [404, '/v1/people/vladimir-puton', 'not-found', { didYouMean: 'vladimir-putin' }],
  [404, '/v1/dispatchs', 'not-found', { didYouMean: '/v1/dispatches' }],
  [404, '/v1/%E0%A4%A', 'not-found', { parameter: 'path' }],
  [404, '/v1/dispatches/%E0%A4', 'not-found', { parameter: 'path' }],
  [404, '/v1/export.xml', 'not-found', { didYouMean: '/v1/export.csv' }],
  [404, '/v1//dispatches', 'not-found', { didYouMean: '/v1/dispatches' }],
  [404, '/problems/not-fund', 'not-found', { parameter: 'type', didYouMean: 'not-found' }],
  [401, '/metrics', 'unauthorized', { parameter: 'authorization' }],
  [400, '/v1/dispatches/a%20b', 'invalid-parameter', { parameter: 'id' }],
  [400, `/v1/people/${'x'.repeat(201)}`, 'invalid-parameter', { parameter: 'id' }],
  [400, '/v1/dispatches?q=tea&q=coal', 'invalid-parameter', { detail: 'q may be given once.' }],
  [400, '/v1/dispatches?from=1997&from=1998', 'invalid-parameter', { parameter: 'from' }],
  [400, '/v1/dispatches?from=1998&to=1997', 'invalid-parameter', { allowed: ['up to 1997'] }],
  [400, '/v1/dispatches?agency[]=kcna', 'unknown-parameter', { didYouMean: 'agency' }],
  [400, '/v1/dispatches?id=x', 'unknown-parameter', { parameter: 'id' }],
  [400, '/v1/people/kim-jong-un?id=x', 'unknown-parameter', { allowed: [] }],
  [400, '/v1/dispatches?__proto__=1', 'unknown-parameter', { parameter: '__proto__' }],
  [400, '/v1/dispatches?per_page=1e9', 'invalid-parameter', { allowed: ['1 to 100'] }],
  [400, '/v1/people?confirmed=1', 'invalid-parameter', { allowed: ['true', 'false'] }],
  [
    414,
    `/v1/dispatches?q=tea&person=${'x'.repeat(9_000)}`,
    'address-too-long',
    { parameter: 'person' },
  ],
])('%i: %s is a problem that says what would be right', async (status, path, type, error) => {
  const response = await facade.get(path);
  expect(response.status).toBe(status);
  const problem = await problemOf(response);
  expect(problem.type).toBe(`/problems/${type}`);
  expect(problem.errors).toEqual([expect.objectContaining(error)]);
  expect(problem.errors[0].detail).toMatch(/\.$/);
});

test.each([
  ['a parameter', '/v1/dispatches?sort=newst', ['relevance', 'newest', 'oldest']],
  ['a number', '/v1/dispatches?per_page=0', ['1 to 100']],
  ['a day', '/v1/dispatches?on=31-12', ['MM-DD']],
  ['a cursor', '/v1/dispatches?cursor=bm9wZQ', ['*', 'the last nextCursor']],
])('What %s may be is listed', async (_, path, allowed) => {
  const { errors } = await problemOf(await facade.get(path));
  expect(errors[0].allowed).toEqual(allowed);
});

test.each([
  ['/v1/dispatches', 'DELETE'],
  ['/v1/dispatches/archive-07/cite', 'POST'],
  ['/v1/export.csv', 'PUT'],
  ['/healthz', 'POST'],
  ['/opensearch.xml', 'POST'],
])('405: %s does not take %s, and says what it takes', async (path, method) => {
  const response = await facade.get(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
  expect(await problemOf(response)).toMatchObject({
    type: '/problems/method-not-allowed',
    errors: [{ parameter: 'method', allowed: ['GET', 'HEAD'] }],
  });
});

test('413: a large body is refused', async () => {
  const response = await facade.get('/v1/dispatches', { method: 'POST', body: 'x'.repeat(70_000) });
  expect(response.status).toBe(413);
  expect(await problemOf(response)).toMatchObject({
    type: '/problems/too-large',
    errors: [{ parameter: 'body', allowed: ['at most 65536 bytes'] }],
  });
});

test('429: who asks too often is told to wait', async () => {
  const strict = await serve({
    engine: { url: facade.engine.url, searchKey: facade.engine.key },
    rateLimit: { requests: 1, windowMs: 60_000 },
  });
  await fetchHeld(`${strict.url}/v1/dispatches`);
  const response = await fetchHeld(`${strict.url}/v1/dispatches`);
  expect(response.status).toBe(429);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await problemOf(response)).toMatchObject({
    type: '/problems/rate-limited',
    errors: [{ parameter: 'rate', allowed: ['1 requests from one address in 60 seconds'] }],
  });
  await strict.stop();
});

test('500: a fault of ours is a problem too, and tells nothing of the inside', async () => {
  const response = await facade.get('/v1/reindex');
  expect(response.status).toBe(500);
  const problem = await problemOf(response);
  expect(problem.type).toBe('/problems/internal');
  expect(problem.errors[0]).toMatchObject({ parameter: 'service' });
  expect(problem.detail).toContain(response.headers.get('x-request-id'));
  expect(JSON.stringify(problem)).not.toContain('secret');
});

test('503: without the engine the answer says when to try again', async () => {
  const alone = await serve({ engine: { url: 'http://127.0.0.1:9', searchKey: 'any' } });
  const response = await fetchHeld(`${alone.url}/v1/dispatches`);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('5');
  expect(await problemOf(response)).toMatchObject({
    type: '/problems/search-unavailable',
    errors: [{ parameter: 'service', detail: expect.stringContaining('search engine') }],
  });
  await alone.stop();
});

test.each([
  [
    '431: an address of a hundred thousand letters',
    `GET /v1/dispatches?q=${'x'.repeat(100_000)} HTTP/1.1`,
    431,
  ],
  ['400: what is no HTTP', 'HELLO', 400],
])('%s is answered as a problem before any route sees it', async (_, line, status) => {
  const socket = connect(Number(new URL(facade.url).port), '127.0.0.1');
  socket.write(`${line}\r\nhost: a\r\n\r\n`);
  const [head = '', body = ''] = (await textOf(socket)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('content-type: application/problem+json');
  expect(JSON.parse(body)).toMatchObject({
    status,
    type: expect.stringMatching(/^\/problems\//),
    errors: [{ parameter: expect.any(String), allowed: [expect.any(String)] }],
  });
});

test('408: a request that never ends is given up, and it is said', async () => {
  const options = { engine: { url: facade.engine.url, searchKey: facade.engine.key } };
  const impatient = await serve(options, 200);
  const socket = connect(Number(new URL(impatient.url).port), '127.0.0.1');
  socket.write('GET /v1/dispatches HTTP/1.1\r\nhost: a\r\n');
  const [head = '', body = ''] = (await textOf(socket)).split('\r\n\r\n');
  expect(head).toMatch(/^HTTP\/1.1 408 /);
  expect(JSON.parse(body)).toMatchObject({
    type: '/problems/request-timeout',
    errors: [{ parameter: 'request', allowed: ['at most 30 seconds'] }],
  });
  await impatient.stop();
});

/** Nothing of this is worth a fault of ours: each is searched for, or refused. */
test.each([
  ['an unclosed quote', '?q=%22'],
  ['quotes around nothing', '?q=%22%22'],
  ['a minus alone', '?q=-'],
  ['only an excluded word', '?q=-tea'],
  ['an emoji', '?q=%F0%9F%98%80'],
  ['half a character', '?q=%E0%A4'],
  ['half a surrogate pair', '?q=%ED%A0%80'],
  ['a per cent sign that begins nothing', '?q=100%'],
  ['line ends', '?q=tea%0D%0Acoal'],
  ['a null', '?agency=%00'],
  ['a parameter without a sign of equality', '?q'],
  ['nothing but ampersands', '?&&&'],
  ['empty values', '?q=&agency=&from=&facets=&page='],
  ['a page behind the last', '?page=10000'],
  ['right-to-left marks', '?q=%E2%80%AEtea%E2%80%AC'],
])('200: %s is answered', async (_, query) => {
  expect((await facade.get(`/v1/dispatches${query}`)).status).toBe(200);
});

test.each([
  ['/v1/dispatches/', 200],
  ['/V1/Dispatches', 200],
  ['/readyz/', 200],
  ['/dispatches/%E0%A4', 404],
])('%s is answered %i', async (path, status) => {
  expect((await facade.get(path)).status).toBe(status);
});

test('The root of the API leads to its description', async () => {
  for (const path of ['/v1', '/v1/']) {
    const { status, headers } = await facade.get(path, { redirect: 'manual' });
    expect([status, headers.get('location')]).toEqual([302, '/v1/docs']);
  }
});

test('Line ends in a query cannot make headers of an export', async () => {
  const { status, headers } = await facade.get(
    '/v1/export.csv?q=tea%0D%0Aset-cookie%3A%20a&fields=id',
  );
  expect(status).toBe(200);
  expect(headers.get('set-cookie')).toBeNull();
  expect(headers.get('x-query')).toBe('?q=tea%0D%0Aset-cookie%3A+a');
});

test('An address of twenty thousand letters is still answered by us', async () => {
  expect((await facade.get(`/v1/dispatches?q=${'x'.repeat(20_000)}`)).status).toBe(414);
});
