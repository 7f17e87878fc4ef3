import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReindexReport } from '../../indexer/reindex/reindex-report.ts';

/** Reports that are kept; older ones are overwritten by nobody, so they are for the operator to clear. */
const FOLDER = 'reports';

/** Stores a report as JSON under the data folder, whole or not at all; returns its path. */
export function storeReport(report: ReindexReport, dataFolder: string): string {
  const folder = join(dataFolder, FOLDER);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${report.startedAt.replaceAll(':', '')}.json`);
  writeFileSync(`${file}.new`, `${JSON.stringify(report, null, 2)}\n`);
  renameSync(`${file}.new`, file);
  return file;
}

/** When the last run that left a report began; `null` when there was none. */
export function lastRunAt(dataFolder: string): Date | null {
  let names: string[];
  try {
    names = readdirSync(join(dataFolder, FOLDER)).filter((name) => name.endsWith('.json'));
  } catch {
    return null;
  }
  const last = names.sort().at(-1);
  const moment = last?.match(/^(.+T\d\d)(\d\d)(\d\d\.\d+Z)\.json$/);
  return moment ? new Date(`${moment[1]}:${moment[2]}:${moment[3]}`) : null;
}
