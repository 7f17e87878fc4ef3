import { type AgencyCatalogue, agencyCatalogue } from '../../config/agencies.ts';
import type { PeopleAuthority } from '../../config/people.ts';
import { type Gazetteer, gazetteer } from '../../config/places.ts';
import type { SiteRules } from '../../config/sites.ts';
import { loadPersonModel, type PersonModel } from '../people/discovery/person-model.ts';
import { buildMatcher, type PeopleMatcher } from '../people/matcher.ts';
import {
  type Configuration,
  type ConverterParts,
  openConfiguration,
  partsOf,
} from './configuration.ts';
import { loadWhole } from './load-whole.ts';

/** What a conversion needs to know, loaded once: config/ compiled. */
export type Converter = {
  readonly agencies: AgencyCatalogue;
  readonly people: PeopleAuthority;
  readonly matcher: PeopleMatcher;
  /** Knows the look of names; part of the product, so not looked for in another folder. */
  readonly model: PersonModel;
  readonly places: Gazetteer;
  readonly sites: SiteRules;
  /** The conversion rules as a hash: part of every fingerprint. */
  readonly key: string;
};

/** Loads `config/` (or another folder of the same shape). Throws with file and line when a file is wrong. */
export function loadConverter(configFolder?: string): Converter {
  return converterOf(openConfiguration(configFolder));
}

/** Compiles an open configuration. Throws as `loadWhole` does. */
export function converterOf(configuration: Configuration): Converter {
  loadWhole(configuration);
  return assemble(partsOf(configuration));
}

/** Compiles the parts: most of it for the people. */
export function assemble({ agencies, people, places, sites, key }: ConverterParts): Converter {
  return {
    agencies: agencyCatalogue(agencies),
    people,
    matcher: buildMatcher(people),
    model: loadPersonModel(),
    places: gazetteer(places),
    ...{ sites, key },
  };
}
