import type { EnqueuedTask, Meilisearch, Task } from 'meilisearch';
import { finishTask, TaskFailure } from '../engine/finish-task.ts';
import { patiently } from '../engine/patiently.ts';

/** Bytes of NDJSON in one request: far below the engine's limit, large enough to merge well. */
const BATCH_BYTES = 8 * 1024 * 1024;
const BATCH_DOCUMENTS = 2_000;
/** Batches under way at once: the engine merges what waits, memory stays flat. */
const MAX_UNDER_WAY = 8;

/** With a full disk the engine retries for ever: then the run gives up and says so. */
export const TASK_DEADLINE_MS = 30 * 60_000;

/** A batch that the engine did not take. */
export type FailedBatch = {
  readonly ids: readonly string[];
  /** Code of the engine, or `incomplete` when it received fewer documents than were sent. */
  readonly code: string;
  readonly detail: string;
};

export type SendResult = { readonly sent: number; readonly failed: readonly FailedBatch[] };

type Identified = { readonly id: string };
type UnderWay = { readonly ids: readonly string[]; readonly task: Promise<EnqueuedTask> };

/**
 * Sends documents in batches and checks what became of each: a task that was waited for can have failed,
 * and a cut upload is accepted as a whole one.
 */
export async function sendDocuments(
  client: Meilisearch,
  index: string,
  documents: AsyncIterable<Identified>,
  deadlineMs: number = TASK_DEADLINE_MS,
): Promise<SendResult> {
  const underWay: UnderWay[] = [];
  const failed: FailedBatch[] = [];
  let sent = 0;
  const settle = async () => {
    const first = underWay.shift();
    if (!first) return;
    const failure = await outcomeOf(client, first, deadlineMs);
    if (failure) failed.push(failure);
    else sent += first.ids.length;
  };
  for await (const batch of batches(documents)) {
    const task = patiently(
      () => client.index(index).addDocumentsFromString(batch.lines, 'application/x-ndjson'),
      Date.now() + deadlineMs,
    );
    // Looked at in `settle`; until then a rejection must not count as unhandled.
    task.catch(() => {});
    underWay.push({ ids: batch.ids, task });
    if (underWay.length >= MAX_UNDER_WAY) await settle();
  }
  while (underWay.length > 0) await settle();
  return { sent, failed };
}

/** Waits for one task; throws `TaskFailure` unless it succeeded. */
export async function finish(
  client: Meilisearch,
  task: EnqueuedTask,
  deadlineMs: number = TASK_DEADLINE_MS,
): Promise<Task> {
  return finishTask(client, task.taskUid, deadlineMs);
}

async function outcomeOf(
  client: Meilisearch,
  { ids, task }: UnderWay,
  deadlineMs: number,
): Promise<FailedBatch | null> {
  try {
    const finished = await finish(client, await task, deadlineMs);
    const received = finished.details?.receivedDocuments;
    if (received === ids.length) return null;
    return { ids, code: 'incomplete', detail: `${received} of ${ids.length} dispatches arrived` };
  } catch (error) {
    const { name, message } = error as Error;
    const code = error instanceof TaskFailure ? (error.reason ?? error.code) : name;
    return { ids, code, detail: message };
  }
}

/** Half of a character, which the scripts of pages print and UTF-8 can't hold. */
const HALF_CHARACTER = /\p{Surrogate}/gu;

/** One document; the engine would refuse its whole batch for half a character in it. */
function lineOf(document: Identified): string {
  const line = JSON.stringify(document);
  if (!line.includes('\\ud')) return line;
  return JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'string' ? value.replace(HALF_CHARACTER, '\uFFFD') : value,
  );
}

type Batch = { readonly ids: readonly string[]; readonly lines: string };

/** Groups documents by bytes and number. */
async function* batches(documents: AsyncIterable<Identified>): AsyncGenerator<Batch> {
  let ids: string[] = [];
  let lines: string[] = [];
  let bytes = 0;
  for await (const document of documents) {
    const line = lineOf(document);
    if (bytes + line.length > BATCH_BYTES || ids.length >= BATCH_DOCUMENTS) {
      if (ids.length > 0) yield { ids, lines: lines.join('\n') };
      [ids, lines, bytes] = [[], [], 0];
    }
    ids.push(document.id);
    lines.push(line);
    bytes += Buffer.byteLength(line) + 1;
  }
  if (ids.length > 0) yield { ids, lines: lines.join('\n') };
}
