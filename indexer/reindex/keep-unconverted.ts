import { MeilisearchApiError } from 'meilisearch';
import { type Dispatch, dispatchSchema } from '../dispatch.ts';
import { LIVE_INDEX } from '../dispatch-index.ts';
import type { IndexedDispatch } from '../load/live-index.ts';
import { isForNow, type RejectedPage } from '../load/rejected-pages.ts';
import type { Rejection } from '../rejection.ts';
import { rejectionRules } from './changed-pages.ts';
import { KEPT } from './choose-mode.ts';
import type { Run } from './run.ts';

/**
 * Notes a page that could not be converted; the engine remembers by which bytes and rules, and how often it
 * was tried. One that failed for now does not take its dispatch with it, nor does a folder that can't be
 * listed: what is indexed of it stays, and the next runs try again. Yields what a rebuild has to carry over.
 */
export async function* keepUnconverted(run: Run, rejection: Rejection): AsyncGenerator<Dispatch> {
  const { path, code } = rejection;
  const read = run.reading.get(path);
  run.reading.delete(path);
  run.rejections.push(rejection);
  if (read) run.rejected.set(path, remembered(run, { ...rejection, ...read }));
  if (isForNow(code)) yield* keepDispatches(run, path);
}

function remembered(run: Run, page: Omit<RejectedPage, 'rules'>): RejectedPage {
  const [rules, before] = [rejectionRules(run), run.rejectedBefore.get(page.path)];
  if (!isForNow(page.code)) return { ...page, rules };
  const isSame = before?.sha256 === page.sha256 && before?.rules === rules;
  return { ...page, rules, tries: 1 + (isSame ? (before?.tries ?? 0) : 0) };
}

async function* keepDispatches(run: Run, path: string): AsyncGenerator<Dispatch> {
  const { mode } = run.mode;
  for (const known of knownAt(run, path)) {
    const stored = mode === 'full' ? await storedDispatch(run, known.id) : null;
    // A dispatch of an older version has fields missing; it would be wrong in the new index.
    if (mode === 'full' && stored === null) continue;
    run.ids.keep(known.id, known.path);
    run.counts.kept += 1;
    const fingerprint = known.fingerprint.startsWith(KEPT)
      ? known.fingerprint
      : KEPT + known.fingerprint;
    if (stored !== null) yield { ...stored, fingerprint };
    else if (run.mode.touched.has(known.id) && fingerprint !== known.fingerprint) {
      run.notes.push({ id: known.id, fingerprint });
    }
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
