import type { Meilisearch } from 'meilisearch';
import type { PeopleAuthority } from '../../config/people.ts';
import type { Dispatch } from '../dispatch.ts';
import { readAll, updateFields } from '../load/all-documents.ts';
import { type PersonDocument, peopleDocuments } from './people-index.ts';
import { type NamingDispatch, settlePeople } from './settle-people.ts';

/** What settling the people came to. */
export type PeopleReport = {
  /** People named in the archive. */
  readonly named: number;
  /** Those of them whom no operator has confirmed. */
  readonly unconfirmed: number;
  /** Dispatches and entries of the index of people that were another before. */
  readonly changed: number;
};

type Stored = NamingDispatch & Pick<Dispatch, 'date' | 'agency'>;

const FIELDS = [
  ...(['id', 'people', 'names', 'mentions', 'unconfirmed', 'date', 'agency'] as const),
  'evidence.people' as 'evidence',
] as const satisfies readonly (keyof Stored)[];

/**
 * Settles by the whole archive who is named in each dispatch of an index, writes what changed and nothing
 * else, and returns everybody who is named. Throws `TaskFailure` when the engine does not take it.
 */
export async function writePeople(
  client: Meilisearch,
  index: string,
  authority: PeopleAuthority,
  deadlineMs: number,
): Promise<{ readonly changed: number; readonly documents: readonly PersonDocument[] }> {
  const stored = await readAll<Stored>(client, index, deadlineMs, FIELDS);
  const settled = settlePeople(stored, authority);
  const changed = settled
    .filter((dispatch, at) => dispatch !== stored[at])
    .map(({ id, people, names, mentions }) => ({ id, people, names, mentions }));
  await updateFields(client, index, changed, deadlineMs);
  return { changed: changed.length, documents: peopleDocuments(settled, authority.people) };
}
