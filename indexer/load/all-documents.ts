import type { Meilisearch } from 'meilisearch';
import { finishTask } from '../engine/finish-task.ts';
import { patiently } from '../engine/patiently.ts';

const READ_PAGE = 5_000;
const WRITE_BATCH = 5_000;

/** Every document of an index, some thousand at a time, with these fields only when named. */
export async function* eachPage<T extends Record<string, unknown>>(
  client: Meilisearch,
  index: string,
  deadlineMs: number,
  fields?: readonly (keyof T & string)[],
): AsyncGenerator<readonly T[]> {
  const deadline = Date.now() + deadlineMs;
  // Never sorted: with `sort` the engine's paging can repeat documents.
  for (let offset = 0; ; offset += READ_PAGE) {
    const range = { limit: READ_PAGE, offset, ...(fields && { fields: [...fields] }) };
    const { results } = await patiently(
      () => client.index(index).getDocuments<T>(range as object),
      deadline,
    );
    yield results as T[];
    if (results.length < READ_PAGE) return;
  }
}

/** The same in one list, for what must see the whole archive at once. */
export async function readAll<T extends Record<string, unknown>>(
  ...args: Parameters<typeof eachPage<T>>
): Promise<readonly T[]> {
  const documents: T[] = [];
  for await (const page of eachPage<T>(...args)) documents.push(...page);
  return documents;
}

/** Sets the given fields of documents that are there. Throws `TaskFailure` when the engine does not take them. */
export async function updateFields(
  client: Meilisearch,
  index: string,
  changed: readonly { readonly id: string }[],
  deadlineMs: number,
): Promise<void> {
  for (let from = 0; from < changed.length; from += WRITE_BATCH) {
    const batch = changed.slice(from, from + WRITE_BATCH);
    const write = () => client.index(index).updateDocuments(batch);
    const { taskUid } = await patiently(write, Date.now() + deadlineMs);
    await finishTask(client, taskUid, deadlineMs);
  }
}
