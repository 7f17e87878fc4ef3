import { join } from 'node:path';
import { loadAgencies } from '../../config/agencies.ts';
import { packageRoot } from '../../config/package-root.ts';
import { loadPeople } from '../../config/people.ts';
import { loadPlaces } from '../../config/places.ts';

/** What the operator keeps, from `config/` or another folder of the same shape. */
export function loadCatalogues(configFolder: string = join(packageRoot, 'config')) {
  return {
    agencies: loadAgencies(join(configFolder, 'agencies.yaml')),
    people: loadPeople(join(configFolder, 'people.yaml')),
    places: loadPlaces(join(configFolder, 'places.yaml')),
  };
}
