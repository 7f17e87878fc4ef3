import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../indexer/engine/connect.ts';
import type { Engine } from '../../indexer/engine/open-engine.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import type { ReindexOptions } from '../../indexer/reindex/run.ts';
import { makeWorkshop } from '../engine/fixtures.ts';
import { aReader, expectWhole } from './readers.ts';
import { convertPlainly, NO_RULES, writeEdition } from './small-archive.ts';

const PAGES = 60;
const DISK_BYTES = 96 * 1024 * 1024;
const disk = mkdtempSync(join(tmpdir(), 'dispatches-disk-'));
const archive = mkdtempSync(join(tmpdir(), 'dispatches-pages-'));
const mount = (...words: string[]) => spawnSync('mount', words, { encoding: 'utf8' });
const mounted = mount('-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk);
const isMounted = mounted.status === 0;
if (!isMounted) {
  process.stderr.write(`The tests of a full disk are skipped: ${mounted.stderr}`);
}

const workshop = makeWorkshop();
let engine: Engine;
let client: Meilisearch;

beforeAll(async () => {
  if (!isMounted) return;
  engine = await workshop.open({ dataFolder: join(disk, 'data') });
  client = connect(engine);
});
afterAll(async () => {
  await workshop.close();
  if (isMounted) spawnSync('umount', ['-l', disk]);
  rmSync(archive, { recursive: true });
  rmSync(disk, { recursive: true, force: true });
});

function run(options: Partial<ReindexOptions> = {}) {
  return reindex({
    archives: [archive],
    ...{ client, configuration: NO_RULES, convert: convertPlainly },
    now: () => new Date(),
    ...options,
  });
}

describe.skipIf(!isMounted)('a disk that is full', () => {
  it.each([true, false])(
    'ends the run with a report, and readers never notice (full: %s)',
    async (full) => {
      writeEdition(archive, PAGES, 'first');
      await run();
      writeEdition(archive, PAGES, 'second');
      const filler = join(disk, 'filler');
      expect(() => writeFileSync(filler, Buffer.alloc(DISK_BYTES))).toThrow('ENOSPC');
      const reader = aReader(engine);
      const report = await run({ full, taskDeadlineMs: 4_000 });
      expect(report).toMatchObject({ outcome: 'failed', total: PAGES });
      expect(report.problem ?? '').not.toBe('');
      expect(await reader.stop()).toEqual({ fewest: PAGES, unanswered: 0 });
      rmSync(filler);
      expect(['swapped', 'updated', 'unchanged']).toContain((await run({ full })).outcome);
      await expectWhole(client, PAGES, 'second');
    },
    180_000,
  );

  it('is not come near by a rebuild', async () => {
    const { bavail, bsize } = statfsSync(disk);
    const report = await run({ full: true, freeBytes: async () => bavail * bsize });
    expect(report).toMatchObject({ outcome: 'failed', indexed: 0 });
    expect(report.problem).toContain('are free where the engine keeps its files');
  });
});
