import { isDeepStrictEqual } from 'node:util';
import type { Meilisearch } from 'meilisearch';
import type { KnownPeople } from '../../config/people-decisions.ts';
import { listArchives, readArchives, vanishedArchives } from '../archive/read-archives.ts';
import { type ReadPage, sha256 } from '../archive/read-folder.ts';
import { type Conversion, fingerprintOf } from '../convert/convert-page.ts';
import { type Corrector, NO_CORRECTIONS } from '../corrections/corrector.ts';
import type { Dispatch } from '../dispatch.ts';
import { LIVE_INDEX } from '../dispatch-index.ts';
import { type IndexedDispatch, type LiveIndex, readLiveIndex } from '../load/live-index.ts';
import { buildOf, readRecord } from '../load/run-record.ts';
import { TASK_DEADLINE_MS } from '../load/send-documents.ts';
import { touchedDispatches } from '../people/touched-dispatches.ts';
import type { Rejection, RejectionCode } from '../rejection.ts';
import { idAssigner } from './assign-ids.ts';
import { chooseMode, type Mode } from './choose-mode.ts';
import { keepUnconverted } from './keep-unconverted.ts';
import { rebuild } from './rebuild.ts';
import { fillCounter, type ReindexReport, type RunOutcome } from './reindex-report.ts';
import { update } from './update.ts';

export type ReindexOptions = {
  /** Folders; see `readArchives` for how their paths are named. */
  readonly archives: readonly string[];
  readonly client: Meilisearch;
  /** Key of the loaded converter: part of every fingerprint. */
  readonly converterKey: string;
  /** The people that the converter was loaded with. */
  readonly people: KnownPeople;
  /** Converts pages in the order they come; see `convertPages`. */
  readonly convert: (pages: AsyncIterable<ReadPage>) => AsyncIterable<Conversion>;
  /** Rebuild beside the live index even when nothing asks for it. */
  readonly full?: boolean;
  /** Let through what the gate would refuse. */
  readonly force?: boolean;
  readonly now: () => Date;
  /** What the operator knows better than the pages. */
  readonly corrector?: Corrector;
  /** Bytes that are free where the engine keeps its files, when that can be known. */
  readonly freeBytes?: () => Promise<number>;
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the run early: the batch under way is finished, the next run continues. */
  readonly signal?: AbortSignal;
};

/** How far a run is, for a progress bar. */
export type Progress = {
  readonly phase: 'converting' | 'indexing' | 'swapping';
  readonly done: number;
  readonly total: number;
};

/** What the two ways of writing need to know of the run, and what they count. */
export type Run = {
  readonly options: ReindexOptions;
  readonly live: LiveIndex;
  readonly ids: ReturnType<typeof idAssigner>;
  readonly fill: ReturnType<typeof fillCounter>;
  readonly counts: { read: number; unchanged: number; kept: number };
  readonly corrector: Corrector;
  /** Whether the last run came to its end with the same decisions about people. */
  readonly settled: boolean;
  /** Ids of dispatches that have to be converted again, though neither page nor rules changed. */
  readonly touched: ReadonlySet<string>;
  readonly rejections: Rejection[];
  readonly brokenCharacters: { path: string; count: number }[];
};

/** What a way of writing came to. */
export type Written = Pick<ReindexReport, 'outcome' | 'problem' | 'indexed' | 'removed' | 'total'> &
  Pick<ReindexReport, 'failedBatches' | 'families' | 'people'>;

/**
 * Makes the index follow the archive. Never throws for what one page or one batch does: that is in the
 * report, and the live index stays as it was. Throws when the archive or the engine can't be read at all.
 */
export async function reindex(options: ReindexOptions): Promise<ReindexReport> {
  const startedAt = options.now();
  const archive = await listArchives(options.archives);
  const live = await readLiveIndex(options.client);
  const mode = chooseMode(live, options.converterKey, options.full ?? false);
  const followed = await followedBy(options, mode);
  const run: Run = {
    options,
    live,
    ids: idAssigner({ live, archive, now: startedAt.toISOString() }),
    fill: fillCounter(),
    counts: { read: 0, unchanged: 0, kept: 0 },
    corrector: options.corrector ?? NO_CORRECTIONS,
    ...followed,
    rejections: [],
    brokenCharacters: [],
  };
  const vanished = options.force
    ? []
    : vanishedArchives(options.archives, archive, live.byPath.keys());
  const written =
    vanished.length > 0
      ? refusal(run, vanished)
      : await (mode.mode === 'full' ? rebuild : update)(
          run,
          convertArchive(run, mode, archive.size),
        );
  return reportOf(run, mode, written, startedAt);
}

/** How far the last run came, and what its index does not follow yet. */
async function followedBy(
  { client, people: { authority, decisions } }: ReindexOptions,
  { mode }: Mode,
): Promise<Pick<Run, 'settled' | 'touched'>> {
  if (mode === 'full') return { settled: false, touched: new Set() };
  const { build, decisions: before } = await readRecord(client);
  const settled = build === (await buildOf(client)) && isDeepStrictEqual(before, decisions);
  const asked = { before, now: decisions };
  return {
    settled,
    touched: await touchedDispatches(client, LIVE_INDEX, asked, authority, TASK_DEADLINE_MS),
  };
}

function refusal({ live }: Run, vanished: readonly string[]): Written {
  const problem =
    `${vanished.join(', ')} holds no page, and pages of it are indexed: is it mounted? ` +
    'If it was emptied on purpose, run again with --force';
  const untouched = { indexed: 0, removed: 0, total: live.byId.size };
  return {
    outcome: 'refused',
    problem,
    ...untouched,
    failedBatches: [],
    families: null,
    people: null,
  };
}

/** The dispatches to send: in a rebuild all, else those whose page or rules changed. */
async function* convertArchive(run: Run, { mode }: Mode, total: number): AsyncGenerator<Dispatch> {
  const { options, ids, fill, counts } = run;
  const pages = changedPages(run, mode === 'incremental');
  for await (const conversion of options.convert(pages)) {
    options.onProgress?.({ phase: 'converting', done: counts.read, total });
    if ('rejection' in conversion) {
      run.rejections.push(conversion.rejection);
      yield* keepUnconverted(run, conversion.rejection, mode);
      continue;
    }
    const { dispatch } = conversion;
    fill.count(dispatch);
    const { path, brokenCharacters } = dispatch.source;
    if (brokenCharacters > 0) run.brokenCharacters.push({ path, count: brokenCharacters });
    yield run.corrector.correct(ids.assign(dispatch));
  }
  options.onProgress?.({ phase: 'indexing', done: total, total });
}

/** Reads the archive; leaves out pages whose fingerprint is the one in the index. */
async function* changedPages(run: Run, incremental: boolean): AsyncGenerator<ReadPage> {
  const { options, live, ids, counts, touched } = run;
  for await (const page of readArchives(options.archives)) {
    if (options.signal?.aborted) return;
    counts.read++;
    const known = incremental && !('code' in page) ? live.byPath.get(page.path) : undefined;
    if (known && 'bytes' in page && !touched.has(known.id) && isCurrent(run, known, page.bytes)) {
      counts.unchanged++;
      ids.keep(known.id, page.path);
    } else {
      yield page;
    }
  }
}

function isCurrent({ options, corrector }: Run, known: IndexedDispatch, bytes: Uint8Array) {
  const converted = fingerprintOf(sha256(bytes), options.converterKey);
  return known.fingerprint === converted + corrector.tail(known.id);
}

function reportOf(run: Run, mode: Mode, written: Written, startedAt: Date): ReindexReport {
  const rejectedByCode: Partial<Record<RejectionCode, number>> = {};
  for (const { code } of run.rejections) rejectedByCode[code] = (rejectedByCode[code] ?? 0) + 1;
  return {
    startedAt: startedAt.toISOString(),
    durationMs: run.options.now().getTime() - startedAt.getTime(),
    ...mode,
    ...written,
    ...run.counts,
    rejectedByCode,
    rejections: run.rejections,
    correctionsUnused: unusedCorrections(run, written.outcome),
    sameAddress: run.ids.sameAddress,
    brokenCharacters: run.brokenCharacters,
    filled: run.fill.filled(),
  };
}

/** Corrections of dispatches that are not there; a run that did not see all pages can't tell. */
function unusedCorrections({ corrector, ids }: Run, outcome: RunOutcome): readonly string[] {
  return outcome === 'stopped' ? [] : corrector.ids.filter((id) => !ids.taken.has(id));
}
