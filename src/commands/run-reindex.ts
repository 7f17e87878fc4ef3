import { mkdirSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCorrections } from '../../config/corrections.ts';
import { convertPages } from '../../indexer/convert/converter-pool.ts';
import { correctorOf } from '../../indexer/corrections/corrector.ts';
import { LIVE_INDEX } from '../../indexer/dispatch-index.ts';
import { connect } from '../../indexer/engine/connect.ts';
import { tryLock } from '../../indexer/engine/lock-file.ts';
import type { Engine } from '../../indexer/engine/open-engine.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import { brokenOff, type ReindexReport } from '../../indexer/reindex/reindex-report.ts';
import { printReport } from './print-report.ts';
import { progressDisplay } from './progress-bar.ts';
import { storeReport } from './reports.ts';
import type { Terminal } from './terminal.ts';
import { archivesOf, poolOptionsOf, rememberArchives, type Workplace } from './workplace.ts';

export type ReindexFlags = { readonly full?: boolean; readonly force?: boolean };

/** A thread's start costs about as much as so many pages; a night in which less changed does with one. */
const PAGES_OF_A_BUSY_NIGHT = 300;

/** Another run is writing to the same index. */
export class ReindexUnderWay extends Error {
  override readonly name = 'ReindexUnderWay';
}

/**
 * One run from archive to index: under a lock, with a progress bar, its report printed and stored, also
 * when it breaks off. Throws `ReindexUnderWay`, and when the data folder can't be written.
 */
export async function runReindex(
  workplace: Workplace,
  engine: Engine,
  flags: ReindexFlags,
  terminal: Terminal,
): Promise<ReindexReport> {
  archivesOf(workplace);
  const { dataFolder } = workplace;
  mkdirSync(dataFolder, { recursive: true });
  const attempt = await tryLock(join(dataFolder, 'reindex.lock'));
  if (attempt.status === 'held') {
    throw new ReindexUnderWay(`process ${attempt.holder?.pid ?? '?'} is indexing already`);
  }
  const startedAt = new Date();
  try {
    const report = await follow(workplace, engine, flags, terminal).catch((error: Error) => {
      if (workplace.environment.DISPATCHES_LOG_LEVEL === 'debug') terminal.err(String(error.stack));
      return reportOfFailure(engine, startedAt, error);
    });
    if (report.outcome !== 'refused' && report.outcome !== 'failed') rememberArchives(workplace);
    terminal.err(printReport(report));
    terminal.err(`Report: ${storeReport(report, dataFolder)}`);
    return report;
  } finally {
    attempt.lock.release();
  }
}

async function follow(
  { archives, environment, dataFolder, configuration: ask }: Workplace,
  engine: Engine,
  flags: ReindexFlags,
  terminal: Terminal,
): Promise<ReindexReport> {
  const configFolder = environment.DISPATCHES_CONFIG;
  const configuration = ask();
  const corrections = loadCorrections(configFolder && join(configFolder, 'corrections.yaml'));
  const display = progressDisplay(terminal);
  return reindex({
    archives,
    client: connect(engine),
    configuration,
    corrector: correctorOf(corrections, configuration),
    ...(engine.owned && { freeBytes: () => freeBytesOn(dataFolder) }),
    convert: (pages, mode) =>
      convertPages(pages, {
        ...poolOptionsOf(environment, configuration),
        ...(mode === 'incremental' && { pagesForThread: PAGES_OF_A_BUSY_NIGHT }),
      }),
    ...flags,
    now: () => new Date(),
    onProgress: display.show,
    signal: terminal.signal,
  }).finally(display.end);
}

/** Readers go on with what is indexed; that is counted, when the engine can tell. */
async function reportOfFailure(
  engine: Engine,
  startedAt: Date,
  { message }: Error,
): Promise<ReindexReport> {
  const indexed = connect(engine).index(LIVE_INDEX).getStats();
  return brokenOff({
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    total: await indexed.then(({ numberOfDocuments }) => numberOfDocuments).catch(() => 0),
    problem: message,
  });
}

async function freeBytesOn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
