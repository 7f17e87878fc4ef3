import type { Meilisearch } from 'meilisearch';
import type { Dispatch } from '../dispatch.ts';
import { dispatchIndexSettings, LIVE_INDEX, NEXT_INDEX } from '../dispatch-index.ts';
import { patiently } from '../engine/patiently.ts';
import { swapIndexes } from '../engine/swap-indexes.ts';
import { deleteIndex, freshIndex } from '../load/fresh-index.ts';
import { sendDocuments, TASK_DEADLINE_MS } from '../load/send-documents.ts';
import { whyNoRoom } from './disk-space.ts';
import { whyNot } from './gate.ts';
import type { Run, Written } from './reindex.ts';
import { fillCounter, type ReindexReport, WATCHED_FIELDS } from './reindex-report.ts';
import { NOT_SETTLED, publishPeople, settleArchive } from './settle-archive.ts';

/**
 * Builds an index beside the live one and swaps it in when the gate opens. Until then, and whenever
 * something fails, readers have the live index as it was.
 */
export async function rebuild(run: Run, dispatches: AsyncIterable<Dispatch>): Promise<Written> {
  const { options, live, ids } = run;
  const { client } = options;
  const noRoom = await whyNoRoomFor(run);
  if (noRoom) return { outcome: 'failed', problem: noRoom, ...untouched(run) };
  const deadline = Date.now() + TASK_DEADLINE_MS;
  const builtAt = await patiently(
    () => freshIndex(client, NEXT_INDEX, dispatchIndexSettings),
    deadline,
  );
  const { sent, failed } = await sendDocuments(client, NEXT_INDEX, dispatches);
  const kept = { ...untouched(run), indexed: sent, failedBatches: failed };
  if (options.signal?.aborted) return { outcome: 'stopped', problem: null, ...kept };
  const problem = await whyIncomplete(client, sent, failed.length);
  if (problem) return { outcome: 'failed', problem, ...kept };
  const remaining = [...live.byId.keys()].filter((id) => ids.taken.has(id)).length;
  const refusal = options.force
    ? null
    : whyNot({
        live: live.byId.size,
        remaining,
        filledBefore: live.exists ? await filledInLiveIndex(client) : null,
        filledAfter: run.fill.filled(),
      });
  if (refusal) return { outcome: 'refused', problem: refusal, ...kept };
  const settled = await settleArchive(run, NEXT_INDEX);
  options.onProgress?.({ phase: 'swapping', done: sent, total: sent });
  await swapIndexes(client, {
    live: LIVE_INDEX,
    next: NEXT_INDEX,
    builtAt,
    deadlineMs: TASK_DEADLINE_MS,
  });
  // The old index is of no use any more; if it stays, the next rebuild deletes it.
  await deleteIndex(client, NEXT_INDEX).catch(() => {});
  const people = await publishPeople(run, settled);
  const removed = live.byId.size - remaining;
  return {
    outcome: 'swapped',
    problem: null,
    indexed: sent,
    removed,
    total: sent,
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

async function whyIncomplete(client: Meilisearch, sent: number, failedBatches: number) {
  if (failedBatches > 0) return `${failedBatches} batches were not taken by the engine`;
  const { numberOfDocuments } = await client.index(NEXT_INDEX).getStats();
  if (numberOfDocuments === sent) return null;
  return `${sent} dispatches were sent and ${numberOfDocuments} are in the new index`;
}

const PAGE = 5_000;

/** Filling of the watched fields as readers have it now. */
async function filledInLiveIndex(client: Meilisearch): Promise<ReindexReport['filled']> {
  const fill = fillCounter();
  for (let offset = 0; ; offset += PAGE) {
    const page = await client.index(LIVE_INDEX).getDocuments<Dispatch>({
      fields: [...WATCHED_FIELDS],
      limit: PAGE,
      offset,
    });
    for (const dispatch of page.results) fill.count(dispatch as Dispatch);
    if (page.results.length < PAGE) return fill.filled();
  }
}
