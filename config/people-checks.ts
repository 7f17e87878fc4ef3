import { glue } from './fold-name.ts';
import type { Located, PeopleFile, Person } from './people.ts';

const ONE_CASED_WORD = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{M}'’.]+$/u;

/** Faults that no schema sees, each as `file:line: what is wrong`. */
export function checkPeople(located: readonly Located[], reject: readonly string[]): string[] {
  return [
    ...checkIds(located),
    ...checkOwners(located),
    ...located.flatMap(checkOneWordNames),
    ...located.flatMap(checkFamily),
    ...checkAlone(located),
    ...checkReject(located, reject),
  ];
}

/** Names that were given to somebody whom nobody knows. */
export function checkMerges(
  located: readonly Located[],
  merges: PeopleFile['merge'],
): readonly string[] {
  const ids = new Set(located.map(({ person }) => person.id));
  return merges.flatMap(({ merge, where }) =>
    ids.has(merge.into) ? [] : [`${where()}: there is nobody with the id "${merge.into}"`],
  );
}

/** Every printed name of a person, canonical name first. */
export function writtenNames(person: Person): string[] {
  return [
    person.name,
    ...person.aliases,
    ...Object.values(person.scripts).flat(),
    ...Object.values(person.labels),
  ];
}

/** The family name of the canonical form. */
export function familyOf(person: Person): string {
  if (person.family !== undefined) return person.family;
  const words = person.name.split(' ');
  return (person.order === 'family-first' ? words[0] : words.at(-1)) ?? person.name;
}

function checkIds(located: readonly Located[]): string[] {
  const first = new Map<string, Located>();
  return located.flatMap((entry) => {
    const { id } = entry.person;
    const before = first.get(id);
    first.set(id, before ?? entry);
    return before === undefined
      ? []
      : [`${entry.where()}: the id "${id}" is already used at ${before.where()}`];
  });
}

function checkOwners(located: readonly Located[]): string[] {
  const owners = new Map<string, Located>();
  return located.flatMap((entry) =>
    writtenNames(entry.person).flatMap((name) => {
      const before = owners.get(glue(name));
      if (before === undefined) owners.set(glue(name), entry);
      if (before === undefined || before === entry) return [];
      return [`${entry.where()}: "${name}" already names ${before.person.id} at ${before.where()}`];
    }),
  );
}

function checkOneWordNames({ person, where }: Located): string[] {
  if (person.alone === 'always') return [];
  return writtenNames(person)
    .filter((name) => ONE_CASED_WORD.test(name))
    .map(
      (name) =>
        `${where()}: "${name}" is one word; say "alone: always" if it may stand for ${person.id}`,
    );
}

function checkFamily({ person, where }: Located): string[] {
  if (person.family === undefined || person.name.includes(person.family)) return [];
  return [`${where()}: the family name "${person.family}" is not part of "${person.name}"`];
}

function checkAlone(located: readonly Located[]): string[] {
  const owners = new Map<string, Located>();
  for (const entry of located) {
    if (entry.person.alone === 'always') owners.set(glue(familyOf(entry.person)), entry);
  }
  return located.flatMap(({ person, where }) => {
    const owner = owners.get(glue(familyOf(person)));
    if (owner === undefined || owner.person.id === person.id || person.alone !== 'always')
      return [];
    return [
      `${where()}: "${familyOf(person)}" cannot stand alone for ${person.id} and for ${owner.person.id} (${owner.where()})`,
    ];
  });
}

function checkReject(located: readonly Located[], reject: readonly string[]): string[] {
  const refused = new Set(reject.map(glue));
  return located.flatMap(({ person, where }) =>
    writtenNames(person)
      .filter((name) => refused.has(glue(name)))
      .map((name) => `${where()}: "${name}" is also in the list of names to reject`),
  );
}
