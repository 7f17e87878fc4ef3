import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Meilisearch } from 'meilisearch';
import { fold } from '../../config/fold-name.ts';
import { type Decision, writeDecisions } from '../../config/write-decisions.ts';
import { PEOPLE_INDEX } from '../../indexer/dispatch-index.ts';
import { connect } from '../../indexer/engine/connect.ts';
import { createdAtOf } from '../../indexer/engine/swap-indexes.ts';
import { readAll } from '../../indexer/load/all-documents.ts';
import { checkKeys } from '../../indexer/people/check-keys.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';
import { isFamilyFirst } from '../../indexer/people/name-order.ts';
import type { PersonDocument } from '../../indexer/people/people-index.ts';
import { listPeople, listSuggestions } from './list-people.ts';
import { EXIT, type Terminal, UsageError } from './terminal.ts';
import { engineOf, openWorkplace, type WorkplaceOptions } from './workplace.ts';

export type PeopleFlags = WorkplaceOptions & {
  readonly unconfirmed?: boolean;
  readonly suggest?: boolean;
  readonly accept?: readonly string[];
  readonly merge?: readonly string[];
  readonly into?: string;
  readonly reject?: readonly string[];
  readonly id?: string;
  readonly json?: boolean;
};

const PATIENCE_MS = 60_000;

/** Lists who is named in the archive, or writes down what the operator decides about them. */
export async function people(flags: PeopleFlags, terminal: Terminal): Promise<number> {
  const workplace = openWorkplace(flags, terminal);
  const engine = await engineOf(workplace, terminal);
  try {
    const client = connect(engine);
    const named = await readPeople(client);
    const decisions = decisionsOf(flags, named);
    if (decisions.length === 0) {
      const shown = flags.unconfirmed ? named.filter(({ confirmed }) => !confirmed) : named;
      if (flags.suggest) await listSuggestions(named, client, flags.json ?? false, terminal);
      else listPeople(shown, flags.json ?? false, terminal);
      return EXIT.done;
    }
    const folder = workplace.environment.DISPATCHES_CONFIG;
    const path = writeDecisions(decisions, folder && join(folder, 'people.yaml'), (authority) =>
      checkKeys(authority, buildMatcher(authority).keys),
    );
    terminal.err(
      `Written to ${path}. The next run converts the pages that print these names again.`,
    );
    return EXIT.done;
  } finally {
    await engine.stop();
  }
}

async function readPeople(client: Meilisearch): Promise<readonly PersonDocument[]> {
  if (!(await createdAtOf(client, PEOPLE_INDEX))) {
    throw new UsageError('nobody is indexed yet: run "dispatches index" first');
  }
  return readAll<PersonDocument>(client, PEOPLE_INDEX, PATIENCE_MS);
}

/** What the flags decide; throws `UsageError` for people who are not there. */
function decisionsOf(flags: PeopleFlags, named: readonly PersonDocument[]): readonly Decision[] {
  const { accept = [], merge = [], reject = [], into, id } = flags;
  if (merge.length > 0 !== (into !== undefined)) {
    throw new UsageError('--merge new-… and --into id belong together');
  }
  if (id !== undefined && accept.length !== 1) throw new UsageError('--id goes with one --accept');
  const target = named.find((person) => person.id === into);
  if (target && !target.confirmed) {
    throw new UsageError(`${target.id} is unconfirmed: --accept it first, or merge the other way`);
  }
  const find = (wanted: string): PersonDocument => {
    const person = named.find((one) => one.id === wanted && !one.confirmed);
    if (!person) throw new UsageError(`there is no unconfirmed person "${wanted}" in the index`);
    return person;
  };
  return [
    ...accept.map((wanted) => acceptance(find(wanted), id)),
    ...merge.map((wanted): Decision => {
      return { kind: 'merge', into: into ?? '', names: [find(wanted).name] };
    }),
    ...reject.map((name): Decision => ({ kind: 'reject', name })),
  ];
}

function acceptance({ name }: PersonDocument, id: string | undefined): Decision {
  const order = isFamilyFirst(name) ? ({ order: 'family-first' } as const) : {};
  return { kind: 'accept', person: { id: id ?? idOf(name), name, ...order } };
}

/** The name in ASCII, as in the files that ship; other scripts have a short hash, or what `--id` says. */
function idOf(name: string): string {
  const words = fold(name)
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u);
  const id = words.filter(Boolean).join('-');
  if (/^[a-z0-9-]+$/.test(id)) return id;
  return `person-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
}
