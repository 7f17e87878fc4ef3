import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { connect } from '../../indexer/engine/connect.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import type { Progress, ReindexOptions } from '../../indexer/reindex/run.ts';
import { freePort, startEngine, type TestEngine } from '../engine.ts';
import { expectWhole } from './readers.ts';
import { convertPlainly, NO_RULES, writeEdition } from './small-archive.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const PAGES = 60;
const AWAY_MS = 1_500;
const folder = mkdtempSync(join(tmpdir(), 'dispatches-away-'));
const archive = join(folder, 'archive');
let engine: TestEngine;
let start: () => Promise<TestEngine>;

beforeAll(async () => {
  const [port, key] = [await freePort(), 'a-key-of-sixteen-letters'];
  start = () => startEngine({ port, folder, key });
  engine = await start();
});
afterAll(async () => {
  await engine.stop();
  rmSync(folder, { recursive: true });
});

function run(options: Partial<ReindexOptions> = {}) {
  return reindex({
    archives: [archive],
    client: connect({ url: engine.url, adminKey: engine.key }),
    ...{ configuration: NO_RULES, convert: convertPlainly },
    now: () => new Date(),
    ...options,
  });
}

it.each([
  [false, 'converting'],
  [false, 'indexing'],
  [true, 'converting'],
  [true, 'swapping'],
] as const)(
  'an engine that is stopped and comes back is waited for (full: %s, while %s)',
  async (full, phase) => {
    writeEdition(archive, PAGES, 'first');
    await run();
    writeEdition(archive, PAGES, `after ${full} ${phase}`);
    let back: Promise<void> | null = null;
    const onProgress = (progress: Progress): void => {
      if (progress.phase !== phase) return;
      back ??= engine
        .stop()
        .then(() => delay(AWAY_MS))
        .then(async () => {
          engine = await start();
        });
    };
    const report = await run({ full, onProgress });
    expect(report).toMatchObject({ outcome: full ? 'swapped' : 'updated', total: PAGES });
    expect(back).not.toBeNull();
    await back;
    await expectWhole(engine.client, PAGES, `after ${full} ${phase}`);
  },
);

it('an engine that is not there fails the run at once, and the next run finds all as it was', async () => {
  writeEdition(archive, PAGES, 'first');
  await run();
  await engine.stop();
  await expect(run()).rejects.toThrow();
  engine = await start();
  expect(await run()).toMatchObject({ outcome: 'unchanged', total: PAGES });
});
