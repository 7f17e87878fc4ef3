import type { Meilisearch } from 'meilisearch';
import { sha256 } from '../archive/read-folder.ts';
import { createdAtOf } from '../engine/swap-indexes.ts';
import type { Rejection, RejectionCode } from '../rejection.ts';
import { eachPage } from './all-documents.ts';
import { freshIndex } from './fresh-index.ts';
import { finish, sendDocuments } from './send-documents.ts';

/** A page that can't become a dispatch, and of which bytes and rules that was found. */
export type RejectedPage = Rejection & {
  /** Of its bytes; `null` when it was too large to be read. */
  readonly sha256: string | null;
  readonly stamp: string | null;
  readonly rules: string;
  /** Runs that tried these bytes by these rules; of a page that will not do in any run, the first is enough. */
  readonly tries?: number;
};

type Stored = RejectedPage & { readonly id: string };

/** Reasons that may lie in this run and not in the page: the disk, the load, a fault of the converter. */
const FOR_NOW: ReadonlySet<RejectionCode> = new Set(['unreadable', 'too-slow', 'failed']);

/** Whether another run may well convert a page that was rejected so. */
export function isForNow(code: RejectionCode): boolean {
  return FOR_NOW.has(code);
}

/** A page that was too slow so often hangs the converter: it would cost its time limit every night. */
const MOST_TRIES = 3;

/** Whether a page that could not be converted is left alone until it or its rules change. */
export function isGivenUp({ code, tries = 1 }: RejectedPage): boolean {
  return !isForNow(code) || tries >= MOST_TRIES;
}

const REJECTED_INDEX = 'rejected_pages';
/** Nobody searches it. */
const SETTINGS = { searchableAttributes: ['id'], filterableAttributes: [] };

/** The pages that the last run rejected, by path: they need not be tried again every night. */
export async function readRejectedPages(
  client: Meilisearch,
  deadlineMs: number,
): Promise<ReadonlyMap<string, RejectedPage>> {
  const pages = new Map<string, RejectedPage>();
  if (!(await createdAtOf(client, REJECTED_INDEX))) return pages;
  for await (const stored of eachPage<Stored>(client, REJECTED_INDEX, deadlineMs)) {
    for (const { id: _, ...page } of stored) pages.set(page.path, page);
  }
  return pages;
}

/** Makes the engine remember these pages and no others; with no difference, nothing reaches it. */
export async function writeRejectedPages(
  client: Meilisearch,
  before: ReadonlyMap<string, RejectedPage>,
  now: ReadonlyMap<string, RejectedPage>,
): Promise<void> {
  const changed = [...now.values()].filter((page) => !isSame(before.get(page.path), page));
  const gone = [...before.keys()].filter((path) => !now.has(path)).map(idOf);
  if (changed.length + gone.length === 0) return;
  if (!(await createdAtOf(client, REJECTED_INDEX))) {
    await freshIndex(client, REJECTED_INDEX, SETTINGS);
  }
  const index = client.index(REJECTED_INDEX);
  if (gone.length > 0) await finish(client, await index.deleteDocuments(gone));
  // What does not arrive is converted again: nothing is lost.
  if (changed.length > 0) await sendDocuments(client, REJECTED_INDEX, withIds(changed));
}

function isSame(before: RejectedPage | undefined, page: RejectedPage): boolean {
  return (
    before !== undefined &&
    before.sha256 === page.sha256 &&
    before.rules === page.rules &&
    before.tries === page.tries &&
    (page.stamp === null || before.stamp === page.stamp)
  );
}

async function* withIds(pages: readonly RejectedPage[]): AsyncGenerator<Stored> {
  for (const page of pages) yield { id: idOf(page.path), ...page };
}

function idOf(path: string): string {
  return sha256(path).slice(0, 32);
}
