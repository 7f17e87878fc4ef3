import { stampOf } from '../archive/page-stamp.ts';
import { type PageFile, type ReadPage, readPage, sha256 } from '../archive/read-folder.ts';
import type { IndexedDispatch } from '../load/live-index.ts';
import { isGivenUp, type RejectedPage } from '../load/rejected-pages.ts';
import type { Rejection } from '../rejection.ts';
import { isByTheseRules } from './choose-mode.ts';
import type { Run } from './run.ts';

/** Files asked for their times at once: a disk far away answers many in the time of one. */
const AT_ONCE = 64;

type Listed = PageFile | Rejection;
type Stamped = { readonly entry: Listed; readonly stamp: string | null };

/**
 * Reads the pages that have to be converted: those whose bytes or rules are not the ones that are known. A
 * file with its old size and times is not read at all.
 */
export async function* changedPages(run: Run, listed: readonly Listed[]): AsyncGenerator<ReadPage> {
  for await (const { entry, stamp } of withStamps(listed)) {
    if (run.options.signal?.aborted) return;
    run.counts.read++;
    const page = 'code' in entry ? entry : await readIfChanged(run, entry, stamp);
    if (page !== null) yield page;
  }
}

async function* withStamps(listed: readonly Listed[]): AsyncGenerator<Stamped> {
  for (let from = 0; from < listed.length; from += AT_ONCE) {
    yield* await Promise.all(
      listed.slice(from, from + AT_ONCE).map(async (entry) => ({
        entry,
        stamp: 'code' in entry ? null : await stampOf(entry.file),
      })),
    );
  }
}

/** The page, or `null` when the run knows what becomes of it. */
async function readIfChanged(
  run: Run,
  entry: PageFile,
  stamp: string | null,
): Promise<ReadPage | null> {
  const memories = memoriesOf(run, entry.path);
  const untouched = memories.find((memory) => stamp !== null && memory.stamp === stamp);
  if (untouched) {
    untouched.keep(stamp);
    return null;
  }
  const page = await readPage(entry);
  const hash = 'bytes' in page ? sha256(page.bytes) : null;
  const same = memories.find((memory) => hash !== null && memory.sha256 === hash);
  if (same) {
    same.keep(stamp);
    return null;
  }
  run.reading.set(entry.path, { sha256: hash, stamp });
  return page;
}

/** What is known of a page by the rules that hold now, and what to do when its bytes are the same. */
type Memory = {
  readonly sha256: string | null;
  readonly stamp: string | null;
  readonly keep: (stamp: string | null) => void;
};

/** Both can be there: a page that was indexed and then became one that hangs the converter. */
function memoriesOf(run: Run, path: string): readonly Memory[] {
  const dispatch = run.known.get(path);
  const memories = dispatch && isCurrent(run, dispatch) ? [ofDispatch(run, dispatch)] : [];
  const page = run.mode.mode === 'full' ? undefined : run.rejectedBefore.get(path);
  if (page?.rules !== rejectionRules(run) || !isGivenUp(page)) return memories;
  if (dispatch && run.mode.touched.has(dispatch.id)) return memories;
  return [...memories, ofRejected(run, page, dispatch)];
}

function isCurrent({ options, mode, corrector }: Run, known: IndexedDispatch): boolean {
  return !mode.touched.has(known.id) && isByTheseRules(known, options.configuration, corrector);
}

function ofDispatch({ counts, ids, notes }: Run, known: IndexedDispatch): Memory {
  return {
    ...known,
    keep(stamp) {
      counts.unchanged++;
      ids.keep(known.id, known.path);
      if (stamp !== null && stamp !== known.stamp) notes.push({ id: known.id, stamp });
    },
  };
}

/** A rejected page, and what is indexed of it from a time when it could be converted. */
function ofRejected(
  { rejected, rejections, ids, counts }: Run,
  page: RejectedPage,
  dispatch: IndexedDispatch | undefined,
): Memory {
  return {
    ...page,
    keep(stamp) {
      const { path, code, detail } = page;
      rejections.push({ path, code, detail });
      rejected.set(path, { ...page, stamp: stamp ?? page.stamp });
      if (dispatch === undefined) return;
      ids.keep(dispatch.id, dispatch.path);
      counts.kept += 1;
    },
  };
}

/** What a rejected page was rejected by: it has no address by which to tell its site. */
export function rejectionRules({ options: { configuration } }: Run): string {
  const { rules } = configuration.keys;
  return `${rules} ${sha256(JSON.stringify(configuration.sites())).slice(0, 16)}`;
}
