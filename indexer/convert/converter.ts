import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type AgencyCatalogue, loadAgencies } from '../../config/agencies.ts';
import { packageRoot } from '../../config/package-root.ts';
import { loadPeople } from '../../config/people.ts';
import { type Gazetteer, loadPlaces } from '../../config/places.ts';
import { loadSites, type SiteRules } from '../../config/sites.ts';
import { sha256 } from '../archive/read-folder.ts';
import { buildMatcher, type PeopleMatcher } from '../people/matcher.ts';

/**
 * Raised whenever a page could come out differently from the same bytes and the same configuration;
 * every page is then converted again.
 */
export const CONVERTER_VERSION = 1;

/** What a conversion needs to know, loaded once: config/ compiled. */
export type Converter = {
  readonly agencies: AgencyCatalogue;
  readonly matcher: PeopleMatcher;
  readonly places: Gazetteer;
  readonly sites: SiteRules;
  /** Part of every fingerprint: changes with the converter and with its configuration. */
  readonly key: string;
};

/** Loads `config/` (or another folder of the same shape). Throws with file and line when a file is wrong. */
export function loadConverter(configFolder: string = join(packageRoot, 'config')): Converter {
  return {
    agencies: loadAgencies(join(configFolder, 'agencies.yaml')),
    matcher: buildMatcher(loadPeople(join(configFolder, 'people.yaml'))),
    places: loadPlaces(join(configFolder, 'places.yaml')),
    sites: loadSites(join(configFolder, 'sites.yaml')),
    key: conversionKey(configFolder),
  };
}

/** Corrections touch single dispatches, and are in the fingerprints of those only. */
const BY_DISPATCH = 'corrections.yaml';

/** Sixteen hexadecimal digits over the converter's version and every data file of the configuration. */
function conversionKey(configFolder: string): string {
  const hashes = filesBelow(configFolder)
    .filter((file) => !file.endsWith('.ts') && !file.endsWith('.md') && file !== BY_DISPATCH)
    .sort()
    .map((file) => sha256(readFileSync(join(configFolder, file))));
  return sha256(`${CONVERTER_VERSION} ${hashes.join(' ')}`).slice(0, 16);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
}
