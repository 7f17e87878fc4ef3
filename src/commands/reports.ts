import { mkdirSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../../config/write-whole.ts';
import type { ReindexReport, RunOutcome } from '../../indexer/reindex/reindex-report.ts';

const FOLDER = 'reports';
/** How many are served. */
const SHOWN = 30;
/** How a run ends that another one has to make up for. */
const BROKEN_OFF: ReadonlySet<RunOutcome> = new Set(['failed', 'stopped']);

/** Stores a report as JSON under the data folder, whole or not at all; returns its path. */
export function storeReport(report: ReindexReport, dataFolder: string): string {
  const folder = join(dataFolder, FOLDER);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, nameOf(report.startedAt));
  writeWhole(file, `${JSON.stringify(report, null, 2)}\n`);
  return file;
}

/** The newest reports, newest first; a report that can't be read is left out. */
export async function lastReports(dataFolder: string): Promise<readonly ReindexReport[]> {
  const names = reportNames(dataFolder).slice(0, SHOWN);
  return (await Promise.all(names.map((name) => readReport(dataFolder, name)))).flat();
}

/** When the last run began that went to its end; `null` when there was none. */
export async function lastWholeRunAt(dataFolder: string): Promise<Date | null> {
  for (const report of await lastReports(dataFolder)) {
    const startedAt = new Date(report.startedAt);
    if (!BROKEN_OFF.has(report.outcome) && startedAt <= new Date()) return startedAt;
  }
  return null;
}

async function readReport(dataFolder: string, name: string): Promise<readonly ReindexReport[]> {
  try {
    return [JSON.parse(await readFile(join(dataFolder, FOLDER, name), 'utf8')) as ReindexReport];
  } catch {
    return [];
  }
}

/** Newest first, by when they began; last those of a time to come, which a wrong clock has left. */
function reportNames(dataFolder: string): string[] {
  try {
    const now = nameOf(new Date().toISOString());
    const names = readdirSync(join(dataFolder, FOLDER)).filter((name) => name.endsWith('.json'));
    const isToCome = (name: string): number => Number(name > now);
    return names.sort((a, b) => isToCome(a) - isToCome(b) || (a < b ? 1 : -1));
  } catch {
    return [];
  }
}

function nameOf(startedAt: string): string {
  return `${startedAt.replaceAll(':', '')}.json`;
}
