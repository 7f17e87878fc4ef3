import { isDeepStrictEqual } from 'node:util';
import type { Meilisearch } from 'meilisearch';
import { NEXT_PEOPLE_INDEX, PEOPLE_INDEX } from '../dispatch-index.ts';
import { createdAtOf, swapIndexes } from '../engine/swap-indexes.ts';
import { readAll } from '../load/all-documents.ts';
import { deleteIndex, freshIndex } from '../load/fresh-index.ts';
import { finish, sendDocuments } from '../load/send-documents.ts';
import { settingsDifference } from '../load/settings-difference.ts';
import { type PersonDocument, peopleIndexSettings } from './people-index.ts';

/** More changes than this are built beside and swapped, so that readers see all of them or none. */
const FEW = 500;

/**
 * Makes the index of people hold exactly these: a few changes go into the live index, many are built
 * beside it and swapped. Returns how many people changed; with none, nothing reaches the engine.
 */
export async function writePeopleIndex(
  client: Meilisearch,
  documents: readonly PersonDocument[],
  deadlineMs: number,
): Promise<number> {
  const exists = (await createdAtOf(client, PEOPLE_INDEX)) !== null;
  const before = exists ? await readAll<PersonDocument>(client, PEOPLE_INDEX, deadlineMs) : [];
  const known = new Map(before.map((person) => [person.id, person]));
  const changed = documents.filter((person) => !isDeepStrictEqual(known.get(person.id), person));
  const named = new Set(documents.map(({ id }) => id));
  const gone = before.filter(({ id }) => !named.has(id)).map(({ id }) => id);
  const count = changed.length + gone.length;
  const outdated =
    !exists || (await settingsDifference(client, PEOPLE_INDEX, peopleIndexSettings)).length > 0;
  if (outdated || count > FEW) await buildBeside(client, documents, deadlineMs);
  else {
    if (gone.length > 0) {
      await finish(client, await client.index(PEOPLE_INDEX).deleteDocuments(gone));
    }
    if (changed.length > 0) await send(client, PEOPLE_INDEX, changed);
  }
  return count;
}

async function buildBeside(
  client: Meilisearch,
  documents: readonly PersonDocument[],
  deadlineMs: number,
): Promise<void> {
  const builtAt = await freshIndex(client, NEXT_PEOPLE_INDEX, peopleIndexSettings);
  await send(client, NEXT_PEOPLE_INDEX, documents);
  await swapIndexes(client, { live: PEOPLE_INDEX, next: NEXT_PEOPLE_INDEX, builtAt, deadlineMs });
  await deleteIndex(client, NEXT_PEOPLE_INDEX).catch(() => {});
}

async function send(
  client: Meilisearch,
  index: string,
  documents: readonly PersonDocument[],
): Promise<void> {
  const { failed } = await sendDocuments(client, index, each(documents));
  const [first] = failed;
  if (first) throw new Error(`the index of people was not taken: ${first.code} ${first.detail}`);
}

async function* each<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list;
}
