import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { z } from 'zod';
import { writeWhole } from '../../config/write-whole.ts';

/** What a key may do, and on which indexes. */
type Grant = {
  readonly name: string;
  readonly actions: readonly string[];
  readonly indexes: readonly string[];
};

/** For the facade: it can search the published indexes, see when they changed, and nothing else. */
const SEARCH_GRANT: Grant = {
  name: 'dispatches: search',
  actions: ['search', 'indexes.get'],
  indexes: ['dispatches*', 'people*'],
};

/** For the indexer: everything about documents and indexes, nothing about keys. */
const INDEXER_GRANT: Grant = {
  name: 'dispatches: indexer',
  actions: ['search', 'documents.*', 'indexes.*', 'settings.*', 'tasks.*', 'stats.*', 'version'],
  indexes: ['*'],
};

export type EngineKeys = { readonly adminKey: string; readonly searchKey: string };

const keysFile = z.object({ masterKey: z.string().min(16) });

/**
 * The random master key of the engine on this data folder: made once, readable by its owner only.
 * Call with the folder's lock held.
 */
export function masterKeyOf(dataFolder: string): string {
  const path = join(dataFolder, 'keys.json');
  try {
    return keysFile.parse(JSON.parse(readFileSync(path, 'utf8'))).masterKey;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw new Error(`${path} can't be read; delete it to have new keys made`, { cause: error });
    }
  }
  const masterKey = randomBytes(32).toString('hex');
  writeWhole(path, `${JSON.stringify({ masterKey })}\n`, 0o600);
  return masterKey;
}

/** The two keys that are handed out; the engine knows them once `createKeys` has run. */
export function keysFrom(masterKey: string): EngineKeys {
  return {
    adminKey: keyOf(masterKey, INDEXER_GRANT),
    searchKey: keyOf(masterKey, SEARCH_GRANT),
  };
}

/** Makes both keys known to the engine; those it already has are left alone. */
export async function createKeys(url: string, masterKey: string): Promise<void> {
  const client = new Meilisearch({ host: url, apiKey: masterKey, timeout: 20_000 });
  const known = new Set((await client.getKeys({ limit: 1000 })).results.map((key) => key.uid));
  for (const grant of [INDEXER_GRANT, SEARCH_GRANT]) {
    const uid = uidOf(grant);
    if (known.has(uid)) continue;
    const { name, actions, indexes } = grant;
    await client.createKey({
      uid,
      name,
      actions: [...actions],
      indexes: [...indexes],
      expiresAt: null,
    });
  }
}

/** The engine's own rule: a key is the HMAC-SHA256 of its uid under the master key. */
function keyOf(masterKey: string, grant: Grant): string {
  return createHmac('sha256', masterKey).update(uidOf(grant)).digest('hex');
}

/** A grant can't be changed in the engine, so a changed grant gets another uid. */
function uidOf(grant: Grant): string {
  const hex = createHash('sha256').update(JSON.stringify(grant)).digest('hex');
  // The shape of a version 4 UUID, which the engine demands.
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
