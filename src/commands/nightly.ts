import type { Engine } from '../../indexer/engine/open-engine.ts';
import { keepNights, type NightKeeper } from '../../indexer/nightly/keep-nights.ts';
import { tellOperator } from '../../indexer/nightly/tell-operator.ts';
import type { ReindexReport } from '../../indexer/reindex/reindex-report.ts';
import { lastWholeRunAt } from './reports.ts';
import { runReindex } from './run-reindex.ts';
import { ended } from './serve.ts';
import { EXIT, type Terminal } from './terminal.ts';
import {
  archivesOf,
  engineOf,
  openWorkplace,
  type Workplace,
  type WorkplaceOptions,
} from './workplace.ts';

/** Starts within ten minutes of the hour, so that machines on one disk do not begin in one second. */
const JITTER_MS = 10 * 60_000;

/** The scheduler alone, until the operator ends it; a missed night is made up for at once. */
export async function nightly(flags: WorkplaceOptions, terminal: Terminal): Promise<number> {
  const workplace = openWorkplace(flags, terminal);
  archivesOf(workplace);
  const engine = await engineOf(workplace, terminal);
  try {
    const lastRun = await lastWholeRunAt(workplace.dataFolder);
    const nights = keepNightsOf(workplace, engine, terminal, lastRun);
    terminal.err(`Next run: ${nights.nextAt()?.toISOString() ?? 'never'}`);
    await ended(terminal.signal);
    await nights.stop();
    return EXIT.done;
  } finally {
    await engine.stop();
  }
}

/** Runs the night job by the schedule of the environment and tells the operator of nights that failed. */
export function keepNightsOf(
  workplace: Workplace,
  engine: Engine,
  terminal: Terminal,
  lastRun: Date | null,
): NightKeeper {
  const { environment } = workplace;
  return keepNights({
    schedule: {
      expression: environment.DISPATCHES_SCHEDULE,
      timeZone: environment.DISPATCHES_TIMEZONE,
    },
    jitterMs: JITTER_MS,
    lastRun,
    run: async () => void (await oneNight(workplace, engine, terminal)),
    log: terminal.err,
  });
}

/** One run of which the operator is told when it fails; `null` when it could not even begin. */
export async function oneNight(
  workplace: Workplace,
  engine: Engine,
  terminal: Terminal,
): Promise<ReindexReport | null> {
  const target = workplace.environment.DISPATCHES_ON_REPORT;
  const tell = async (message: object) => {
    const failure = target ? await tellOperator(target, message) : null;
    if (failure) terminal.err(`the operator could not be told: ${failure}`);
  };
  try {
    const report = await runReindex(workplace, engine, {}, terminal);
    if (needsTelling(report)) await tell(report);
    return report;
  } catch (error) {
    terminal.err(`the run failed: ${(error as Error).message}`);
    await tell({ outcome: 'failed', problem: (error as Error).message });
    return null;
  }
}

function needsTelling({ outcome }: ReindexReport): boolean {
  return outcome === 'failed' || outcome === 'refused';
}
