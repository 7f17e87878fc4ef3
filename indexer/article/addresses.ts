import { metaOf, type PageMetadata } from './page-metadata.ts';

/** The address against which the page's links are read, if any is known. */
export function baseOf(metadata: PageMetadata, pageUrl: string | null): string | null {
  const page =
    pageUrl ?? absolute(metadata.canonical, null) ?? absolute(metaOf(metadata, 'og:url'), null);
  return absolute(metadata.baseHref, page) ?? page;
}

/** An absolute web address, or `null`: relative without a base, or no address at all. */
export function absolute(href: string | null, base: string | null): string | null {
  if (href === null) return null;
  const target = href.trim();
  if (!URL.canParse(target, base ?? undefined)) return null;
  const url = new URL(target, base ?? undefined);
  return /^(?:https?|mailto|ftp):$/.test(url.protocol) ? url.href : null;
}

/** The canonical address: declared, absolute, and of a page; a site's root or a list of pages is no identity. */
export function canonicalOf(metadata: PageMetadata, pageUrl: string | null): string | null {
  const base = absolute(metadata.baseHref, pageUrl) ?? pageUrl;
  const declared = [metadata.canonical, metaOf(metadata, 'og:url'), mainEntity(metadata)];
  for (const candidate of declared) {
    const url = absolute(candidate, base);
    if (url && isPage(url)) return url;
  }
  return null;
}

function mainEntity(metadata: PageMetadata): string | null {
  for (const article of metadata.articles) {
    const entity = article['mainEntityOfPage'] ?? article['url'];
    const id =
      typeof entity === 'object' && entity ? (entity as { '@id'?: unknown })['@id'] : entity;
    if (typeof id === 'string') return id;
  }
  return null;
}

function isPage(address: string): boolean {
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol)) return false;
  const isRoot =
    /^\/*(?:index\.\w+)?$/.test(url.pathname) ||
    /^\/[a-z]{2}(?:[-_][A-Za-z]{2})?\/?$/.test(url.pathname);
  return !isRoot || url.search.length > 1;
}

/** The host without `www.`, for a site that does not say its name. */
export function hostName(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}
