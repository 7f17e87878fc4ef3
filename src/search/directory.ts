import type { AgencyCatalogue } from '../../config/agencies.ts';
import { glue } from '../../config/fold-name.ts';
import type { PeopleAuthority } from '../../config/people.ts';
import type { Gazetteer } from '../../config/places.ts';
import { isUnconfirmed } from '../../indexer/dispatch.ts';
import { type Labels, languageName } from './labels.ts';
import { matchedForm } from './matched-form.ts';
import type { FacetName, FilterName } from './query.ts';
import { nobodyUnconfirmed, type UnconfirmedPeople } from './unconfirmed-people.ts';

/** Somebody or something that can be chosen as a filter. */
export type Entry = {
  readonly id: string;
  readonly label: string;
  /** The name that was found, when it is not the label. */
  readonly alsoKnownAs: string | null;
  /** How many dispatches have it. */
  readonly count: number;
};

/** Somebody, and whether the operator has confirmed who it is. */
export type PersonEntry = Entry & { readonly confirmed: boolean };

/** Finds persons, agencies and places by the beginnings of any of their names, in any script. */
export type Directory = {
  readonly people: Lookup<PersonEntry>;
  readonly agencies: Lookup;
  readonly places: Lookup;
  /** For values that have no other names. */
  readonly values: Lookup;
  readonly namesOf: (person: string) => readonly string[];
  /** Every name that a value of a facet is found by, in any language and script. */
  readonly allNamesOf: (facet: FilterName, value: string) => readonly string[];
  /** Who bears the name that an id was made of, now that it names nobody; `null` when nobody does. */
  readonly bearerOf: (formerId: string) => string | null;
};
/** `counts`: what may be found, each with its number of dispatches. */
type Lookup<Found extends Entry = Entry> = (
  typed: string,
  counts: ReadonlyMap<string, number>,
  language: string,
) => readonly Found[];

type NamesOf = (id: string) => readonly string[];

/** Puts every name of the catalogues in order for look-up. */
export function directoryOf(
  agencies: AgencyCatalogue,
  { people }: PeopleAuthority,
  labels: Labels,
  unconfirmed: UnconfirmedPeople = nobodyUnconfirmed,
  places: Pick<Gazetteer, 'find'> = { find: () => null },
): Directory {
  const known = new Map(
    people.map(({ id, name, aliases, labels: shown, scripts }) => [
      id,
      unique([name, ...Object.values(shown), ...aliases, ...Object.values(scripts).flat()]),
    ]),
  );
  const agencyNames = new Map(
    agencies.agencies.map(({ id, short, names, aliases }) => [
      id,
      unique([short, ...Object.values(names), ...aliases]),
    ]),
  );
  const personNames: NamesOf = (id) => known.get(id) ?? unconfirmed.namesOf(id);
  const noNames: NamesOf = () => [];
  const namesByFacet: Readonly<Record<FilterName, NamesOf>> = {
    person: personNames,
    agency: (id) => agencyNames.get(id) ?? [],
    place: (name) => placeNames(name, places),
    lang: (tag) => unique([languageName(tag, 'en'), languageName(tag, tag), tag]),
  };
  const lookup =
    (facet: FacetName, namesOf: NamesOf): Lookup =>
    (typed, counts, language) =>
      [...counts]
        .flatMap(([id, count]) => {
          const label = labels.labelOf(facet, id, language);
          const form = matchedForm({ label, names: namesOf(id) }, typed);
          const alsoKnownAs = form === label ? null : form;
          return form === null ? [] : [{ id, label, alsoKnownAs, count }];
        })
        .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const findPeople = lookup('person', personNames);
  return {
    people: (typed, counts, language) =>
      findPeople(typed, counts, language).map((one) => ({
        ...one,
        confirmed: !isUnconfirmed(one.id),
      })),
    agencies: lookup('agency', namesByFacet.agency),
    places: lookup('place', namesByFacet.place),
    values: lookup('year', noNames),
    namesOf: personNames,
    allNamesOf: (facet, value) => namesByFacet[facet](value),
    bearerOf: bearersIn(known),
  };
}

/** An unconfirmed person who was merged or confirmed lives on under a name of somebody known. */
function bearersIn(known: ReadonlyMap<string, readonly string[]>): Directory['bearerOf'] {
  const bearers = new Map<string, string>();
  for (const [id, names] of known) {
    for (const name of names) if (!bearers.has(glue(name))) bearers.set(glue(name), id);
  }
  return (formerId) => bearers.get(glue(formerId.replace(/^new-/, ''))) ?? null;
}

function placeNames(name: string, places: Pick<Gazetteer, 'find'>): readonly string[] {
  const place = places.find(name);
  return place
    ? unique([name, place.name, ...(place.it ? [place.it] : []), ...place.forms])
    : [name];
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)];
}
