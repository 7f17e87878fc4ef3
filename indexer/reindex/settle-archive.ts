import { isUnconfirmed } from '../dispatch.ts';
import { type FamiliesReport, writeFamilies } from '../families/write-families.ts';
import { writeRecord } from '../load/run-record.ts';
import { TASK_DEADLINE_MS } from '../load/send-documents.ts';
import type { PersonDocument } from '../people/people-index.ts';
import { type PeopleReport, writePeople } from '../people/write-people.ts';
import { writePeopleIndex } from '../people/write-people-index.ts';
import type { Run } from './reindex.ts';

/** What the whole archive was asked for, for the report. */
export type Settled = {
  readonly families: FamiliesReport | null;
  readonly people: PeopleReport | null;
};

export const NOT_SETTLED: Settled = { families: null, people: null };

type Named = {
  /** Dispatches whose people changed. */
  readonly changed: number;
  readonly documents: readonly PersonDocument[];
};

/** Writes what only all dispatches together tell: who is named, then, by that too, who is related. */
export async function settleArchive(
  { options: { client, people } }: Run,
  index: string,
): Promise<Named & { readonly families: FamiliesReport }> {
  const named = await writePeople(client, index, people.authority, TASK_DEADLINE_MS);
  const families = await writeFamilies(client, index, TASK_DEADLINE_MS);
  return { ...named, families };
}

/** Once the dispatches are live: the index of people follows them, and the run is recorded as whole. */
export async function publishPeople(
  { options: { client, people } }: Run,
  { changed, documents }: Named,
): Promise<PeopleReport> {
  const entries = await writePeopleIndex(client, documents, TASK_DEADLINE_MS);
  await writeRecord(client, people.decisions);
  return {
    named: documents.length,
    unconfirmed: documents.filter(({ id }) => isUnconfirmed(id)).length,
    changed: changed + entries,
  };
}
