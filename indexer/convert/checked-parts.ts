import { checkKeys } from '../people/check-keys.ts';
import { buildKeyIndex } from '../people/keyed-names.ts';
import { type Configuration, type ConverterParts, partsOf } from './configuration.ts';

/** What a converter is made from; throws with file and line when the names of two people can be read as each other's. */
export function checkedPartsOf(configuration: Configuration): ConverterParts {
  const authority = configuration.people();
  const clashes = checkKeys(authority, buildKeyIndex(authority.people));
  if (clashes.length > 0) throw new Error(clashes.join('\n'));
  return partsOf(configuration);
}
