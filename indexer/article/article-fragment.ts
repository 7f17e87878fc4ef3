import { type ChildNode, Element, type ParentNode, Text } from 'domhandler';
import { absolute } from './addresses.ts';
import { visible, withoutWideWraps } from './inline-text.ts';
import { isLayoutTable } from './tables.ts';
import { BLOCK_TAGS } from './tag-kinds.ts';
import { type Dropped, lineage, walk } from './tree.ts';

/** Elements that Markdown can show, by the name they get. */
const SHOWN: Readonly<Record<string, string>> = {
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  p: 'p',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
  pre: 'pre',
  xmp: 'pre',
  listing: 'pre',
  em: 'em',
  i: 'em',
  cite: 'em',
  strong: 'strong',
  b: 'strong',
  code: 'code',
};
const TABLE_TAGS = new Set(['table', 'tr', 'td', 'th']);
const VOID = new Set(['br', 'hr']);

/** The article as small, well-formed HTML: only what Markdown knows, links absolute, nothing dropped in it. */
export function fragmentOf(root: ParentNode, dropped: Dropped, base: string | null): string {
  const parts: string[] = [];
  walk(
    root,
    (node) => {
      if (dropped.has(node)) {
        parts.push(gapOf(node));
        return false;
      }
      parts.push(node instanceof Element ? opening(node, base) : textOf(node));
      return !(node instanceof Element && node.name === 'rt');
    },
    (element) => {
      const tag = tagOf(element);
      if (tag === 'pre') parts.push('</code>');
      if (tag && !VOID.has(tag)) parts.push(`</${tag}>`);
    },
  );
  return parts.join('').replace(EMPTY_LINK, '$1');
}

/** A link of which all words were dropped. */
const EMPTY_LINK = /<a href="[^"]*">(\s*)<\/a>/g;

/** What was dropped between two texts still parts them when it was a block. */
function gapOf(node: ChildNode): string {
  return node instanceof Element && BLOCK_TAGS.has(node.name) ? '<div></div>' : '';
}

function textOf(node: ChildNode): string {
  return node instanceof Text
    ? escapeHtml(withoutWideWraps(visible(node.data)).replace(/[\u3000\u00a0]/g, ' '))
    : '';
}

function opening(element: Element, base: string | null): string {
  if (element.name === 'rt') return '';
  return /^(?:amp-)?img$/.test(element.name) ? alternativeText(element) : openTag(element, base);
}

function openTag(element: Element, base: string | null): string {
  const tag = tagOf(element);
  if (!tag) return '';
  if (tag === 'pre') return '<pre><code>';
  const href = tag === 'a' ? absolute(element.attribs['href'] ?? null, base) : null;
  const span = tag === 'td' || tag === 'th' ? Number(element.attribs['colspan']) : 0;
  if (href) return `<a href="${escapeHtml(href)}">`;
  return span > 1 && span < 50 ? `<${tag} colspan="${span}">` : `<${tag}>`;
}

function tagOf(element: Element): string | null {
  const { name } = element;
  if (name === 'a') return element.attribs['href'] ? 'a' : null;
  if (VOID.has(name)) return name;
  if (TABLE_TAGS.has(name)) return isInLayout(element) ? 'div' : name;
  return (
    SHOWN[name] ?? (BLOCK_TAGS.has(name) && !/^t(?:body|head|foot)$/.test(name) ? 'div' : null)
  );
}

function isInLayout(element: Element): boolean {
  const table = lineage(element).find((outer) => outer.name === 'table');
  return !table || isLayoutTable(table);
}

function alternativeText(image: Element): string {
  const text = visible(image.attribs['alt'] ?? '').trim();
  return text === '' ? '' : escapeHtml(text);
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
