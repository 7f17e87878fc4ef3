import { type Meilisearch, MeilisearchApiError } from 'meilisearch';
import type { Decisions } from '../../config/people-decisions.ts';
import { LIVE_INDEX } from '../dispatch-index.ts';
import { finish } from './send-documents.ts';

/** What the engine remembers of the last run that came to its end. */
export type RunRecord = {
  /** The live index as that run left it: another one means that a run broke off since. */
  readonly build: string | null;
  /** What the operator had decided about people. */
  readonly decisions: Decisions;
};

const RECORD_INDEX = 'run_record';
const LAST = 'last';
const NONE: RunRecord = { build: null, decisions: { people: [], merge: [], reject: [] } };

export async function readRecord(client: Meilisearch): Promise<RunRecord> {
  try {
    const { build, decisions } = await client.index(RECORD_INDEX).getDocument<RunRecord>(LAST);
    return { build, decisions };
  } catch (error) {
    // Neither index nor document is there before the first run has ended.
    if (error instanceof MeilisearchApiError && error.response.status === 404) return NONE;
    throw error;
  }
}

/** Notes that the live index, as it is now, is whole and follows these decisions. */
export async function writeRecord(client: Meilisearch, decisions: Decisions): Promise<void> {
  const record = { id: LAST, build: await buildOf(client), decisions };
  const index = client.index(RECORD_INDEX);
  await finish(client, await index.addDocuments([record], { primaryKey: 'id' }));
}

/** Which index is live, and when it last changed; `null` when there is none. */
export async function buildOf(client: Meilisearch): Promise<string | null> {
  try {
    const { createdAt, updatedAt } = await client.getRawIndex(LIVE_INDEX);
    return `${createdAt} ${updatedAt}`;
  } catch (error) {
    if (error instanceof MeilisearchApiError && error.response.status === 404) return null;
    throw error;
  }
}
