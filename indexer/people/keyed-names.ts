import type { Person } from '../../config/people.ts';
import { writtenNames } from '../../config/people-checks.ts';
import { cyrillicStems, latinStems } from './inflection.ts';
import { foldLetters } from './letters.ts';
import { isPatronymic, koreanKeys, splitName } from './name-forms.ts';
import { skeletonsOf } from './skeleton.ts';

/** A name as keys: what each of its words may look like once endings and spellings are taken off. */
export type KeyedName = {
  readonly owner: number;
  /** As written. */
  readonly name: string;
  readonly given: readonly ReadonlySet<string>[];
  readonly family: readonly ReadonlySet<string>[];
  readonly tier: 'inflected' | 'key';
};

/** Names by the keys of the last word of the family name, and by Korean key. */
export type KeyIndex = {
  readonly byFamily: ReadonlyMap<string, readonly KeyedName[]>;
  /** Places in the list of people; NOBODY's key, shared by two, is -1. */
  readonly byKorean: ReadonlyMap<string, number>;
  /** Keys of words already seen: most words of an archive come again. */
  readonly memory: Map<string, readonly string[]>;
};

const CYRILLIC = /^[\p{Script=Cyrillic}\p{P}\s]+$/u;
const LATIN = /^[\p{Script=Latin}\p{M}\p{P}\s]+$/u;

/*
 * The first character of a key says which words may match it:
 *   =  a Cyrillic word without its case ending, against Cyrillic names
 *   ~  the skeleton of a Latin word, against Cyrillic names
 *   ^  the skeleton of a Cyrillic word, against Latin names of people who have no Cyrillic name
 *   -  a Latin word without its case ending (Polish, Czech, …), against Latin names
 */

/** Keys of one printed word. `declined`: the text is in a Slavic language that writes Latin letters. */
export function keysOfWord(word: string, declined: boolean): string[] {
  const letters = foldLetters(word);
  const stems = cyrillicStems(letters);
  if (stems.length > 0) {
    return [
      ...stems.map((stem) => `=${stem}`),
      ...cyrillicStems(word.toLowerCase())
        .flatMap(skeletonsOf)
        .map((key) => `^${key}`),
    ];
  }
  const skeletons = skeletonsOf(word).map((key) => `~${key}`);
  return declined
    ? [...skeletons, ...latinStems(letters).map((stem) => `-${stem}`)]
    : [...skeletons];
}

/** Compiles the keys of all people. */
export function buildKeyIndex(people: readonly Person[]): KeyIndex {
  const byFamily = new Map<string, KeyedName[]>();
  const byKorean = new Map<string, number>();
  people.forEach((person, owner) => {
    for (const name of keyedNames(person, owner)) {
      for (const key of name.family.at(-1) ?? []) push(byFamily, key, name);
    }
    for (const key of koreanKeys(person)) {
      byKorean.set(key, byKorean.has(key) && byKorean.get(key) !== owner ? -1 : owner);
    }
  });
  return { byFamily, byKorean, memory: new Map() };
}

function keyedNames(person: Person, owner: number): KeyedName[] {
  const names = [...new Set(writtenNames(person))];
  const cyrillic = names.filter((name) => CYRILLIC.test(name));
  const latin = names.filter((name) => LATIN.test(name));
  const east = person.order === 'family-first';
  const keyed = (
    list: readonly string[],
    tier: KeyedName['tier'],
    keys: (word: string) => string[],
  ) => list.flatMap((name) => toKeyed(person, name, owner, tier, keys));
  return [
    ...keyed(cyrillic, 'inflected', (word) =>
      cyrillicStems(foldLetters(word)).map((stem) => `=${stem}`),
    ),
    // The syllables of East Asia are too short and too alike for a skeleton.
    ...(east ? [] : keyed(cyrillic, 'key', (word) => skeletonsOf(word).map((key) => `~${key}`))),
    ...(east || cyrillic.length > 0
      ? []
      : keyed(latin, 'key', (word) => skeletonsOf(word).map((key) => `^${key}`))),
    ...keyed(latin, 'inflected', (word) => latinStems(foldLetters(word)).map((stem) => `-${stem}`)),
  ];
}

function toKeyed(
  person: Person,
  name: string,
  owner: number,
  tier: KeyedName['tier'],
  keys: (word: string) => string[],
): KeyedName[] {
  const split = splitName(person, name);
  const given = split?.given.filter((word, at) => at === 0 || !isPatronymic(word)) ?? [];
  if (split === null || given.length === 0) return [];
  const sets = (words: readonly string[]) => words.map((word) => new Set(keys(word)));
  return [{ owner, name, given: sets(given), family: sets(split.family), tier }];
}

function push(lists: Map<string, KeyedName[]>, key: string, name: KeyedName): void {
  const list = lists.get(key);
  if (list) list.push(name);
  else lists.set(key, [name]);
}
