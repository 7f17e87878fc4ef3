import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AgencyCatalogue, loadAgencies } from '../../config/agencies.ts';
import { packageRoot } from '../../config/package-root.ts';
import { type KnownPeople, loadKnownPeople } from '../../config/people-decisions.ts';
import { type Gazetteer, loadPlaces } from '../../config/places.ts';
import { loadSites, type SiteRules } from '../../config/sites.ts';
import { sha256 } from '../archive/read-folder.ts';
import {
  loadPersonModel,
  MODEL_FILES,
  type PersonModel,
} from '../people/discovery/person-model.ts';
import { buildMatcher, type PeopleMatcher } from '../people/matcher.ts';

/**
 * Raised whenever a page could come out differently from the same bytes and the same configuration;
 * every page is then converted again.
 */
export const CONVERTER_VERSION = 4;

/** What a conversion needs to know, loaded once: config/ compiled. */
export type Converter = {
  readonly agencies: AgencyCatalogue;
  readonly people: KnownPeople;
  readonly matcher: PeopleMatcher;
  /** Knows the look of names; part of the product, so not looked for in another folder. */
  readonly model: PersonModel;
  readonly places: Gazetteer;
  readonly sites: SiteRules;
  /** Part of every fingerprint: changes with the converter and with its configuration. */
  readonly key: string;
};

/** Loads `config/` (or another folder of the same shape). Throws with file and line when a file is wrong. */
export function loadConverter(configFolder: string = join(packageRoot, 'config')): Converter {
  const people = loadKnownPeople(join(configFolder, 'people.yaml'));
  return {
    agencies: loadAgencies(join(configFolder, 'agencies.yaml')),
    people,
    matcher: buildMatcher(people.authority),
    model: loadPersonModel(),
    places: loadPlaces(join(configFolder, 'places.yaml')),
    sites: loadSites(join(configFolder, 'sites.yaml')),
    key: conversionKey(configFolder),
  };
}

/** What touches single dispatches: a run finds out which, and converts those only. */
const BY_DISPATCH = new Set(['corrections.yaml', join('people', 'operator.yaml')]);

const modelFile = join(packageRoot, 'config', 'people-model', MODEL_FILES.weights);

/** Sixteen hexadecimal digits over the converter's version, the model and every data file of the configuration. */
function conversionKey(configFolder: string): string {
  const files = filesBelow(configFolder)
    .filter((file) => !file.endsWith('.ts') && !file.endsWith('.md') && !BY_DISPATCH.has(file))
    .sort()
    .map((file) => join(configFolder, file));
  const hashes = [...files, modelFile].map((file) => sha256(readFileSync(file)));
  return sha256(`${CONVERTER_VERSION} ${hashes.join(' ')}`).slice(0, 16);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
}
