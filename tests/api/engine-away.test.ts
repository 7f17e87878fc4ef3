import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { expect, test } from 'vitest';
import { aDispatch } from '../a-dispatch.ts';
import { fillIndex, freePort, startEngine } from '../engine.ts';
import { serve } from './a-facade.ts';
import { fetchHeld } from './hold-to-contract.ts';

test('Without the engine searches are answered 503, and it recovers by itself', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dispatches-away-'));
  const seat = { port: await freePort(), folder, key: 'k'.repeat(16) };
  const facade = await serve({
    engine: { url: `http://127.0.0.1:${seat.port}`, searchKey: seat.key },
  });
  const statusOf = async (path: string) => (await fetchHeld(`${facade.url}${path}`)).status;

  const away = await fetchHeld(`${facade.url}/v1/dispatches`);
  expect(away.status).toBe(503);
  expect(away.headers.get('retry-after')).toBe('5');
  expect(await away.json()).toMatchObject({ type: '/problems/search-unavailable' });
  expect(await statusOf('/healthz')).toBe(200);
  expect(await statusOf('/readyz')).toBe(503);
  const client = new Meilisearch({ host: `${facade.url}/meilisearch`, apiKey: 'any' });
  expect(await client.isHealthy()).toBe(false);

  const engine = await startEngine(seat);
  const missing = await fetchHeld(`${facade.url}/v1/dispatches`);
  expect(await missing.json()).toMatchObject({ status: 503, type: '/problems/index-missing' });
  expect(await statusOf('/readyz')).toBe(503);

  await fillIndex(engine, [aDispatch()]);
  expect(await statusOf('/v1/dispatches')).toBe(200);
  expect(await statusOf('/readyz')).toBe(200);
  expect(await client.isHealthy()).toBe(true);

  await engine.stop();
  expect(await statusOf('/v1/dispatches?q=another')).toBe(503);
  const again = await startEngine(seat);
  expect(await statusOf('/v1/dispatches')).toBe(200);

  await facade.stop();
  await again.stop();
  rmSync(folder, { recursive: true });
});
