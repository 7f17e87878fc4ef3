import { distance } from 'fastest-levenshtein';
import { glue } from '../../config/fold-name.ts';
import { nameWords } from './name-forms.ts';
import { isFamilyFirst } from './name-order.ts';
import type { PersonDocument } from './people-index.ts';
import { skeletonsOf } from './skeleton.ts';

/** Two people of the archive that may be one. A guess for the operator, never a link. */
export type MergeSuggestion = {
  readonly person: PersonDocument;
  readonly like: PersonDocument;
  /** The name of `like` that looks like that of `person`. */
  readonly form: string;
  /** 0 to 1: the share of letters that agree, in either script and in any order of the words. */
  readonly score: number;
};

/** Below this names of different people meet. */
const LEAST_SCORE = 0.84;

type Keyed = {
  readonly person: PersonDocument;
  readonly form: string;
  readonly words: ReadonlySet<string>;
  readonly letters: string;
  readonly skeleton: string;
};

/** For each unconfirmed person the most similar other one, who is confirmed or named more often; best first. */
export function suggestMerges(people: readonly PersonDocument[]): readonly MergeSuggestion[] {
  const byWord = new Map<string, Keyed[]>();
  for (const keyed of people.flatMap((person) =>
    person.names.map((name) => keysOf(person, name)),
  )) {
    for (const word of keyed.words) push(byWord, word, keyed);
  }
  return people
    .filter(({ confirmed }) => !confirmed)
    .flatMap((person) => mostAlike(keysOf(person, person.name), byWord) ?? [])
    .sort((one, other) => other.score - one.score || (one.person.id < other.person.id ? -1 : 1));
}

function mostAlike(
  { person, ...name }: Keyed,
  byWord: ReadonlyMap<string, readonly Keyed[]>,
): MergeSuggestion | null {
  let best: MergeSuggestion | null = null;
  const others = new Set([...name.words].flatMap((word) => byWord.get(word) ?? []));
  for (const other of others) {
    if (!comesFirst(other.person, person)) continue;
    const score = Math.max(
      alike(name.letters, other.letters),
      alike(name.skeleton, other.skeleton),
    );
    if (score >= LEAST_SCORE && score > (best?.score ?? 0)) {
      best = { person, like: other.person, form: other.form, score };
    }
  }
  return best;
}

/** One of two is merged into the other: into the confirmed one, else into the one named more often. */
function comesFirst(one: PersonDocument, other: PersonDocument): boolean {
  if (one.id === other.id) return false;
  if (one.confirmed !== other.confirmed) return one.confirmed;
  return one.count > other.count || (one.count === other.count && one.id < other.id);
}

function alike(one: string, other: string): number {
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 0 : 1 - distance(one, other) / longest;
}

function keysOf(person: PersonDocument, form: string): Keyed {
  const words = nameWords(form).map(glue);
  const skeletons = words.map((word) => skeletonsOf(word));
  const keyed = { person, form, words: new Set(skeletons.flat()) };
  // Korean names are made of the same few syllables: their order and their vowels part people.
  if (isFamilyFirst(form)) return { ...keyed, letters: words.join(''), skeleton: words.join('') };
  return {
    ...keyed,
    letters: words.sort().join(''),
    skeleton: skeletons
      .map(([first = '']) => first)
      .sort()
      .join(''),
  };
}

function push<T>(lists: Map<string, T[]>, key: string, entry: T): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}
