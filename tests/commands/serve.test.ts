import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { aDispatch } from '../a-dispatch.ts';
import { fillIndex, startEngine, type TestEngine } from '../engine.ts';

const METRICS_KEY = 'measured-by-prometheus';

let engine: TestEngine;
let folder: string;
let program: ChildProcess;
let url: string;
beforeAll(async () => {
  engine = await startEngine();
  await fillIndex(engine, [aDispatch()]);
  folder = mkdtempSync(join(tmpdir(), 'dispatches-serve-'));
  program = spawn(process.execPath, [join(packageRoot, 'dist/src/main.js'), 'serve'], {
    env: {
      ...process.env,
      ...{ MEILI_URL: engine.url, MEILI_MASTER_KEY: engine.key, DISPATCHES_DATA: folder },
      ...{ DISPATCHES_PORT: '0', DISPATCHES_RATE_LIMIT: '5', DISPATCHES_TRUST_PROXY: '1' },
      DISPATCHES_CORS_ORIGINS: 'https://one.example, https://two.example',
      DISPATCHES_PUBLIC_URL: 'https://archive.example/',
      DISPATCHES_METRICS_KEY: METRICS_KEY,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  url = await new Promise<string>((resolve, reject) => {
    let said = '';
    program.stderr?.on('data', (text) => {
      said += text;
      const address = /Search page: (\S+)\//.exec(said)?.[1];
      if (address) resolve(address);
    });
    program.once('exit', () => reject(new Error(said)));
  });
}, 60_000);
afterAll(async () => {
  program.kill('SIGKILL');
  await engine.stop();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${url}${path}`, { headers: { 'x-forwarded-for': '192.0.2.9', ...headers } });

it('opens the measurements to the key of the environment, and to no other', async () => {
  const asked = (authorization?: string) => get('/metrics', authorization ? { authorization } : {});
  expect((await asked()).status).toBe(401);
  expect((await asked(`Bearer ${METRICS_KEY}-`)).status).toBe(401);
  await get('/readyz');
  const measured = await asked(`Bearer ${METRICS_KEY}`);
  expect(measured.headers.get('content-type')).toContain('text/plain');
  expect(await measured.text()).toMatch(
    /^http_request_duration_seconds_count\{route="\/readyz",status="200"\} 1$/m,
  );
});

it('limits each reader behind the proxy to so many requests', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 6; n += 1) {
    statuses.push((await get('/v1/agencies', { 'x-forwarded-for': '192.0.2.1' })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  expect((await get('/v1/agencies', { 'x-forwarded-for': '192.0.2.2' })).status).toBe(200);
});

it.each([
  ['https://one.example', 'https://one.example'],
  ['https://two.example', 'https://two.example'],
  ['https://three.example', null],
])('answers pages of %s with the permission for %s', async (origin, permitted) => {
  const { headers } = await get('/v1/agencies', { origin, 'x-forwarded-for': '192.0.2.3' });
  expect(headers.get('access-control-allow-origin')).toBe(permitted);
});

it('names itself by the address that readers reach it under', async () => {
  expect(await (await get('/opensearch.xml')).text()).toContain('"https://archive.example/?q=');
});

it('ends when it is asked to', async () => {
  program.kill('SIGTERM');
  expect(await once(program, 'exit')).toEqual([0, null]);
});
