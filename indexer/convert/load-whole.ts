import { checkKeys } from '../people/check-keys.ts';
import { buildKeyIndex } from '../people/keyed-names.ts';
import type { Configuration } from './configuration.ts';

/**
 * Loads every part of the configuration. Throws with file and line for the first that is wrong, and when the
 * names of two people can be read as each other's. What a run once loaded so needs no second look.
 */
export function loadWhole({ agencies, people, places, sites }: Configuration): void {
  for (const load of [agencies, places, sites]) load();
  const authority = people();
  const clashes = checkKeys(authority, buildKeyIndex(authority.people));
  if (clashes.length > 0) throw new Error(clashes.join('\n'));
}
