import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';
import { readYamlFile } from './yaml-file.ts';

const placeSchema = z.strictObject({
  name: z.string(),
  country: z.string().regex(/^[A-Z]{2}$/),
  it: z.string().optional(),
  forms: z.array(z.string()).default([]),
});
const fileSchema = z.strictObject({ places: z.array(placeSchema) });

/** A place of datelines under the one name that the facet uses. */
export type Place = z.infer<typeof placeSchema>;

/** Finds places by any of their spellings. */
export type Gazetteer = {
  readonly places: readonly Place[];
  /** The listed place of a printed name; `null` when it is not listed. */
  readonly find: (printed: string) => Place | null;
};

/** Loads `config/places.yaml`. Throws when the file is wrong or when two places share a spelling. */
export function loadPlaces(file: string = join(packageRoot, 'config', 'places.yaml')): Gazetteer {
  return gazetteer(readYamlFile(file, fileSchema).places, file);
}

/** Puts places in order for look-up; `file` is named when two of them share a spelling. */
export function gazetteer(places: readonly Place[], file = 'places'): Gazetteer {
  const byForm = new Map<string, Place>();
  for (const place of places) {
    for (const form of [place.name, ...(place.it ? [place.it] : []), ...place.forms]) {
      const other = byForm.get(fold(form));
      if (other && other !== place) {
        throw new Error(`${file}: "${form}" is both ${other.name} and ${place.name}`);
      }
      byForm.set(fold(form), place);
    }
  }
  return { places, find: (printed) => byForm.get(fold(printed)) ?? null };
}

/** The name that readers of a language know; a place that is not listed keeps its own. */
export function placeLabel(name: string, language: string, gazetteer: Gazetteer): string {
  return (language.startsWith('it') && gazetteer.find(name)?.it) || name;
}

/** Case, accents, apostrophes and spacing make no difference to a place. */
function fold(form: string): string {
  return form
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}
