import type { Gazetteer } from '../../config/places.ts';
import type { Dateline } from '../dispatch.ts';

/**
 * The places of a dateline under the names that the facet uses: "ROMA", "Rom" and "Рим" are one value.
 * A place that is not listed stays as printed, except that capitals become ordinary letters.
 */
export function facetPlaces(dateline: Dateline | null, gazetteer: Gazetteer): string[] {
  const names = dateline?.places.map(
    ({ name }) => gazetteer.find(name)?.name ?? inSmallLetters(name),
  );
  return [...new Set(names)];
}

/** `FORT-DE-FRANCE` → `Fort-de-France`, `NAYPYIDAW` → `Naypyidaw`; mixed case stays as printed. */
function inSmallLetters(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  return name
    .toLowerCase()
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) =>
      PARTICLES.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .replace(/^\p{L}/u, (letter) => letter.toUpperCase());
}

const PARTICLES = new Set([
  'de',
  'del',
  'della',
  'di',
  'da',
  'do',
  'des',
  'du',
  'of',
  'am',
  'an',
  'der',
  'sur',
  'y',
  'e',
]);
