import { join } from 'node:path';
import { z } from 'zod';
import { fold } from './fold.ts';
import { packageRoot } from './package-root.ts';
import { readYamlFile } from './yaml-file.ts';

const file = z.record(
  z.string().regex(/^[A-Z]{2}$/, 'two capital letters, such as IT'),
  z.array(z.string().min(1)).readonly(),
);

/** Country codes by folded city name. */
export type KnownCities = ReadonlyMap<string, string>;

/** Where the operator keeps the cities that break ties. */
export const CITIES_FILE: string = join(packageRoot, 'config', 'dateline-cities.yaml');

/** Loads the cities; the first country that lists a name has it. Throws with file and line. */
export function loadCities(path: string = CITIES_FILE): KnownCities {
  const cities = new Map<string, string>();
  for (const [country, names] of Object.entries(readYamlFile(path, file))) {
    for (const name of names.map(fold)) {
      if (!cities.has(name)) cities.set(name, country);
    }
  }
  return cities;
}
