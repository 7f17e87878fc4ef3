import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Meilisearch } from 'meilisearch';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LIVE_INDEX } from '../../indexer/dispatch-index.ts';
import { connect } from '../../indexer/engine/connect.ts';
import type { Engine } from '../../indexer/engine/open-engine.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import type { Progress, ReindexOptions } from '../../indexer/reindex/run.ts';
import { makeWorkshop, serverPid } from '../engine/fixtures.ts';
import { aReader, expectWhole } from './readers.ts';
import { convertPlainly, NO_RULES, writeEdition } from './small-archive.ts';

const PAGES = 60;
const workshop = makeWorkshop();
const archive = mkdtempSync(join(tmpdir(), 'dispatches-faults-'));
let dataFolder: string;
let engine: Engine;
let client: Meilisearch;

beforeEach(async () => {
  dataFolder = workshop.folder();
  engine = await workshop.open({ dataFolder });
  client = connect(engine);
  writeEdition(archive, PAGES, 'first');
  await run();
});
afterEach(() => workshop.close());
afterAll(() => rmSync(archive, { recursive: true }));

function run(options: Partial<ReindexOptions> = {}) {
  return reindex({
    archives: [archive],
    client,
    convert: convertPlainly,
    configuration: NO_RULES,
    now: () => new Date(),
    ...options,
  });
}

describe('a run that is killed', () => {
  const script = fileURLToPath(new URL('./dying-run.ts', import.meta.url));
  const killAt = (mode: string, nth: number) =>
    spawnSync(
      process.execPath,
      ['--import', 'tsx', script, archive, engine.url, engine.adminKey, mode, String(nth)],
      { encoding: 'utf8' },
    );

  it.each([
    ['full', [3, 8, 12, 16, 22, 28]],
    ['incremental', [4, 5, 6, 8]],
  ])(
    'leaves readers a whole index, and the next run finishes it (%s)',
    async (mode, points) => {
      for (const nth of points) {
        writeEdition(archive, PAGES, `at ${nth}`);
        const reader = aReader(engine);
        const { signal, stdout } = killAt(mode, nth);
        expect(signal === 'SIGKILL' || stdout.includes('after')).toBe(true);
        await run();
        expect(await reader.stop()).toEqual({ fewest: PAGES, unanswered: 0 });
        await expectWhole(client, PAGES, `at ${nth}`);
      }
      writeEdition(archive, PAGES, 'counted');
      const { stdout } = killAt(mode, 0);
      const requests = Number(/after (\d+) requests/.exec(stdout)?.[1]);
      // The points above lie within a run, or they prove nothing.
      expect(requests).toBeGreaterThan(points[2] ?? 0);
    },
    600_000,
  );
});

describe('an engine that is killed', () => {
  it.each([
    ['converting', false],
    ['indexing', false],
    ['converting', true],
    ['indexing', true],
    ['swapping', true],
  ] as const)(
    'while %s comes back and the run finishes (full: %s)',
    async (phase, full) => {
      writeEdition(archive, PAGES, 'second');
      let killed = false;
      const onProgress = (progress: Progress): void => {
        if (killed || progress.phase !== phase) return;
        killed = true;
        process.kill(serverPid(dataFolder), 'SIGKILL');
      };
      const report = await run({ full, onProgress });
      expect(killed).toBe(true);
      expect(report).toMatchObject({ outcome: full ? 'swapped' : 'updated', total: PAGES });
      await expectWhole(client, PAGES, 'second');
    },
    90_000,
  );
});

describe('a run that is asked to end', () => {
  it.each([false, true])('leaves a whole index, and the next goes on (full: %s)', async (full) => {
    writeEdition(archive, PAGES, 'second');
    const ending = new AbortController();
    const onProgress = ({ done }: Progress): void => {
      if (done >= PAGES / 2) ending.abort();
    };
    const report = await run({ full, onProgress, signal: ending.signal });
    expect(report).toMatchObject({ outcome: 'stopped', removed: 0 });
    expect((await client.index(LIVE_INDEX).getStats()).numberOfDocuments).toBe(PAGES);
    await run();
    await expectWhole(client, PAGES, 'second');
  });
});
