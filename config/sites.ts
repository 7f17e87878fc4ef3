import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';
import { readYamlFile } from './yaml-file.ts';

const selectors = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day like 2019-12-31');

/** One site's layout in one period: CSS selectors for what the general way gets wrong. */
const siteRule = z.strictObject({
  /** The host, with or without `www.`; its subdomains count too. */
  domain: z
    .string()
    .regex(/^[a-z0-9.-]+$/, 'a host name in small letters')
    .optional(),
  /** Beginning of the stored path, for pages that declare no address. */
  path: z.string().min(1).optional(),
  /** Last day on which pages looked like this; without it, the rule holds to this day. */
  until: day.optional(),
  headline: selectors.optional(),
  standfirst: selectors.optional(),
  byline: selectors.optional(),
  body: selectors.optional(),
  /** Element with the date of publication, as attribute `datetime`/`content` or as text. */
  date: selectors.optional(),
  /** Parts of the article that are not the article. */
  drop: selectors.optional(),
});

const siteFile = z.array(
  siteRule.refine((rule) => rule.domain !== undefined || rule.path !== undefined, {
    message: 'needs a domain or a path',
  }),
);

export type SiteRule = z.infer<typeof siteRule>;
export type SiteRules = readonly SiteRule[];

/** Where the operator keeps the rules. */
export const SITES_FILE: string = join(packageRoot, 'config', 'sites.yaml');

/** Loads `config/sites.yaml`; throws with file and line when a rule is not one. No file: no rules. */
export function loadSites(file: string = SITES_FILE): SiteRules {
  return existsSync(file) ? readYamlFile(file, siteFile) : [];
}

/** What decides which rules may concern a page. */
type Place = { readonly path: string; readonly url: string | null };

/** The rules of a page's host (or, without one, its stored path), whatever the day: nothing else in the file touches it. */
export function rulesOf(sites: SiteRules, { path, url }: Place): SiteRules {
  const host = hostOf(url);
  return sites.filter(
    (rule) =>
      (rule.domain !== undefined && host !== null && isHostOf(host, rule.domain)) ||
      (rule.path !== undefined && path.startsWith(rule.path)),
  );
}

/**
 * The rules for a page: that of the day it appeared; when that is not known, all of the site's, oldest
 * first, of which the page's layout has to decide.
 */
export function siteRulesFor(
  sites: SiteRules,
  page: Place & { readonly date: string | null },
): SiteRules {
  const inOrder = rulesOf(sites, page).toSorted((a, b) => lastDay(a).localeCompare(lastDay(b)));
  const { date } = page;
  return date === null ? inOrder : inOrder.filter((rule) => date <= lastDay(rule)).slice(0, 1);
}

/** A layout without an end is that of today. */
function lastDay({ until }: SiteRule): string {
  return until ?? '9999-12-31';
}

function hostOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null;
}

function isHostOf(host: string, domain: string): boolean {
  const bare = domain.replace(/^www\./, '');
  return host === bare || host.endsWith(`.${bare}`);
}
