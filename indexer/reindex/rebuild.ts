import type { Meilisearch } from 'meilisearch';
import type { Dispatch } from '../dispatch.ts';
import { LIVE_INDEX, NEXT_INDEX } from '../dispatch-index.ts';
import { swapIndexes } from '../engine/swap-indexes.ts';
import { eachPage } from '../load/all-documents.ts';
import { deleteIndex } from '../load/fresh-index.ts';
import { finish, sendDocuments } from '../load/send-documents.ts';
import { beginRebuild, type NextIndex } from './begun-rebuild.ts';
import { whyNoRoom } from './disk-space.ts';
import { whyNot } from './gate.ts';
import {
  fillCounter,
  type ReindexReport,
  WATCHED_FIELDS,
  type WatchedField,
} from './reindex-report.ts';
import type { Run, Written } from './run.ts';
import { NOT_SETTLED, publishPeople, settleArchive } from './settle-archive.ts';

/**
 * Builds an index beside the live one, or goes on with one that was begun, and swaps it in when the gate
 * opens. Until then, and whenever something fails, readers have the live index as it was.
 */
export async function rebuild(
  run: Run,
  dispatches: AsyncIterable<Dispatch>,
  next: NextIndex,
): Promise<Written> {
  const { options, deadlineMs } = run;
  const { client } = options;
  const noRoom = await whyNoRoomFor(run);
  if (noRoom) return { outcome: 'failed', problem: noRoom, ...untouched(run) };
  const builtAt = next.builtAt ?? (await beginRebuild(options, deadlineMs));
  const { sent, failed } = await sendDocuments(client, NEXT_INDEX, dispatches, deadlineMs);
  const kept = { ...untouched(run), indexed: sent, failedBatches: failed };
  if (options.signal?.aborted) return { outcome: 'stopped', problem: null, ...kept };
  await removeLeftOvers(run, next);
  const problem = await whyIncomplete(run, failed.length);
  if (problem) return { outcome: 'failed', problem, ...kept };
  const refusal = options.force ? null : await whyRefused(run);
  if (refusal) return { outcome: 'refused', problem: refusal, ...kept };
  const settled = await settleArchive(run, NEXT_INDEX);
  options.onProgress?.({ phase: 'swapping', done: sent, total: sent });
  await swapIndexes(client, { live: LIVE_INDEX, next: NEXT_INDEX, builtAt, deadlineMs });
  // The old index is of no use any more; if it stays, the next rebuild deletes it.
  await deleteIndex(client, NEXT_INDEX, deadlineMs).catch(() => {});
  const people = await publishPeople(run, settled);
  return {
    outcome: 'swapped',
    problem: null,
    indexed: sent,
    removed: run.live.byId.size - remaining(run),
    total: run.ids.taken.size,
    failedBatches: [],
    families: settled.families,
    people,
  };
}

function untouched({ live }: Run) {
  return { indexed: 0, removed: 0, total: live.byId.size, failedBatches: [], ...NOT_SETTLED };
}

async function whyNoRoomFor({ options }: Run): Promise<string | null> {
  if (options.force || options.freeBytes === undefined) return null;
  const { databaseSize } = await options.client.getStats();
  return whyNoRoom(await options.freeBytes(), databaseSize);
}

/** What a rebuild that broke off indexed and the archive holds no more, or under another id. */
async function removeLeftOvers({ options, ids, deadlineMs }: Run, { byPath }: NextIndex) {
  const gone = [...byPath.values()].map(({ id }) => id).filter((id) => !ids.taken.has(id));
  if (gone.length === 0) return;
  const index = options.client.index(NEXT_INDEX);
  await finish(options.client, await index.deleteDocuments(gone), deadlineMs);
}

async function whyIncomplete({ options, ids }: Run, failedBatches: number) {
  if (failedBatches > 0) return `${failedBatches} batches were not taken by the engine`;
  const { numberOfDocuments } = await options.client.index(NEXT_INDEX).getStats();
  if (numberOfDocuments === ids.taken.size) return null;
  return `the archive has ${ids.taken.size} dispatches and ${numberOfDocuments} are in the new index`;
}

async function whyRefused(run: Run): Promise<string | null> {
  const { options, live, deadlineMs } = run;
  return whyNot({
    live: live.byId.size,
    remaining: remaining(run),
    filledBefore: live.exists ? await filledIn(options.client, LIVE_INDEX, deadlineMs) : null,
    filledAfter: await filledIn(options.client, NEXT_INDEX, deadlineMs),
  });
}

/** How many of the live dispatches would still be there. */
function remaining({ live, ids }: Run): number {
  return [...live.byId.keys()].filter((id) => ids.taken.has(id)).length;
}

/** Filling of the watched fields as an index has it now. */
async function filledIn(
  client: Meilisearch,
  index: string,
  deadlineMs: number,
): Promise<ReindexReport['filled']> {
  const fill = fillCounter();
  type Watched = Pick<Dispatch, WatchedField>;
  for await (const page of eachPage<Watched>(client, index, deadlineMs, WATCHED_FIELDS)) {
    for (const dispatch of page) fill.count(dispatch);
  }
  return fill.filled();
}
