import { isDeepStrictEqual } from 'node:util';
import { isUnconfirmed } from '../dispatch.ts';
import {
  type FamiliesReport,
  type HomeLanguages,
  writeFamilies,
} from '../families/write-families.ts';
import { writeRejectedPages } from '../load/rejected-pages.ts';
import { buildOf, type RunRecord, writeRecord } from '../load/run-record.ts';
import type { PersonDocument } from '../people/people-index.ts';
import { type PeopleReport, writePeople } from '../people/write-people.ts';
import { writePeopleIndex } from '../people/write-people-index.ts';
import type { ReindexOptions, Run } from './run.ts';

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

/** Whether the live index is as the last whole run left it, and goes by the people of now. */
export async function isSettled({ options, record }: Run): Promise<boolean> {
  const { client, configuration } = options;
  return goesBy(record, configuration) && record.build === (await buildOf(client));
}

function goesBy({ people }: RunRecord, { keys }: ReindexOptions['configuration']): boolean {
  return people.length === 1 && people[0]?.key === keys.people;
}

/** Writes what only all dispatches together tell: who is named, then, by that too, who is related. */
export async function settleArchive(
  { options: { client, configuration }, deadlineMs }: Run,
  index: string,
): Promise<Named & { readonly families: FamiliesReport }> {
  const named = await writePeople(client, index, configuration.people(), deadlineMs);
  const families = await writeFamilies(client, index, homesOf(configuration), deadlineMs);
  return { ...named, families };
}

/** Once the dispatches are live: the index of people follows them, and the run is recorded as whole. */
export async function publishPeople(
  run: Run,
  { changed, documents }: Named,
): Promise<PeopleReport> {
  const entries = await writePeopleIndex(run.options.client, documents, run.deadlineMs);
  await recordRun(run);
  return {
    named: documents.length,
    unconfirmed: documents.filter(({ id }) => isUnconfirmed(id)).length,
    changed: changed + entries,
  };
}

/**
 * Notes, before anything is written, that pages may from now on be converted by the people of now: a run
 * that breaks off leaves some of both behind. Once noted, nothing is written again.
 */
export async function announcePeople(
  { client, configuration }: Pick<ReindexOptions, 'client' | 'configuration'>,
  record: RunRecord,
): Promise<void> {
  if (record.people.some(({ key }) => key === configuration.keys.people)) return;
  await writeRecord(client, { ...record, people: [...record.people, peopleNow(configuration)] });
}

/** Notes that the live index, as it is now, is whole; nothing is written when that was known. */
export async function recordRun(run: Run): Promise<void> {
  const { client, configuration } = run.options;
  await writeRejectedPages(client, run.rejectedBefore, run.rejected);
  const build = await buildOf(client);
  const { keys } = configuration;
  if (
    goesBy(run.record, configuration) &&
    isDeepStrictEqual([build, keys.all], [run.record.build, run.record.configuration])
  ) {
    return;
  }
  const people = goesBy(run.record, configuration) ? run.record.people : [peopleNow(configuration)];
  await writeRecord(client, { build, configuration: keys.all, people });
}

function homesOf({ agencies }: ReindexOptions['configuration']): HomeLanguages {
  return new Map(agencies().agencies.map(({ id, languages }) => [id, languages[0] ?? '']));
}

function peopleNow({ keys, people: load }: ReindexOptions['configuration']) {
  const { people, reject } = load();
  return { key: keys.people, authority: { people, reject } };
}
