import type { Meilisearch, Settings } from 'meilisearch';
import { createdAtOf } from '../engine/swap-indexes.ts';
import { finish, TASK_DEADLINE_MS } from './send-documents.ts';

/**
 * An empty index with its settings: sent before any document, since after them they cost half as much
 * again. Returns when it was made, by which the swap knows it.
 */
export async function freshIndex(
  client: Meilisearch,
  name: string,
  settings: Settings,
  deadlineMs: number = TASK_DEADLINE_MS,
): Promise<string> {
  if (await createdAtOf(client, name)) await deleteIndex(client, name, deadlineMs);
  await finish(client, await client.createIndex(name, { primaryKey: 'id' }), deadlineMs);
  await finish(client, await client.index(name).updateSettings(settings), deadlineMs);
  const builtAt = await createdAtOf(client, name);
  if (!builtAt) throw new Error(`the engine made ${name} and does not know it`);
  return builtAt;
}

export async function deleteIndex(
  client: Meilisearch,
  name: string,
  deadlineMs: number = TASK_DEADLINE_MS,
): Promise<void> {
  await finish(client, await client.deleteIndex(name), deadlineMs);
}
