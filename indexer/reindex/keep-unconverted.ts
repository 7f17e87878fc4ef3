import { MeilisearchApiError } from 'meilisearch';
import { type Dispatch, dispatchSchema } from '../dispatch.ts';
import { LIVE_INDEX } from '../dispatch-index.ts';
import type { Rejection, RejectionCode } from '../rejection.ts';
import type { Run } from './reindex.ts';

/** Reasons that lie in this run and not in the page: the disk, the load, a fault of the converter. */
const FOR_NOW: ReadonlySet<RejectionCode> = new Set(['unreadable', 'too-slow', 'failed']);

/**
 * A page that is in the archive and could not be converted this time does not take its dispatch with
 * it: what is indexed of it stays, and the next run tries again. Yields what a rebuild has to carry over.
 */
export async function* keepUnconverted(
  run: Run,
  { path, code }: Rejection,
  mode: 'full' | 'incremental',
): AsyncGenerator<Dispatch> {
  const known = FOR_NOW.has(code) ? run.live.byPath.get(path) : undefined;
  if (known === undefined) return;
  const stored = mode === 'full' ? await storedDispatch(run, known.id) : null;
  // A dispatch of an older version has fields missing; it would be wrong in the new index.
  if (mode === 'full' && stored === null) return;
  run.ids.keep(known.id, path);
  run.counts.kept += 1;
  if (stored !== null) yield stored;
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
