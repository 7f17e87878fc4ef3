import type { Meilisearch } from 'meilisearch';
import type { Dispatch } from '../dispatch.ts';
import { dispatchIndexSettings, LIVE_INDEX, NEXT_INDEX } from '../dispatch-index.ts';
import { patiently } from '../engine/patiently.ts';
import { createdAtOf, swapIndexes } from '../engine/swap-indexes.ts';
import { writeFamilies } from '../families/write-families.ts';
import { finish, sendDocuments, TASK_DEADLINE_MS } from '../load/send-documents.ts';
import { whyNoRoom } from './disk-space.ts';
import { whyNot } from './gate.ts';
import type { Run, Written } from './reindex.ts';
import { fillCounter, type ReindexReport, WATCHED_FIELDS } from './reindex-report.ts';

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
  const builtAt = await patiently(() => startAfresh(client, NEXT_INDEX), deadline);
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
  const families = await writeFamilies(client, NEXT_INDEX, TASK_DEADLINE_MS);
  options.onProgress?.({ phase: 'swapping', done: sent, total: sent });
  await swapIndexes(client, {
    live: LIVE_INDEX,
    next: NEXT_INDEX,
    builtAt,
    deadlineMs: TASK_DEADLINE_MS,
  });
  // The old index is of no use any more; if it stays, the next rebuild deletes it.
  await deleteIndex(client, NEXT_INDEX).catch(() => {});
  const removed = live.byId.size - remaining;
  return {
    outcome: 'swapped',
    problem: null,
    indexed: sent,
    removed,
    total: sent,
    failedBatches: [],
    families,
  };
}

/**
 * An empty index with its settings: sent before any document, since after them they cost half as much
 * again. Returns when it was made, by which the swap knows it.
 */
async function startAfresh(client: Meilisearch, name: string): Promise<string> {
  if (await createdAtOf(client, name)) await deleteIndex(client, name);
  await finish(client, await client.createIndex(name, { primaryKey: 'id' }));
  await finish(client, await client.index(name).updateSettings(dispatchIndexSettings));
  const builtAt = await createdAtOf(client, name);
  if (!builtAt) throw new Error(`the engine made ${name} and does not know it`);
  return builtAt;
}

function untouched({ live }: Run) {
  return { indexed: 0, removed: 0, total: live.byId.size, failedBatches: [], families: null };
}

async function whyNoRoomFor({ options }: Run): Promise<string | null> {
  if (options.force || options.freeBytes === undefined) return null;
  const { databaseSize } = await options.client.getStats();
  return whyNoRoom(await options.freeBytes(), databaseSize);
}

async function deleteIndex(client: Meilisearch, name: string): Promise<void> {
  await finish(client, await client.deleteIndex(name));
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
