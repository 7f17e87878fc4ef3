import type { AgencyCatalogue } from '../../config/agencies.ts';
import type { PeopleAuthority } from '../../config/people.ts';
import type { Labels } from './labels.ts';
import type { FacetName } from './query.ts';
import { fold } from './terms.ts';

/** Somebody or something that can be chosen as a filter. */
export type Entry = {
  readonly id: string;
  readonly label: string;
  /** The name that was found, when it is not the label. */
  readonly alsoKnownAs: string | null;
  /** How many dispatches have it. */
  readonly count: number;
};

/** Finds persons, agencies and places by the beginnings of any of their names, in any script. */
export type Directory = {
  readonly people: Lookup;
  readonly agencies: Lookup;
  readonly places: Lookup;
  /** For values that have no other names. */
  readonly values: Lookup;
  readonly namesOf: (person: string) => readonly string[];
};
/** `counts`: what may be found, each with its number of dispatches. */
type Lookup = (
  typed: string,
  counts: ReadonlyMap<string, number>,
  language: string,
) => readonly Entry[];

type Named = { readonly name: string; readonly folded: string };
type Names = ReadonlyMap<string, readonly Named[]>;

/** Puts every name of the catalogues in order for look-up. */
export function directoryOf(
  agencies: AgencyCatalogue,
  { people }: PeopleAuthority,
  labels: Labels,
): Directory {
  const personNames: Names = new Map(
    people.map(({ id, name, aliases, labels: shown, scripts }) => [
      id,
      named([name, ...Object.values(shown), ...aliases, ...Object.values(scripts).flat()]),
    ]),
  );
  const agencyNames: Names = new Map(
    agencies.agencies.map(({ id, short, names, aliases }) => [
      id,
      named([short, ...Object.values(names), ...aliases]),
    ]),
  );
  const lookup =
    (facet: FacetName, names: Names): Lookup =>
    (typed, counts, language) => {
      const wanted = fold(typed).split(/\s+/).filter(Boolean);
      return [...counts]
        .flatMap(([id, count]) => {
          const label = labels.labelOf(facet, id, language);
          const hit = [...named([label]), ...(names.get(id) ?? [])].find(({ folded }) =>
            wanted.every((word) => startsAWord(folded, word)),
          );
          return hit
            ? [{ id, label, alsoKnownAs: hit.name === label ? null : hit.name, count }]
            : [];
        })
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
    };
  return {
    people: lookup('person', personNames),
    agencies: lookup('agency', agencyNames),
    places: lookup('place', new Map()),
    values: lookup('year', new Map()),
    namesOf: (person) => (personNames.get(person) ?? []).map(({ name }) => name),
  };
}

function named(names: readonly string[]): readonly Named[] {
  return [...new Set(names)].map((name) => ({ name, folded: fold(name) }));
}

/** In scripts without spaces a name may be typed from any of its characters on. */
function startsAWord(folded: string, typed: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hangul}]/u.test(typed)) return folded.includes(typed);
  return (
    folded.startsWith(typed) || new RegExp(`[^\\p{L}\\p{N}]${escaped(typed)}`, 'u').test(folded)
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
