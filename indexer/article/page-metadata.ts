import { Element } from 'domhandler';
import { visible } from './inline-text.ts';
import { articleNodes, type JsonLdNode, readJsonLd } from './json-ld.ts';
import type { PageTree } from './page-builder.ts';
import { textBelow, walk } from './tree.ts';

/** What the page says about itself outside its text. */
export type PageMetadata = {
  /** `<meta>` values by lower-case name, property or itemprop; the page's order kept. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  readonly title: string | null;
  readonly canonical: string | null;
  readonly baseHref: string | null;
  /** Declared language of the page. */
  readonly lang: string | null;
  readonly jsonLd: readonly JsonLdNode[];
  /** JSON-LD objects that describe the article. */
  readonly articles: readonly JsonLdNode[];
};

const MAX_VALUES = 8;

type Seen = { title?: string; canonical?: string; base?: string; lang?: string };

/** What each element of interest gives; of title, canonical, base and lang the first counts. */
const COLLECT: Readonly<
  Record<string, (element: Element, seen: Seen, metas: Map<string, string[]>) => void>
> = {
  meta: (element, _seen, metas) => collectMeta(metas, element.attribs),
  title: (element, seen) => {
    seen.title ??= oneLine(textBelow(element));
  },
  base: (element, seen) => {
    seen.base ??= element.attribs['href'] ?? '';
  },
  link: (element, seen) => {
    if (/\bcanonical\b/i.test(element.attribs['rel'] ?? '')) {
      seen.canonical ??= element.attribs['href'] ?? '';
    }
  },
  html: (element, seen) => {
    seen.lang ??= element.attribs['lang'] ?? element.attribs['xml:lang'] ?? '';
  },
};

/** Collects title, meta elements, links and JSON-LD in one walk. */
export function readMetadata(page: PageTree): PageMetadata {
  const metas = new Map<string, string[]>();
  const seen: Seen = {};
  walk(page.document, (node) => {
    if (node instanceof Element) COLLECT[node.name]?.(node, seen, metas);
    return undefined;
  });
  const jsonLd = readJsonLd(page.jsonLd);
  return {
    metas,
    title: seen.title || null,
    canonical: seen.canonical || null,
    baseHref: seen.base || null,
    lang: seen.lang || null,
    jsonLd,
    articles: articleNodes(jsonLd),
  };
}

/** The first non-empty value of the first of these names that the page has. */
export function metaOf(metadata: PageMetadata, ...names: string[]): string | null {
  for (const name of names) {
    const value = metadata.metas.get(name)?.[0];
    if (value) return value;
  }
  return null;
}

/** Text on one line, without what no reader sees. */
export function oneLine(text: string): string {
  return visible(text)
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

function collectMeta(metas: Map<string, string[]>, attribs: Record<string, string>): void {
  const content = oneLine(attribs['content'] ?? '');
  if (content === '') return;
  for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
    const name = attribs[key]?.trim().toLowerCase();
    if (!name) continue;
    const values = metas.get(name) ?? [];
    if (values.length < MAX_VALUES) values.push(content);
    metas.set(name, values);
  }
}
