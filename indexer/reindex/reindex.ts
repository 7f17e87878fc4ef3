import { MeilisearchApiError } from 'meilisearch';
import { listArchives, vanishedArchives } from '../archive/read-archives.ts';
import { loadWhole } from '../convert/load-whole.ts';
import { NO_CORRECTIONS } from '../corrections/corrector.ts';
import type { Dispatch } from '../dispatch.ts';
import { TaskFailure } from '../engine/finish-task.ts';
import { readLiveIndex } from '../load/live-index.ts';
import { readRejectedPages } from '../load/rejected-pages.ts';
import { readRecord } from '../load/run-record.ts';
import { TASK_DEADLINE_MS } from '../load/send-documents.ts';
import type { RejectionCode } from '../rejection.ts';
import { idAssigner } from './assign-ids.ts';
import { begunRebuild, type NextIndex } from './begun-rebuild.ts';
import { changedPages } from './changed-pages.ts';
import { chooseMode } from './choose-mode.ts';
import { keepUnconverted } from './keep-unconverted.ts';
import { rebuild } from './rebuild.ts';
import { fillCounter, type ReindexReport, type RunOutcome } from './reindex-report.ts';
import type { ReindexOptions, Run, Written } from './run.ts';
import { isBeyondSearch } from './search-reach.ts';
import { announcePeople, NOT_SETTLED } from './settle-archive.ts';
import { update } from './update.ts';

type Listed = Awaited<ReturnType<typeof listArchives>>;

/**
 * Makes the index follow the archive. Never throws for what one page, one batch or one task does: that is
 * in the report, and the live index stays as it was. Throws when the archive, the configuration or the
 * engine can't be read at all.
 */
export async function reindex(options: ReindexOptions): Promise<ReindexReport> {
  const startedAt = options.now();
  const listed = await listArchives(options.archives);
  const { run, next } = await openRun(options, listed, startedAt);
  const paths = listed.map(({ path }) => path);
  const vanished = options.force
    ? []
    : vanishedArchives(options.archives, paths, run.live.byPath.keys());
  const written = vanished.length > 0 ? refusal(run, vanished) : await write(run, next, listed);
  return reportOf(run, written, startedAt);
}

/** Reads what is indexed and what was recorded, and decides what there is to do. Writes nothing. */
async function openRun(options: ReindexOptions, listed: Listed, startedAt: Date) {
  const { client, configuration, corrector = NO_CORRECTIONS } = options;
  const deadlineMs = options.taskDeadlineMs ?? TASK_DEADLINE_MS;
  const live = await readLiveIndex(client, deadlineMs);
  const record = await readRecord(client);
  // What was loaded at the last run holds no mistake; all else is told before any page is blamed for it.
  if (record.configuration !== configuration.keys.all) {
    loadWhole(configuration);
    corrector.check();
  }
  const chosen = await chooseMode({ ...options, corrector, live, record, deadlineMs });
  const next = chosen.mode === 'full' ? await begunRebuild(options, deadlineMs) : null;
  const goesOn = next?.builtAt ? '; goes on with a rebuild that broke off' : '';
  const mode = { ...chosen, reason: chosen.reason + goesOn };
  const archive = new Set(listed.map(({ path }) => path));
  const known = next ?? live;
  const run: Run = {
    ...{ options, mode, deadlineMs, corrector, live, record },
    known: known.byPath,
    rejectedBefore: await readRejectedPages(client, deadlineMs),
    ids: idAssigner({ live, known, archive, now: startedAt.toISOString() }),
    fill: fillCounter(),
    counts: { read: 0, unchanged: 0, kept: 0 },
    reading: new Map(),
    notes: [],
    rejected: new Map(),
    rejections: [],
    brokenCharacters: [],
    beyondSearch: [],
  };
  return { run, next };
}

async function write(run: Run, next: NextIndex | null, listed: Listed): Promise<Written> {
  try {
    await announcePeople(run.options, run.record);
    const dispatches = convertArchive(run, listed);
    return await (next === null ? update(run, dispatches) : rebuild(run, dispatches, next));
  } catch (error) {
    // What the engine refuses, as with a full disk; that it is not there at all is another matter.
    if (!(error instanceof TaskFailure || error instanceof MeilisearchApiError)) throw error;
    return { ...untouched(run), problem: error.message };
  }
}

function refusal(run: Run, vanished: readonly string[]): Written {
  const problem =
    `${vanished.join(', ')} holds no page, and pages of it are indexed: is it mounted? ` +
    'If it was emptied on purpose, run again with --force';
  return { ...untouched(run), outcome: 'refused', problem };
}

function untouched({ live }: Run) {
  const nothing = { indexed: 0, removed: 0, total: live.byId.size, failedBatches: [] };
  return { outcome: 'failed' as const, ...nothing, ...NOT_SETTLED };
}

/** The dispatches to send: those whose page or rules changed. */
async function* convertArchive(run: Run, listed: Listed): AsyncGenerator<Dispatch> {
  const { options, ids, fill, counts } = run;
  const total = listed.length;
  for await (const conversion of options.convert(changedPages(run, listed), run.mode.mode)) {
    options.onProgress?.({ phase: 'converting', done: counts.read, total });
    if ('rejection' in conversion) {
      yield* keepUnconverted(run, conversion.rejection);
      continue;
    }
    const { dispatch } = conversion;
    fill.count(dispatch);
    const { path, brokenCharacters } = dispatch.source;
    if (brokenCharacters > 0) run.brokenCharacters.push({ path, count: brokenCharacters });
    if (isBeyondSearch(dispatch.text)) run.beyondSearch.push(path);
    const stamp = run.reading.get(path)?.stamp ?? null;
    run.reading.delete(path);
    yield run.corrector.correct(ids.assign(dispatch, stamp));
  }
  options.onProgress?.({ phase: 'indexing', done: total, total });
}

function reportOf(run: Run, written: Written, startedAt: Date): ReindexReport {
  const rejectedByCode: Partial<Record<RejectionCode, number>> = {};
  for (const { code } of run.rejections) rejectedByCode[code] = (rejectedByCode[code] ?? 0) + 1;
  const { mode, reason } = run.mode;
  return {
    startedAt: startedAt.toISOString(),
    durationMs: run.options.now().getTime() - startedAt.getTime(),
    ...{ mode, reason },
    ...written,
    ...run.counts,
    rejectedByCode,
    rejections: run.rejections,
    correctionsUnused: unusedCorrections(run, written.outcome),
    sameAddress: run.ids.sameAddress,
    brokenCharacters: run.brokenCharacters,
    beyondSearch: run.beyondSearch,
    filled: run.fill.filled(),
  };
}

/** Corrections of dispatches that are not there; a run that did not see all pages can't tell. */
function unusedCorrections({ corrector, ids }: Run, outcome: RunOutcome): readonly string[] {
  return outcome === 'stopped' ? [] : corrector.ids.filter((id) => !ids.taken.has(id));
}
