import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';
import { readYamlFile } from './yaml-file.ts';

const words = z.string().min(1).nullable();
const day = z
  .string('a date in quotes or as year-month-day')
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date such as 1987-05-12, 1987-05 or "1987"')
  .nullable();
const ids = z.array(z.string().min(1)).readonly();

const correction = z.strictObject({
  /** Of the dispatch: the end of its page's address. */
  id: z.string().min(1),
  /** Field by field, the value that is right. */
  set: z
    .strictObject({
      headline: words,
      standfirst: words,
      byline: words,
      language: words,
      agency: words,
      dispatchedOn: day,
      publishedAt: day,
      people: ids,
      places: ids,
    })
    .partial()
    .refine((fields) => Object.keys(fields).length > 0, 'at least one field'),
  /** Who says so, and on what ground: readers see both. */
  by: z.string().min(1),
  because: z.string().min(1),
});

const file = z.strictObject({ corrections: z.array(correction).check(idsAreUnique) });

/** What an operator knows better than the page. */
export type Correction = Readonly<z.infer<typeof correction>>;

/** Where the operator keeps the corrections. */
export const CORRECTIONS_FILE: string = join(packageRoot, 'config', 'corrections.yaml');

/** Loads the corrections by dispatch id; none when there is no such file. Throws one error that names file and line of every fault. */
export function loadCorrections(path: string = CORRECTIONS_FILE): ReadonlyMap<string, Correction> {
  if (!existsSync(path)) return new Map();
  return new Map(readYamlFile(path, file).corrections.map((one) => [one.id, one]));
}

function idsAreUnique(payload: z.core.ParsePayload<{ id: string }[]>): void {
  const seen = new Set<string>();
  payload.value.forEach(({ id }, at) => {
    if (seen.has(id)) {
      const message = 'this dispatch is corrected above: write all fields there';
      payload.issues.push({ code: 'custom', message, input: id, path: [at, 'id'] });
    }
    seen.add(id);
  });
}
