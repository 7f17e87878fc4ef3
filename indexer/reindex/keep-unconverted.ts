import { MeilisearchApiError } from 'meilisearch';
import { type Dispatch, dispatchSchema } from '../dispatch.ts';
import { LIVE_INDEX } from '../dispatch-index.ts';
import type { IndexedDispatch } from '../load/live-index.ts';
import type { Rejection, RejectionCode } from '../rejection.ts';
import type { Run } from './reindex.ts';

/** Reasons that lie in this run and not in the page: the disk, the load, a fault of the converter. */
const FOR_NOW: ReadonlySet<RejectionCode> = new Set(['unreadable', 'too-slow', 'failed']);

/**
 * A page that is in the archive and could not be converted this time does not take its dispatch with
 * it, nor does a folder that can't be listed: what is indexed of it stays, and the next run tries again. Yields what a rebuild has to carry over.
 */
export async function* keepUnconverted(
  run: Run,
  { path, code }: Rejection,
  mode: 'full' | 'incremental',
): AsyncGenerator<Dispatch> {
  if (!FOR_NOW.has(code)) return;
  for (const known of knownAt(run, path)) {
    const stored = mode === 'full' ? await storedDispatch(run, known.id) : null;
    // A dispatch of an older version has fields missing; it would be wrong in the new index.
    if (mode === 'full' && stored === null) continue;
    run.ids.keep(known.id, known.path);
    run.counts.kept += 1;
    if (stored !== null) yield stored;
  }
}

/** What is indexed of a page; of a folder that can't be listed, all that is indexed below it. */
function knownAt({ live }: Run, path: string): readonly IndexedDispatch[] {
  const known = live.byPath.get(path);
  if (known !== undefined) return [known];
  return [...live.byId.values()].filter((one) => one.path.startsWith(`${path}/`));
}

async function storedDispatch({ options }: Run, id: string): Promise<Dispatch | null> {
  try {
    const stored = await options.client.index(LIVE_INDEX).getDocument(id);
    return dispatchSchema.safeParse(stored).data ?? null;
  } catch (error) {
    if (error instanceof MeilisearchApiError) return null;
    throw error;
  }
}
