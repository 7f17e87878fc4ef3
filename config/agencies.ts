import { join } from 'node:path';
import { z } from 'zod';
import { fold } from './fold.ts';
import { packageRoot } from './package-root.ts';
import { readYamlFile } from './yaml-file.ts';

const words = z.array(z.string().min(1)).readonly();
const year = z.int().min(1800).max(2100);

const agency = z.strictObject({
  /** Stable key: the facet's value. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  /** What readers see. */
  short: z.string().min(1),
  names: z.strictObject({ original: z.string(), en: z.string(), it: z.string() }).readonly(),
  /** ISO 3166 code of its seat. */
  country: z.string().regex(/^[A-Z]{2}$/, 'two capital letters, such as IT'),
  languages: words,
  type: z.enum([
    'state',
    'national',
    'private',
    'cooperative',
    'church',
    'press-release',
    'brand',
    'ngo',
    'historical',
  ]),
  /** What stands in datelines and credits; compared without case, accents and full stops. */
  aliases: words,
  /** Those of the aliases that are also words or other bodies: need a date or a known place beside them. */
  weak: words.default([]),
  /** The letters mean this one only where place or language point to its country. */
  homeOnly: z.boolean().default(false),
  /** Writes its places in capitals. */
  capitals: z.boolean().default(false),
  domains: z
    .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a host name in small letters'))
    .readonly()
    .default([]),
  founded: year.optional(),
  ended: year.optional(),
  predecessors: z
    .array(z.strictObject({ name: z.string(), years: z.string() }).readonly())
    .readonly()
    .default([]),
  successor: z.string().optional(),
  parent: z.string().optional(),
});

const file = z.strictObject({ agencies: z.array(agency).check(idsAreUnique) });

/** One agency as an operator writes it down in `config/agencies.yaml`. */
export type Agency = Readonly<z.infer<typeof agency>>;

/** All agencies we know, and the ways to find one. */
export type AgencyCatalogue = {
  readonly agencies: readonly Agency[];
  readonly byId: (id: string) => Agency | null;
  /** Everyone who signs so; several when the letters are shared, none when nobody does. */
  readonly byAlias: (printed: string) => readonly Agency[];
  /** Whose site a host is; subdomains count too. */
  readonly byDomain: (host: string) => Agency | null;
  /** Whether the printed name is also a word or another body's acronym. */
  readonly isWeak: (printed: string) => boolean;
};

/** Where the operator keeps the agencies. */
export const AGENCIES_FILE: string = join(packageRoot, 'config', 'agencies.yaml');

/** Loads the agencies; throws one error that names file, line and expectation of every fault. */
export function loadAgencies(path: string = AGENCIES_FILE): AgencyCatalogue {
  return agencyCatalogue(readYamlFile(path, file).agencies);
}

/** Puts agencies in order for look-up. */
export function agencyCatalogue(agencies: readonly Agency[]): AgencyCatalogue {
  const ids = new Map(agencies.map((one) => [one.id, one]));
  const domains = new Map(agencies.flatMap((one) => one.domains.map((host) => [host, one])));
  const aliases = ownersByAlias(agencies);
  const weak = new Set(agencies.flatMap((one) => one.weak.map(aliasKey)));
  return {
    agencies,
    byId: (id) => ids.get(id) ?? null,
    byAlias: (printed) => aliases.get(aliasKey(printed)) ?? [],
    byDomain: (host) => domainOwner(domains, host),
    isWeak: (printed) => weak.has(aliasKey(printed)),
  };
}

function ownersByAlias(agencies: readonly Agency[]): ReadonlyMap<string, readonly Agency[]> {
  const owners = new Map<string, readonly Agency[]>();
  for (const one of agencies) {
    for (const key of new Set(one.aliases.map(aliasKey))) {
      owners.set(key, [...(owners.get(key) ?? []), one]);
    }
  }
  return owners;
}

const LONE_LETTERS = /(?<!\p{L})(\p{L}) (?=\p{L}(?!\p{L}))/gu;

/** "A. F. P.", "A.F.P." and "afp" are one key. */
function aliasKey(printed: string): string {
  return fold(printed).replace(LONE_LETTERS, '$1');
}

function domainOwner(domains: ReadonlyMap<string, Agency>, host: string): Agency | null {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  for (let first = 0; first < labels.length - 1; first++) {
    const owner = domains.get(labels.slice(first).join('.'));
    if (owner) return owner;
  }
  return null;
}

function idsAreUnique({ value, issues }: z.core.ParsePayload<readonly { id: string }[]>): void {
  value.forEach(({ id }, index) => {
    const first = value.findIndex((one) => one.id === id);
    if (first === index) return;
    const message = `expected an id of its own, but agency number ${first + 1} is "${id}" too`;
    issues.push({ code: 'custom', message, path: [index, 'id'], input: id });
  });
}
