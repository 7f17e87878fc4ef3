import { type Meilisearch, MeilisearchApiError } from 'meilisearch';
import { finishTask, TaskFailure } from './finish-task.ts';
import { patiently } from './patiently.ts';

export type Swap = {
  /** The index that readers search; made empty when there is none yet. */
  readonly live: string;
  /** The index that was built beside it. */
  readonly next: string;
  /** `createdAt` of the built index, asked right after it was made: says which one it is. */
  readonly builtAt: string;
  readonly deadlineMs: number;
};

/** One undone swap is rare; three in a row mean that somebody else swaps too. */
const ATTEMPTS = 3;

/** When an index was made, in the engine's own notation: its identity across swaps. `null`: no such index. */
export async function createdAtOf(client: Meilisearch, index: string): Promise<string | null> {
  try {
    return (await client.getRawIndex(index)).createdAt;
  } catch (error) {
    if (isApiError(error, 'index_not_found')) return null;
    throw error;
  }
}

/**
 * Makes the built index the live one, and the live one the next. Does nothing when it is live
 * already, so it may be repeated after a crash at any point.
 *
 * The engine writes the swap and "the swap is done" in two steps. Killed between them it swaps
 * once more after its restart, which undoes it, and reports success (seen in 8 of 25 kills). So
 * success is not believed: the live index is looked at, and swapped again when it is the old one.
 */
export async function swapIndexes(client: Meilisearch, swap: Swap): Promise<void> {
  const deadline = Date.now() + swap.deadlineMs;
  await patiently(() => makeIfAbsent(client, swap.live, swap.deadlineMs), deadline);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    await emptyQueue(client, [swap.live, swap.next], deadline);
    const live = await patiently(() => createdAtOf(client, swap.live), deadline);
    if (live === swap.builtAt) return;
    const next = await patiently(() => createdAtOf(client, swap.next), deadline);
    if (next !== swap.builtAt) throw new Error(`${swap.next} is not the index that was built`);
    await swapOnce(client, swap, deadline);
  }
  await emptyQueue(client, [swap.live, swap.next], deadline);
  const live = await patiently(() => createdAtOf(client, swap.live), deadline);
  if (live === swap.builtAt) return;
  throw new Error(`${swap.live} and ${swap.next} were swapped back ${ATTEMPTS} times`);
}

async function makeIfAbsent(client: Meilisearch, index: string, deadlineMs: number): Promise<void> {
  if ((await createdAtOf(client, index)) !== null) return;
  const { taskUid } = await client.createIndex(index, { primaryKey: 'id' });
  await finishTask(client, taskUid, deadlineMs);
}

/** An engine that ends during the request may have taken it or not: the next round looks. */
async function swapOnce(client: Meilisearch, swap: Swap, deadline: number): Promise<void> {
  try {
    const { taskUid } = await client.swapIndexes([
      { indexes: [swap.live, swap.next], rename: false },
    ]);
    await finishTask(client, taskUid, deadline - Date.now());
  } catch (error) {
    if (error instanceof MeilisearchApiError || error instanceof TaskFailure) throw error;
  }
}

/** Waits until nothing is under way for these indexes: the engine mixes up tasks around a swap. */
export async function emptyQueue(
  client: Meilisearch,
  indexUids: string[],
  deadline: number,
): Promise<void> {
  for (;;) {
    const query = { indexUids, statuses: ['enqueued' as const, 'processing' as const], limit: 1 };
    const open = (await patiently(() => client.tasks.getTasks(query), deadline)).results[0];
    if (open === undefined) return;
    await finishTask(client, open.uid, deadline - Date.now()).catch((error) => {
      // How another task ended is its owner's business; that it does not end is ours.
      if (!(error instanceof TaskFailure) || error.code === 'task-late') throw error;
    });
  }
}

function isApiError(error: unknown, code: string): boolean {
  return error instanceof MeilisearchApiError && error.cause?.code === code;
}
