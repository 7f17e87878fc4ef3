import { isDeepStrictEqual } from 'node:util';
import { glue } from '../../config/fold-name.ts';
import type { PeopleAuthority, Person } from '../../config/people.ts';
import { familyOf } from '../../config/people-checks.ts';
import type { Decisions } from '../../config/people-decisions.ts';
import { familyForms, initialsOf } from './name-forms.ts';

/** What was decided in one of them alone. */
export function changedDecisions(before: Decisions, now: Decisions): Decisions {
  return {
    people: differing(before.people, now.people),
    merge: differing(before.merge, now.merge),
    reject: differing(before.reject, now.reject),
  };
}

function differing<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  const missingFrom = (list: readonly T[]) => (one: T) =>
    !list.some((other) => isDeepStrictEqual(one, other));
  return [...before.filter(missingFrom(now)), ...now.filter(missingFrom(before))];
}

/** The people whose printed names the decisions are about. */
export function peopleOfDecisions(
  { people, merge }: Decisions,
  authority: PeopleAuthority,
): readonly Person[] {
  const merged = merge.flatMap(({ into, names }) => {
    const person = authority.people.find(({ id }) => id === into);
    return person ? names.flatMap((name) => bearersOf(name, person)) : [];
  });
  return [...people, ...merged];
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
