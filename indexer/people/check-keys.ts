import { glue } from '../../config/fold-name.ts';
import type { PeopleAuthority, Person } from '../../config/people.ts';
import { writtenNames } from '../../config/people-checks.ts';
import type { KeyedName, KeyIndex } from './keyed-names.ts';
import { koreanKeys } from './name-forms.ts';

/** Two people whose names read alike in another script or in another spelling. */
type Clash = {
  readonly one: Person;
  readonly name: string;
  readonly other: Person;
  readonly otherName: string;
};

/**
 * Names of two people that one spelling can stand for, each as `file:line: …`: such a spelling would find
 * neither. No fault when one of the two says with `not` that the other is somebody else.
 */
export function checkKeys({ people, where }: PeopleAuthority, keys: KeyIndex): string[] {
  return clashingPairs(people, keys).flatMap(({ one, name, other, otherName }) => {
    if (isDeclared(one, other) || isDeclared(other, one)) return [];
    const at = where ? `${where(other)}: ` : '';
    const before = where ? ` at ${where(one)}` : '';
    return [
      `${at}"${otherName}" of ${other.id} can be read as "${name}" of ${one.id}${before}; if they are two people, say "not: [${name}]"`,
    ];
  });
}

/** Every two people with such names, once, declared or not. */
export function clashingPairs(people: readonly Person[], keys: KeyIndex): readonly Clash[] {
  const pairs = new Map<string, Clash>();
  for (const clash of [...familyClashes(people, keys), ...koreanClashes(people)]) {
    pairs.set([clash.one.id, clash.other.id].sort().join(' '), clash);
  }
  return [...pairs.values()];
}

function familyClashes(people: readonly Person[], { byFamily }: KeyIndex): Clash[] {
  return [...byFamily.values()].flatMap((names) =>
    names.flatMap((name, at) =>
      names
        .slice(at + 1)
        .filter((other) => other.owner !== name.owner && isAlike(name, other))
        .flatMap((other) =>
          toClash(people[name.owner], name.name, people[other.owner], other.name),
        ),
    ),
  );
}

function isAlike(one: KeyedName, other: KeyedName): boolean {
  const meet = (a: KeyedName['given'], b: KeyedName['given']) =>
    a.length === b.length && a.every((keys, at) => [...keys].some((key) => b[at]?.has(key)));
  return meet(one.family, other.family) && meet(one.given, other.given);
}

function koreanClashes(people: readonly Person[]): Clash[] {
  const first = new Map<string, Person>();
  return people.flatMap((person) =>
    koreanKeys(person).flatMap((key) => {
      const before = first.get(key);
      if (before === undefined) first.set(key, person);
      return before === person ? [] : toClash(before, before?.name, person, person.name);
    }),
  );
}

function toClash(
  one: Person | undefined,
  name: string | undefined,
  other: Person | undefined,
  otherName: string,
): Clash[] {
  if (one === undefined || name === undefined || other === undefined || one.id === other.id)
    return [];
  return [{ one, name, other, otherName }];
}

function isDeclared(one: Person, other: Person): boolean {
  const names = new Set(writtenNames(other).map(glue));
  return one.not.some((name) => names.has(glue(name)));
}
