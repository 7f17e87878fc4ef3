import type { Element, ParentNode } from 'domhandler';
import type { Found } from './article.ts';
import { textOf } from './json-ld.ts';
import { oneLine, type PageMetadata } from './page-metadata.ts';
import { bare, siteOf, titleParts, withoutSite } from './site-name.ts';
import { HEADING_TAGS } from './tag-kinds.ts';
import { elementsOf, lineage, textBelow } from './tree.ts';

/** A headline that the metadata gives, without the site's name. */
type Declared = { readonly text: string; readonly bare: string; readonly rule: string };

/** A heading on the page. */
type Printed = {
  readonly element: Element;
  readonly text: string;
  readonly bare: string;
  readonly rank: number;
};

export type Headline = { readonly found: Found<string> | null; readonly element: Element | null };

const META_TITLES = [
  'og:title',
  'twitter:title',
  'parsely-title',
  'sailthru.title',
  'dc.title',
  'dcterms.title',
  'headline',
  'title',
];

const HEADLINE_NAME =
  /(?:^|[\s_-])(?:headline|entry-?title|post-?title|article-?title|story-?title|news-?title|page-?title|main-?title|titulo|titolo|titre|title|tit|heading)(?=$|[\s_-])/i;

const MAX_PRINTED = 400;
const MAX_HEADINGS = 400;

/**
 * The headline as printed, when a heading agrees with what the metadata says; else the form that most
 * of the metadata agree on; else the page's only `<h1>`.
 */
export function findHeadline(
  body: ParentNode,
  metadata: PageMetadata,
  pageUrl: string | null,
): Headline {
  const declared = declaredHeadlines(metadata, pageUrl);
  const printed = printedHeadings(body);
  const matched = bestMatch(printed, declared);
  if (matched) return matched;
  const ours = printed.filter((heading) => !isSiteName(heading));
  const only = loneHeading(ours) ?? largestType(ours);
  const isNamed = declared.some((one) => one.rule !== 'title');
  if (only && !isNamed)
    return {
      found: foundIn(only, LONE_RULES[only.rank] ?? 'largest-type', 'medium'),
      element: only.element,
    };
  const voted = mostVoted(declared);
  if (voted)
    return {
      found: { value: voted.text, evidence: { rule: voted.rule, confidence: 'medium' } },
      element: only?.rank === 0 && sharesWords(only.text, voted.text) ? only.element : null,
    };
  return only
    ? { found: foundIn(only, 'h1', 'low'), element: only.element }
    : { found: null, element: null };
}

function declaredHeadlines(metadata: PageMetadata, pageUrl: string | null): Declared[] {
  const site = siteOf(metadata);
  const forms: Declared[] = [];
  const add = (text: string | null, rule: string) => {
    if (!text) return;
    const stripped = withoutSite(oneLine(text), site, pageUrl);
    const key = bare(stripped);
    if (key !== '' && key !== bare(site ?? '')) forms.push({ text: stripped, bare: key, rule });
  };
  for (const article of metadata.articles.slice(0, 3))
    add(textOf(article['headline']), 'json-ld:headline');
  for (const name of META_TITLES) add(metadata.metas.get(name)?.[0] ?? null, `meta:${name}`);
  add(metadata.title, 'title');
  return forms;
}

/** Headings that may be the headline: `<h1>`, other headings and elements with such a name. */
function printedHeadings(body: ParentNode): Printed[] {
  const elements = elementsOf(body, (element) => rankOf(element) < 9).slice(0, MAX_HEADINGS);
  return elements.flatMap((element) => {
    const text = oneLine(textBelow(element));
    const key = bare(text);
    if (key === '' || text.length > MAX_PRINTED) return [];
    return [{ element, text, bare: key, rank: rankOf(element) }];
  });
}

function rankOf(element: Element): number {
  if (element.attribs['itemprop'] === 'headline' && element.name !== 'meta') return 0;
  if (element.name === 'h1') return 0;
  if (HEADLINE_NAME.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`))
    return 1;
  if (HEADING_TAGS.has(element.name)) return 2;
  return element.name === 'font' || element.name === 'b' ? 3 : 9;
}

/** How well a printed heading and a declared headline agree; 0 when they don't. */
function agreement(printed: Printed, declared: Declared): number {
  if (printed.bare === declared.bare) return 4;
  if (printed.bare.length < 8) return 0;
  const isPart = titleParts(declared.text).some((part) => bare(part) === printed.bare);
  if (isPart) return 3;
  const startsSame = declared.bare.startsWith(printed.bare) || declared.bare.endsWith(printed.bare);
  if (startsSame && printed.bare.length > declared.bare.length * 0.5) return 2;
  const holds =
    printed.bare.includes(declared.bare) && declared.bare.length > printed.bare.length * 0.5;
  return holds ? 1 : 0;
}

type Match = { readonly heading: Printed; readonly form: Declared; readonly score: number };

function bestMatch(printed: readonly Printed[], declared: readonly Declared[]): Headline | null {
  const matches = printed.flatMap((heading) => declared.map((form) => matchOf(heading, form)));
  let best: Match | null = null;
  for (const match of matches) if (match.score > (best?.score ?? 0)) best = match;
  if (!best) return null;
  const { heading, form } = best;
  return { found: foundIn(heading, `printed+${form.rule}`, 'high'), element: heading.element };
}

function matchOf(heading: Printed, form: Declared): Match {
  const grade = agreement(heading, form);
  const doubt =
    heading.rank * 0.4 + (isLinkedAway(heading) ? 1.5 : 0) + (isSiteName(heading) ? 3 : 0);
  return { heading, form, score: grade === 0 ? 0 : grade - doubt };
}

/** A heading that links to the site's first page is the site's name. */
function isSiteName(heading: Printed): boolean {
  const inside = elementsOf(heading.element, (element) => element.name === 'a');
  const links = [...inside, ...lineage(heading.element).filter(({ name }) => name === 'a')];
  return links.some(({ attribs }) =>
    /^(?:https?:\/\/[^/]+)?\/?(?:index\.\w+)?$/i.test(attribs['href'] ?? '-'),
  );
}

function isLinkedAway(heading: Printed): boolean {
  return lineage(heading.element).some(
    (element) => element.name === 'aside' || element.name === 'nav' || element.name === 'li',
  );
}

/** The only `<h1>`, or the only heading with the name of one. */
function loneHeading(printed: readonly Printed[]): Printed | null {
  for (const rank of [0, 1]) {
    const fitting = printed.filter((heading) => heading.rank === rank && heading.bare.length > 3);
    const texts = new Set(fitting.map((heading) => heading.bare));
    if (texts.size === 1) return fitting[0] ?? null;
  }
  return null;
}

/** How a heading that stands alone was known, by rank. */
const LONE_RULES = ['h1', 'heading-name'];

/** The only words in the page's largest type: how pages without headings set their headline. */
function largestType(printed: readonly Printed[]): Printed | null {
  const sized = printed
    .map((heading) => ({ heading, size: typeSize(heading.element) }))
    .filter(({ size, heading }) => size >= 4 && heading.bare.length > 3);
  const largest = Math.max(...sized.map(({ size }) => size));
  const set = sized.filter(({ size }) => size === largest);
  return set.length === 1 ? (set[0]?.heading ?? null) : null;
}

/** `<font size>` on its scale of 1 to 7, where text is 3; `+2` counts from there. */
function typeSize({ name, attribs }: Element): number {
  const size = name === 'font' ? (attribs['size'] ?? '').trim() : '';
  if (!/^[+-]?\d$/.test(size)) return 0;
  return /^[+-]/.test(size) ? 3 + Number(size) : Number(size);
}

function mostVoted(declared: readonly Declared[]): Declared | null {
  let best: Declared | null = null;
  let most = 0;
  for (const form of declared) {
    const votes = declared.filter((other) => other.bare === form.bare).length;
    if (votes > most) {
      best = form;
      most = votes;
    }
  }
  return best;
}

/** Whether two wordings are of one headline: a third of the words of the shorter stand in the other. */
function sharesWords(printed: string, declared: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []);
  const [one, other] = [words(printed), words(declared)];
  const common = [...one].filter((word) => other.has(word)).length;
  return common >= 2 && common * 3 >= Math.min(one.size, other.size);
}

function foundIn(
  heading: Printed,
  rule: string,
  confidence: 'high' | 'medium' | 'low',
): Found<string> {
  return { value: heading.text, evidence: { rule, printed: heading.text, confidence } };
}
