import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSites, SITES_FILE } from '../../config/sites.ts';
import type { Article } from '../../indexer/article/article.ts';
import { decodePage } from '../../indexer/article/decode-page.ts';
import { readArticle } from '../../indexer/article/read-article.ts';
import type { Rejection } from '../../indexer/rejection.ts';

/*
 * A case is a folder of tests/fixtures/pages:
 *
 *   page.html      the page, in our own words
 *   expected.json  what the article should be, with the page's character set
 *   expected.md    its Markdown
 *   address.txt    the page's address, when the page itself declares none
 *   sites.yaml     site rules for this case; without it, those of config/sites.yaml hold
 */
const folder = join(import.meta.dirname, '..', 'fixtures', 'pages');

export const PAGE_CASES: readonly string[] = readdirSync(folder).sort();

/** A file of a case. */
export function caseFile(name: string, part: string): string {
  return join(folder, name, part);
}

/** The address of a case's page and the file of its site rules. */
export function caseInputs(name: string): { readonly url: string | null; readonly sites: string } {
  const [address, sites] = [caseFile(name, 'address.txt'), caseFile(name, 'sites.yaml')];
  return {
    url: existsSync(address) ? readFileSync(address, 'utf8').trim() : null,
    sites: existsSync(sites) ? sites : SITES_FILE,
  };
}

/** Reads a case's page with its address and its site rules. */
export function readCase(name: string): {
  readonly article: Article | Rejection;
  readonly charset: string;
} {
  const { url, sites } = caseInputs(name);
  const { html, charset } = decodePage(readFileSync(caseFile(name, 'page.html')), null);
  const page = { path: `${name}/page.html`, url };
  return { article: readArticle(html, page, loadSites(sites)), charset };
}
