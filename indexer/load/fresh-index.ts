import type { Meilisearch, Settings } from 'meilisearch';
import { createdAtOf } from '../engine/swap-indexes.ts';
import { finish } from './send-documents.ts';

/**
 * An empty index with its settings: sent before any document, since after them they cost half as much
 * again. Returns when it was made, by which the swap knows it.
 */
export async function freshIndex(
  client: Meilisearch,
  name: string,
  settings: Settings,
): Promise<string> {
  if (await createdAtOf(client, name)) await deleteIndex(client, name);
  await finish(client, await client.createIndex(name, { primaryKey: 'id' }));
  await finish(client, await client.index(name).updateSettings(settings));
  const builtAt = await createdAtOf(client, name);
  if (!builtAt) throw new Error(`the engine made ${name} and does not know it`);
  return builtAt;
}

export async function deleteIndex(client: Meilisearch, name: string): Promise<void> {
  await finish(client, await client.deleteIndex(name));
}
