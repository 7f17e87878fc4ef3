import type { AgencyCatalogue } from '../../config/agencies.ts';
import type { SourceLine, TextBlock } from '../article/article.ts';
import { SOURCE_LABEL, URL_IN_TEXT } from '../article/source-lines.ts';
import type { Opening } from '../dateline/opening.ts';
import { dateFromUrl } from '../dates/url-date.ts';
import type { Evidence, ProvenanceHop } from '../dispatch.ts';

/** A source the text cites, with what the hop rests on. */
export type CitedSource = { readonly hop: ProvenanceHop; readonly evidence: Evidence };

const LONGEST_LINE = 400;
const LONGEST_NAME = 80;

/** A line that may name a source; `at` is its place in the text, `null` for one kept apart from it. */
type Line = SourceLine & { readonly at: number | null };

/** The sources that lines such as "FONTE ARTICOLO: https://…" name: those kept apart, then those in the text. */
export function citedSources(
  { sources, blocks }: Pick<Opening, 'sources' | 'blocks'>,
  catalogue: AgencyCatalogue,
): readonly CitedSource[] {
  const apart: readonly Line[] = sources.map((source) => ({ ...source, at: null }));
  return [...apart, ...blocks.flatMap(linesOf)].flatMap((line) => cited(line, catalogue));
}

function linesOf(block: TextBlock): readonly Line[] {
  if (block.text.length > 4 * LONGEST_LINE) return [];
  const lines: Line[] = [];
  let at = 0;
  for (const text of block.text.split('\n')) {
    const end = at + text.length;
    const links = block.links.filter((link) => link.start >= at && link.start <= end);
    if (text.length <= LONGEST_LINE) lines.push({ text, links, at: block.start + at });
    at = end + 1;
  }
  return lines;
}

function cited(line: Line, catalogue: AgencyCatalogue): readonly CitedSource[] {
  const label = SOURCE_LABEL.exec(line.text);
  if (!label) return [];
  const rest = line.text.slice(label[0].length);
  const url = URL_IN_TEXT.exec(rest)?.[0].replace(/[.,;]+$/, '') ?? linkIn(line);
  const name = rest
    .replace(URL_IN_TEXT, '')
    .replace(/[\s()[\].|–-]+$/, '')
    .trim();
  if (url === null && (name === '' || name.length > LONGEST_NAME)) return [];
  const host = url === null ? null : hostOf(url);
  const owner = host === null ? null : catalogue.byDomain(host);
  const named = catalogue.byAlias(name);
  const agency = owner ?? (named.length === 1 ? named[0] : null) ?? null;
  const hop: ProvenanceHop = {
    kind: 'source',
    url,
    site: host ?? name,
    date: url === null ? null : dateFromUrl(url),
    agency: agency?.id ?? null,
    status: 'claimed',
  };
  const evidence: Evidence = {
    rule: owner ? 'source-line:domain' : 'source-line',
    printed: line.text.trim(),
    ...(line.at === null ? {} : { span: [line.at, line.at + line.text.length] }),
    confidence: 'high',
  };
  return [{ hop, evidence }];
}

function linkIn({ links }: Line): string | null {
  return links.find(({ href }) => /^https?:/i.test(href))?.href ?? null;
}

/** Host of an address without `www.`; `null` when it is no address. */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}
