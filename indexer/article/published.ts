import type { Element, ParentNode } from 'domhandler';
import { dateFromUrl } from '../dates/url-date.ts';
import type { PartialDate } from '../partial-date.ts';
import type { Found } from './article.ts';
import { type DateClaim, mostTrusted, TRUST } from './date-claim.ts';
import { textOf } from './json-ld.ts';
import { dayOf, isOfTheWeb, plausible } from './page-day.ts';
import { oneLine, type PageMetadata } from './page-metadata.ts';
import { printedClaims } from './printed-claims.ts';
import { nameOfElement } from './prune-page.ts';
import { elementsOf, isInside, lineage, textBelow } from './tree.ts';

const META_PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'article:published',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publishdate',
  'publish_date',
  'publication_date',
  'published_at',
  'article_date_original',
  'originalpublicationdate',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'cxenseparse:recs:publishtime',
  'citation_publication_date',
  'analyticsattributes.articledate',
  'rnews:datepublished',
  'last-published',
  'bt:pubdate',
  'vr:published_time',
  'shareaholic:article_published_time',
];
const META_DATE = [
  'dc.date',
  'dcterms.date',
  'date',
  'dc.date.x-metadatadate',
  'displaydate',
  'article.created',
  'created',
  'creation_date',
  'datecreated',
  'og:pubdate',
  'time',
  'eomportal-lastupdate',
  'timestamp',
];

export type DatePlaces = {
  readonly body: ParentNode;
  readonly headline: Element | null;
  readonly language: string | null;
  /** Addresses of the page, the declared one first. */
  readonly urls: readonly string[];
  /** Texts printed between or beside headline and text, nearest first. */
  readonly near: readonly string[];
  /** Text of the element that a site's rule names. */
  readonly bySiteRule: string | null;
};

/** The day the page appeared, in the page's own time zone; `null` when nothing trustworthy says it. */
export function publishedOf(metadata: PageMetadata, places: DatePlaces): Found<PartialDate> | null {
  const claims = claimsOf(metadata, places);
  const best = mostTrusted(claims);
  if (!best) return null;
  const confirmed = claims.some((claim) => claim !== best && claim.date === best.date);
  const confidence = best.trust >= 60 || confirmed ? 'high' : best.trust >= 50 ? 'medium' : 'low';
  return { value: best.date, evidence: { rule: best.rule, printed: best.printed, confidence } };
}

/** The day that the metadata or the address give, for choosing among a site's layouts. */
export function declaredDay(metadata: PageMetadata, url: string | null): PartialDate | null {
  const published = metadata.articles.map((article) => textOf(article['datePublished']));
  const values = [
    ...published,
    ...META_PUBLISHED.map((name) => metadata.metas.get(name)?.[0] ?? null),
  ];
  for (const value of values) {
    const day = value ? dayOf(value, null) : null;
    if (day) return day;
  }
  return url ? plausible(dateFromUrl(url)) : null;
}

function claimsOf(metadata: PageMetadata, places: DatePlaces): DateClaim[] {
  const claims: DateClaim[] = [];
  const add = (text: string | null | undefined, rule: string, trust: number) => {
    const date = text ? dayOf(text, places.language) : null;
    if (date && text) claims.push({ date, rule, printed: text.slice(0, 80), trust });
  };
  add(places.bySiteRule, 'site-rule:date', TRUST.siteRule);
  metadata.articles.slice(0, 3).forEach((article, index) => {
    add(textOf(article['datePublished']), 'json-ld:datePublished', TRUST.jsonLd - index);
    add(textOf(article['dateCreated']), 'json-ld:dateCreated', TRUST.jsonLd - 15 - index);
  });
  for (const node of metadata.jsonLd) {
    if (node['@type'] === 'WebPage')
      add(textOf(node['datePublished']), 'json-ld:WebPage', TRUST.metaPublished - 3);
  }
  for (const name of META_PUBLISHED) {
    add(metadata.metas.get(name)?.[0], `meta:${name}`, TRUST.metaPublished);
  }
  for (const name of META_DATE) add(metadata.metas.get(name)?.[0], `meta:${name}`, TRUST.metaDate);
  claims.push(...timeClaims(places));
  const fromUrl = urlClaim(places.urls);
  if (fromUrl) claims.push(fromUrl);
  if (!isSure(claims)) claims.push(...printedClaims(places.near, places.language, claims));
  return claims;
}

function urlClaim(urls: readonly string[]): DateClaim | null {
  for (const url of urls) {
    const date = plausible(dateFromUrl(url));
    if (date && isOfTheWeb(date)) return { date, rule: 'url', printed: url, trust: TRUST.url };
  }
  return null;
}

const NOT_PUBLISHED =
  /modif|updat|aggiorn|actuali|geändert|comment|expire|upcoming|event|deadline/i;

function timeClaims({ body, headline, language }: DatePlaces): DateClaim[] {
  const times = elementsOf(
    body,
    (element) => element === headline || (isTime(element) && !isElsewhere(element, headline)),
  );
  const headlineAt = headline ? times.indexOf(headline) : -1;
  return times.slice(0, MAX_TIMES).flatMap((element, index) => {
    const printed = element === headline ? null : printedTime(element);
    const date = printed ? dayOf(printed, language) : null;
    if (!printed || !date) return [];
    const isNear = headlineAt < 0 ? index === 0 : index === headlineAt + 1;
    return [{ date, printed: printed.slice(0, 80), ...weightOf(element, index, isNear) }];
  });
}

const MAX_TIMES = 400;

/** A time in a box of comments, other stories or the site's footer is not the page's. */
function isElsewhere(time: Element, headline: Element | null): boolean {
  return lineage(time).some((element) => {
    if (headline && isInside(headline, element)) return false;
    if (/^(?:aside|nav|footer)$/.test(element.name) && !isMeta(element)) return true;
    return nameOfElement(element).boilerplate?.kind === 'never';
  });
}

/** The footer of an article often holds its date. */
function isMeta(element: Element): boolean {
  return element.name === 'footer' && lineage(element).some(({ name }) => name === 'article');
}

function isTime({ name, attribs }: Element): boolean {
  return (
    name === 'time' ||
    name === 'abbr' ||
    /datePublished|dateCreated/i.test(attribs['itemprop'] ?? '') ||
    /(?:^|\s)published(?:\s|$)/.test(attribs['class'] ?? '')
  );
}

function printedTime(element: Element): string | null {
  const { attribs } = element;
  if (NOT_PUBLISHED.test(`${attribs['class'] ?? ''} ${attribs['itemprop'] ?? ''}`)) return null;
  return (
    attribs['datetime'] || attribs['content'] || attribs['title'] || oneLine(textBelow(element))
  );
}

function weightOf(
  { attribs }: Element,
  index: number,
  isNear: boolean,
): { rule: string; trust: number } {
  if (/datePublished/i.test(attribs['itemprop'] ?? '') || attribs['pubdate'] !== undefined) {
    return { rule: 'itemprop:datePublished', trust: TRUST.itemprop };
  }
  if (isNear) return { rule: 'time', trust: TRUST.timeNearHeadline };
  return { rule: 'time', trust: TRUST.timeElsewhere - Math.min(index, 20) };
}

/** A claim that leads by more than a printed date could add to another needs no help from the print. */
const SURE_LEAD = 12;

/** Whether the most trusted claim is so far ahead that what is printed could not change the day. */
function isSure(claims: readonly DateClaim[]): boolean {
  const best = mostTrusted(claims);
  if (!best || best.trust < TRUST.printedNearHeadline + 25 || best.date.length < 10) return false;
  const rival = mostTrusted(claims.filter(({ date }) => date !== best.date));
  return !rival || best.trust - rival.trust > SURE_LEAD;
}
