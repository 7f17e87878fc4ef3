import { type Meilisearch, MeilisearchApiError } from 'meilisearch';
import type { PeopleAuthority } from '../../config/people.ts';
import { LIVE_INDEX } from '../dispatch-index.ts';
import { createdAtOf } from '../engine/swap-indexes.ts';
import { freshIndex } from './fresh-index.ts';
import { finish } from './send-documents.ts';

/** The people by whom pages of the index were converted. */
export type FollowedPeople = { readonly key: string; readonly authority: PeopleAuthority };

/** What the engine remembers of earlier runs beside the dispatches. */
export type RunRecord = {
  /** The live index as the last whole run left it: another one means that a run broke off since. */
  readonly build: string | null;
  /** Key of the configuration that run was loaded with. */
  readonly configuration: string | null;
  /** By whom the live index may be converted: one after a whole run, more after one that broke off. */
  readonly people: readonly FollowedPeople[];
};

/** A rebuild that was begun: of which index, and by which rules. */
export type BegunRebuild = { readonly builtAt: string; readonly rules: string };

const RECORD_INDEX = 'run_record';
/** Nobody searches it. */
const SETTINGS = { searchableAttributes: ['id'], filterableAttributes: [] };
const NOTHING_YET: RunRecord = { build: null, configuration: null, people: [] };

/** What an older version did not note counts as unknown. */
export async function readRecord(client: Meilisearch): Promise<RunRecord> {
  return { ...NOTHING_YET, ...(await read<Partial<RunRecord>>(client, 'last')) };
}

export function writeRecord(client: Meilisearch, record: RunRecord): Promise<void> {
  return write(client, { id: 'last', ...record });
}

export function readBegunRebuild(client: Meilisearch): Promise<BegunRebuild | null> {
  return read<BegunRebuild>(client, 'rebuild');
}

export function writeBegunRebuild(client: Meilisearch, begun: BegunRebuild): Promise<void> {
  return write(client, { id: 'rebuild', ...begun });
}

/** Which index is live, and when it last changed; `null` when there is none. */
export async function buildOf(client: Meilisearch): Promise<string | null> {
  return orNull(async () => {
    const { createdAt, updatedAt } = await client.getRawIndex(LIVE_INDEX);
    return `${createdAt} ${updatedAt}`;
  });
}

function read<T>(client: Meilisearch, id: string): Promise<T | null> {
  return orNull(async () => {
    const { id: _, ...document } = await client.index(RECORD_INDEX).getDocument(id);
    return document as T;
  });
}

async function write(client: Meilisearch, document: { readonly id: string }): Promise<void> {
  if (!(await createdAtOf(client, RECORD_INDEX))) await freshIndex(client, RECORD_INDEX, SETTINGS);
  await finish(client, await client.index(RECORD_INDEX).addDocuments([document]));
}

/** Neither index nor document is there before the first run. */
async function orNull<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return null;
    throw error;
  }
}
