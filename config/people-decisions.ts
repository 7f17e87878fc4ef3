import { existsSync } from 'node:fs';
import {
  loadPeople,
  type Merge,
  operatorFile,
  type PeopleAuthority,
  type Person,
  readPeopleFile,
} from './people.ts';

/** What the operator decided about people that were found in the archive. */
export type Decisions = {
  readonly people: readonly Person[];
  readonly merge: readonly Merge[];
  readonly reject: readonly string[];
};

/** Reads the decisions alone; none when nothing was decided yet. `file` is that of the people. */
export function loadDecisions(file?: string): Decisions {
  const path = operatorFile(file);
  if (!existsSync(path)) return { people: [], merge: [], reject: [] };
  const { located, merge, reject } = readPeopleFile(path);
  return {
    people: located.map(({ person }) => person),
    merge: merge.map((one) => one.merge),
    reject,
  };
}

/** The people we know, and which of that the operator decided. */
export type KnownPeople = {
  readonly authority: PeopleAuthority;
  readonly decisions: Decisions;
};

export function loadKnownPeople(file?: string): KnownPeople {
  return { authority: loadPeople(file), decisions: loadDecisions(file) };
}
