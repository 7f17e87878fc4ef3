import { join } from 'node:path';
import { type Agency, type AgencyCatalogue, loadAgencies } from '../../config/agencies.ts';
import { packageRoot } from '../../config/package-root.ts';
import { loadPeople, type PeopleAuthority } from '../../config/people.ts';
import { type Gazetteer, loadPlaces, type Place } from '../../config/places.ts';
import { loadSites, type SiteRules } from '../../config/sites.ts';
import { type ConfigurationKeys, configurationKeys } from './configuration-keys.ts';

/**
 * The configuration as it stands now. Its parts are loaded when they are first asked for, and once:
 * a night in which nothing changed needs the keys only. Asking throws with file and line when a file is wrong.
 */
export type Configuration = {
  readonly keys: ConfigurationKeys;
  readonly agencies: () => AgencyCatalogue;
  readonly people: () => PeopleAuthority;
  readonly places: () => Gazetteer;
  readonly sites: () => SiteRules;
};

export const CONFIG_FOLDER: string = join(packageRoot, 'config');

/** Opens `config/`, or another folder of the same shape. */
export function openConfiguration(folder: string = CONFIG_FOLDER): Configuration {
  return {
    keys: configurationKeys(folder),
    agencies: once(() => loadAgencies(join(folder, 'agencies.yaml'))),
    people: once(() => loadPeople(join(folder, 'people.yaml'))),
    places: once(() => loadPlaces(join(folder, 'places.yaml'))),
    sites: once(() => loadSites(join(folder, 'sites.yaml'))),
  };
}

/** What a converter is made from, as plain values that can be handed to a thread. */
export type ConverterParts = {
  readonly agencies: readonly Agency[];
  readonly people: PeopleAuthority;
  readonly places: readonly Place[];
  readonly sites: SiteRules;
  readonly key: string;
};

export function partsOf(configuration: Configuration): ConverterParts {
  const { people, reject } = configuration.people();
  return {
    agencies: configuration.agencies().agencies,
    people: { people, reject },
    places: configuration.places().places,
    sites: configuration.sites(),
    key: configuration.keys.rules,
  };
}

function once<T>(load: () => T): () => T {
  let loaded: { readonly value: T } | null = null;
  return () => {
    loaded ??= { value: load() };
    return loaded.value;
  };
}
