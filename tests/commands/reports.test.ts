import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { brokenOff, type RunOutcome } from '../../indexer/reindex/reindex-report.ts';
import { lastReports, lastWholeRunAt, storeReport } from '../../src/commands/reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const store = (startedAt: string, outcome: RunOutcome): string =>
  storeReport(
    { ...brokenOff({ startedAt, durationMs: 1, total: 0, problem: null }), outcome },
    folder,
  );

it('The last run is the last that went to its end, and not one from a clock that ran ahead', async () => {
  expect(await lastWholeRunAt(folder)).toBeNull();
  store('2026-01-01T03:10:00.000Z', 'updated');
  store('2026-01-02T03:10:00.000Z', 'unchanged');
  store('2026-01-03T03:10:00.000Z', 'stopped');
  store('2026-01-04T03:10:00.000Z', 'failed');
  store('2999-01-01T03:10:00.000Z', 'updated');
  // Half written, as a power cut leaves it.
  writeFileSync(store('2026-01-05T03:10:00.000Z', 'updated'), '{"startedAt":');
  expect((await lastWholeRunAt(folder))?.toISOString()).toBe('2026-01-02T03:10:00.000Z');
  expect((await lastReports(folder)).map(({ startedAt }) => startedAt.slice(0, 10))).toEqual([
    ...['2026-01-04', '2026-01-03', '2026-01-02', '2026-01-01'],
    '2999-01-01',
  ]);
});
