import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReindexReport } from '../../indexer/reindex/reindex-report.ts';

const FOLDER = 'reports';
/** How many are served. */
const SHOWN = 30;

/** Stores a report as JSON under the data folder, whole or not at all; returns its path. */
export function storeReport(report: ReindexReport, dataFolder: string): string {
  const folder = join(dataFolder, FOLDER);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${report.startedAt.replaceAll(':', '')}.json`);
  writeFileSync(`${file}.new`, `${JSON.stringify(report, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  return file;
}

/** The newest reports, newest first; a report that can't be read is left out. */
export async function lastReports(dataFolder: string): Promise<readonly ReindexReport[]> {
  const names = reportNames(dataFolder).slice(-SHOWN).reverse();
  const texts = await Promise.all(
    names.map((name) => readFile(join(dataFolder, FOLDER, name), 'utf8').catch(() => 'null')),
  );
  return texts.flatMap((text) => (JSON.parse(text) as ReindexReport | null) ?? []);
}

/** When the last run that left a report began; `null` when there was none. */
export function lastRunAt(dataFolder: string): Date | null {
  const moment = reportNames(dataFolder)
    .at(-1)
    ?.match(/^(.+T\d\d)(\d\d)(\d\d\.\d+Z)\.json$/);
  return moment ? new Date(`${moment[1]}:${moment[2]}:${moment[3]}`) : null;
}

/** Oldest first: they are named by when they began. */
function reportNames(dataFolder: string): string[] {
  try {
    return readdirSync(join(dataFolder, FOLDER))
      .filter((name) => name.endsWith('.json'))
      .sort();
  } catch {
    return [];
  }
}
