import type { Element, ParentNode } from 'domhandler';
import type { Found } from './article.ts';
import { textOf } from './json-ld.ts';
import { metaOf, oneLine, type PageMetadata } from './page-metadata.ts';
import { elementsOf, lineage, textBelow } from './tree.ts';

const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|author-?name|entry-?author|post-?author|article-?author|autore|autor|auteur|firma|verfasser|written-?by|writer|reporter)(?=$|[\s_-])/i;
const NOT_BYLINE = /comment|avatar|bio|box|related|card|about|social|follow|image|photo/i;
const OPENING =
  /^(?:by|di|por|par|von|av|af|przez|автор|от|text|reporting by|written by|a cura di|de)\b[\s:]+(?=\p{Lu})/iu;

/** Addresses of pages about an author. */
const AUTHOR_PATH =
  /\/(?:author|authors|autor|autore|autori|auteur|by|profile|people|staff|journalists?|reporters?|contributors?)\/[^/]+\/?$/i;

const MAX = 120;

/** Who wrote the text, as printed; else as the metadata say. */
export function findByline(
  body: ParentNode,
  metadata: PageMetadata,
  near: readonly string[],
): Found<string> | null {
  const named = namedByline(body, isNamed);
  if (named) return found(named, 'byline-name', 'high');
  const line = near.find(
    (text) => text.length <= MAX && OPENING.test(text) && !/[.!?]$/.test(text),
  );
  if (line) return found(nameIn(line) ?? line, 'printed', 'medium');
  const linked = namedByline(body, isLinkToAuthor);
  const declared = metadata.articles
    .map((article) => authorsOf(article['author']))
    .find((text) => text !== null);
  if (declared) return found(declared, 'json-ld:author', 'medium');
  if (linked) return found(linked, 'author-link', 'medium');
  const meta = metaOf(
    metadata,
    'author',
    'article:author',
    'dc.creator',
    'dcterms.creator',
    'parsely-author',
    'sailthru.author',
    'byl',
  );
  return meta && !/^https?:|^@/.test(meta) && meta.length <= MAX
    ? found(meta, 'meta:author', 'medium')
    : null;
}

function namedByline(body: ParentNode, passes: (element: Element) => boolean): string | null {
  const candidates = elementsOf(body, passes).slice(0, 20);
  for (const element of candidates) {
    if (lineage(element).some((outer) => NOT_BYLINE.test(namesOf(outer)) && outer.name !== 'body'))
      continue;
    const text = nameIn(textBelow(element));
    if (text !== null) return text;
  }
  return null;
}

/** The byline without what stands beside it: date, counters, place of work. */
function nameIn(printed: string): string | null {
  const first = printed
    .split(/\n|\||•|·|\t/)
    .map(oneLine)
    .find((part) => /\p{L}{2}/u.test(part));
  const name = first?.replace(/\s*[,–—-]?\s*\d[\d\s/.:,-]*.*$/u, '').trim() ?? '';
  const isName = name.length >= 3 && name.length <= MAX && !INTERFACE.test(name);
  return isName ? name : null;
}

const INTERFACE =
  /^(?:authors?|about .*|by|text size|posted (?:on|by)|published|updated|share|follow|print|more about.*|all posts.*|view.*|see.*|e-?mail|comments?|written by)$/i;

function isNamed(element: Element): boolean {
  if (element.name === 'meta' || element.name === 'link') return false;
  return (
    element.attribs['rel'] === 'author' ||
    element.attribs['itemprop'] === 'author' ||
    BYLINE_NAME.test(namesOf(element))
  );
}

function isLinkToAuthor(element: Element): boolean {
  return element.name === 'a' && AUTHOR_PATH.test(element.attribs['href'] ?? '');
}

function namesOf(element: Element): string {
  return `${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`;
}

function authorsOf(value: unknown): string | null {
  const list = Array.isArray(value) ? value : [value];
  const names = list.map(textOf).filter((name) => name !== null && !/^https?:/.test(name));
  const joined = [...new Set(names)].join(', ');
  return joined === '' || joined.length > MAX * 2 ? null : oneLine(joined);
}

function found(value: string, rule: string, confidence: 'high' | 'medium'): Found<string> {
  return { value, evidence: { rule, printed: value, confidence } };
}
