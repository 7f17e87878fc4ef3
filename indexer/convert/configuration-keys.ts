import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../config/package-root.ts';
import { rulesOf, type SiteRules } from '../../config/sites.ts';
import { sha256 } from '../archive/read-folder.ts';
import { dispatchSchema } from '../dispatch.ts';

/**
 * Raised whenever a page could come out differently from the same bytes and the same configuration;
 * every page is then converted again. A change of the dispatch's fields alone does the same without it.
 */
export const CONVERTER_VERSION = 9;

/** Hashes that tell which part of the configuration changed, and so what has to be converted again. */
export type ConfigurationKeys = {
  /** The converter and every data file that may touch any page: another one, and all are converted again. */
  readonly rules: string;
  /** The people, also those that the operator decided on: a run finds out whom that touches. */
  readonly people: string;
  /** All files together: the same as at the last run, and no mistake can be in them. */
  readonly all: string;
};

type Scope = 'people' | 'page' | 'all-pages';

/** Whom a file of the configuration touches. A file that nobody knows may touch everything. */
function scopeOf(file: string): Scope {
  if (file === 'people.yaml' || file.startsWith(`people${sep}`)) return 'people';
  return file === 'sites.yaml' || file === 'corrections.yaml' ? 'page' : 'all-pages';
}

/** Part of the product, also when the operator's configuration lies elsewhere. */
const modelFolder = join(packageRoot, 'config', 'people-model');

/** Reads the files of the configuration, and nothing of what they say. `dispatch` is what is stored. */
export function configurationKeys(
  folder: string,
  dispatch: z.ZodType = dispatchSchema,
): ConfigurationKeys {
  const hashes = dataFiles(folder).map((file) => ({
    scope: scopeOf(file),
    hash: sha256(readFileSync(join(folder, file))),
  }));
  const keyOf = (...scopes: readonly Scope[]): string => {
    const chosen = hashes.filter(({ scope }) => scopes.includes(scope));
    return shortHash(chosen.map(({ hash }) => hash).join(' '));
  };
  const model = dataFiles(modelFolder).map((file) => sha256(readFileSync(join(modelFolder, file))));
  const shape = sha256(JSON.stringify(z.toJSONSchema(dispatch)));
  const converter = [CONVERTER_VERSION, shape, ...model].join(' ');
  return {
    rules: shortHash(`${converter} ${keyOf('all-pages')}`),
    people: keyOf('people'),
    all: shortHash(`${converter} ${keyOf('people', 'page', 'all-pages')}`),
  };
}

/** What the rules of its site add to a page's fingerprint; nothing for a page without any. */
export function siteKey(
  sites: SiteRules,
  page: { readonly path: string; readonly url: string | null },
): string {
  const rules = rulesOf(sites, page);
  return rules.length === 0 ? '' : `-s${sha256(JSON.stringify(rules)).slice(0, 8)}`;
}

function shortHash(text: string): string {
  return sha256(text).slice(0, 16);
}

function dataFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.endsWith('.ts') && !file.endsWith('.md'))
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
}
