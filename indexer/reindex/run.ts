import type { Meilisearch, Settings } from 'meilisearch';
import type { ReadPage } from '../archive/read-folder.ts';
import type { Configuration } from '../convert/configuration.ts';
import type { Conversion } from '../convert/conversion.ts';
import type { Corrector } from '../corrections/corrector.ts';
import type { IndexedDispatch, LiveIndex } from '../load/live-index.ts';
import type { RejectedPage } from '../load/rejected-pages.ts';
import type { RunRecord } from '../load/run-record.ts';
import type { Rejection } from '../rejection.ts';
import type { idAssigner } from './assign-ids.ts';
import type { fillCounter, ReindexReport } from './reindex-report.ts';

export type ReindexOptions = {
  /** Folders; see `readArchives` for how their paths are named. */
  readonly archives: readonly string[];
  readonly client: Meilisearch;
  /** The configuration as it stands; loaded only as far as the run needs it. */
  readonly configuration: Configuration;
  /** Converts pages in the order they come, by that configuration; see `convertPages`. */
  readonly convert: (
    pages: AsyncIterable<ReadPage>,
    mode: Mode['mode'],
  ) => AsyncIterable<Conversion>;
  /** Rebuild beside the live index even when nothing asks for it. */
  readonly full?: boolean;
  /** Let through what the gate would refuse. */
  readonly force?: boolean;
  readonly now: () => Date;
  /** What the operator knows better than the pages. */
  readonly corrector?: Corrector;
  /** Bytes that are free where the engine keeps its files, when that can be known. */
  readonly freeBytes?: () => Promise<number>;
  /** How long one task of the engine may take: with a full disk it never ends. */
  readonly taskDeadlineMs?: number;
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

/** Beside and swap, or into the live index; and why. */
export type Mode = {
  readonly mode: 'full' | 'incremental';
  readonly reason: string;
  /** Ids of dispatches to convert again, though their pages are the same. */
  readonly touched: ReadonlySet<string>;
  /** Settings that the live index takes as it is. */
  readonly settings: readonly (keyof Settings)[];
};

/** What is known of a page's file once it is read, until its conversion comes back. */
export type PageRead = { readonly sha256: string | null; readonly stamp: string | null };

/** What the two ways of writing need to know of the run, and what they count. */
export type Run = {
  readonly options: ReindexOptions;
  readonly mode: Mode;
  readonly deadlineMs: number;
  readonly corrector: Corrector;
  readonly live: LiveIndex;
  readonly record: RunRecord;
  /** What need not be converted again, by path: in a rebuild, what one that broke off has done. */
  readonly known: ReadonlyMap<string, IndexedDispatch>;
  /** Pages that the last run rejected. */
  readonly rejectedBefore: ReadonlyMap<string, RejectedPage>;
  readonly ids: ReturnType<typeof idAssigner>;
  readonly fill: ReturnType<typeof fillCounter>;
  readonly counts: { read: number; unchanged: number; kept: number };
  readonly reading: Map<string, PageRead>;
  /** What the index has to note of dispatches that stay as they are. */
  readonly notes: Note[];
  readonly rejected: Map<string, RejectedPage>;
  readonly rejections: Rejection[];
  readonly brokenCharacters: { path: string; count: number }[];
  readonly beyondSearch: string[];
};

/** A file whose times changed and its bytes did not; or a page to be converted again by the next run. */
export type Note = { readonly id: string } & Partial<
  Pick<IndexedDispatch, 'stamp' | 'fingerprint'>
>;

/** What a way of writing came to. */
export type Written = Pick<ReindexReport, 'outcome' | 'problem' | 'indexed' | 'removed' | 'total'> &
  Pick<ReindexReport, 'failedBatches' | 'families' | 'people'>;
