import { isDeepStrictEqual } from 'node:util';
import { glue } from '../../config/fold-name.ts';
import type { PeopleAuthority, Person } from '../../config/people.ts';
import { familyOf } from '../../config/people-checks.ts';
import { familyForms, initialsOf } from './name-forms.ts';

/** What stands in one of two authorities alone: people as they were and as they are, and rejected names. */
export type PeopleChange = PeopleAuthority;

/** How two authorities differ, and so whose printed names can make a dispatch come out differently. */
export function peopleChange(before: PeopleAuthority, now: PeopleAuthority): PeopleChange {
  const after = byId(now);
  const former = byId(before);
  const ids = new Set([...former.keys(), ...after.keys()]);
  return {
    people: [...ids].flatMap((id) => differing(former.get(id), after.get(id))),
    reject: [...missingFrom(now.reject, before.reject), ...missingFrom(before.reject, now.reject)],
  };
}

/** Two changes as one. */
export function joinChanges(changes: readonly PeopleChange[]): PeopleChange {
  return {
    people: changes.flatMap(({ people }) => people),
    reject: changes.flatMap(({ reject }) => reject),
  };
}

function byId({ people }: PeopleAuthority): ReadonlyMap<string, Person> {
  return new Map(people.map((person) => [person.id, person]));
}

function missingFrom<T>(list: readonly T[], of: readonly T[]): readonly T[] {
  const listed = new Set(list);
  return of.filter((one) => !listed.has(one));
}

/** One person's change: with nothing but further or fewer aliases, those names; else all of both. */
function differing(before: Person | undefined, now: Person | undefined): readonly Person[] {
  if (before === undefined || now === undefined)
    return [before, now].filter((one) => one !== undefined);
  if (isDeepStrictEqual(before, now)) return [];
  if (!isDeepStrictEqual({ ...before, aliases: [] }, { ...now, aliases: [] })) return [before, now];
  return [
    ...missingFrom(now.aliases, before.aliases).flatMap((alias) => bearersOf(alias, before)),
    ...missingFrom(before.aliases, now.aliases).flatMap((alias) => bearersOf(alias, now)),
  ];
}

/**
 * The one name as somebody's alone. A name that brings a family name or initials of its own changes what a
 * dispatch may call the person afterwards, so then all names count.
 */
function bearersOf(name: string, person: Person): readonly Person[] {
  const { family, ...rest } = person;
  const keepsFamily = family !== undefined && glue(name).includes(glue(family));
  const alone: Person = {
    ...(keepsFamily ? person : rest),
    ...{ name, aliases: [], scripts: {}, labels: {}, titles: [], not: [] },
  };
  const without = { ...person, aliases: person.aliases.filter((alias) => alias !== name) };
  const sameRest =
    isDeepStrictEqual(familyForms(without), familyForms(person)) &&
    isDeepStrictEqual(initialsOf(without), initialsOf(person)) &&
    glue(familyOf(alone)) === glue(familyOf(person));
  return sameRest ? [alone] : [person, alone];
}
