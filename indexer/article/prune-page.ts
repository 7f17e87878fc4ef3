import { type ChildNode, Element, type ParentNode, Text } from 'domhandler';
import { type NameReading, readName } from './boilerplate-names.ts';
import { goodIn, type PageOutline } from './page-outline.ts';
import { BLOCK_TAGS } from './tag-kinds.ts';
import { type Dropped, elementsOf, isInside, textBelow, walk } from './tree.ts';

const ROLES =
  /^(?:navigation|search|banner|complementary|contentinfo|dialog|alertdialog|menu|menubar|toolbar|tablist|tooltip)$/;

const NEVER_TAGS = new Set([
  'nav',
  'menu',
  'dialog',
  'button',
  'input',
  'search',
  'amp-sidebar',
  'legend',
]);
const USUALLY_NOT_TAGS = new Set(['aside', 'footer', 'form', 'fieldset', 'details', 'address']);
const KEPT_TAGS = new Set(['html', 'body', 'main', 'h1', 'frameset', 'noframes']);

const SHORT_PART = 220;

/** Facts about the page that protect its article from a misleading name. */
export type Anchors = {
  /** The heading that is the article's headline. */
  readonly headline: Element | null;
  /** Runs that the page's own metadata repeats, as share of what stands in an element, 0 to 1. */
  readonly isRepeated: (element: ParentNode) => boolean;
};

/** Takes out what is not the article by tag, role, visibility and name. */
export function prunePage(
  root: ParentNode,
  outline: PageOutline,
  anchors: Anchors,
  dropped: Dropped,
): void {
  const total = Math.max(1, goodIn(outline, root));
  walk(root, (node) => {
    if (!(node instanceof Element)) return undefined;
    if (dropped.has(node)) return false;
    const reason = reasonToDrop(node, { outline, anchors, total });
    if (!reason) return undefined;
    dropped.set(node.name === 'form' ? formWithInvitation(node, outline) : node, reason);
    return false;
  });
}

const INVITATION = 450;

/** A form for an address, with the lines that invite to fill it in. */
function formWithInvitation(form: Element, outline: PageOutline): Element {
  if (!elementsOf(form, ({ attribs }) => attribs['type'] === 'email').length) return form;
  let box = form;
  for (let at = form.parent; at instanceof Element; at = at.parent) {
    const isBox = at.name === 'div' || at.name === 'section' || at.name === 'aside';
    const hasText = goodIn(outline, at) > INVITATION || textBelow(at).trim().length > INVITATION;
    if (!isBox || hasText || nameOfElement(at).isContent) break;
    box = at;
  }
  return box;
}

/** What class, id and the attributes that act as such say about an element. */
export function nameOfElement(element: Element): NameReading {
  const { attribs } = element;
  const names = [
    attribs['class'],
    attribs['id'],
    attribs['data-testid'],
    attribs['itemprop'],
    attribs['data-component'],
    attribs['data-block'],
  ];
  return readName(names.filter((name) => name !== undefined).join(' '));
}

type Page = { readonly outline: PageOutline; readonly anchors: Anchors; readonly total: number };

function reasonToDrop(element: Element, page: Page): string | null {
  if (KEPT_TAGS.has(element.name)) return null;
  const share = goodIn(page.outline, element) / page.total;
  const holdsHeadline =
    page.anchors.headline !== null &&
    (element === page.anchors.headline || isInside(page.anchors.headline, element));
  const part = { element, share, holdsHeadline, page };
  return byVisibility(part) ?? byTag(part) ?? byName(part);
}

type Part = {
  readonly element: Element;
  readonly share: number;
  readonly holdsHeadline: boolean;
  readonly page: Page;
};

function byVisibility({ element, share, holdsHeadline, page }: Part): string | null {
  if (holdsHeadline || share > 0.5 || page.anchors.isRepeated(element)) return null;
  const { attribs } = element;
  if (attribs['hidden'] !== undefined && attribs['hidden'] !== 'until-found') return 'hidden';
  if (attribs['aria-hidden'] === 'true') return 'aria-hidden';
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribs['style'] ?? '')
    ? 'style'
    : null;
}

function byTag(part: Part): string | null {
  const { element, share, holdsHeadline } = part;
  if (holdsHeadline && share > 0) return null;
  if (element.name === 'time') return isWithinWords(element) ? null : 'tag:time';
  if (NEVER_TAGS.has(element.name) && share < 0.6) return `tag:${element.name}`;
  if (USUALLY_NOT_TAGS.has(element.name) && share < usualLimit(element))
    return `tag:${element.name}`;
  const role = attribOf(element, 'role');
  if (ROLES.test(role) && share < 0.4) return `role:${role}`;
  return null;
}

function usualLimit(element: Element): number {
  if (element.name === 'footer' && isQuoted(element)) return 0;
  if (element.name === 'details') return hasParagraph(element) ? 0 : 0.2;
  // How to reach the people of a page, at the foot of many made by hand; one without links may be text.
  if (element.name === 'address') return elementsOf(element, isLink).length > 0 ? 0.4 : 0;
  return 0.4;
}

function isLink({ name }: Element): boolean {
  return name === 'a';
}

function isQuoted(element: Element): boolean {
  return element.parent instanceof Element && element.parent.name === 'blockquote';
}

function byName(part: Part): string | null {
  const { element, share, holdsHeadline } = part;
  const reading = nameOfElement(element);
  if (!reading.boilerplate || isWithinWords(element)) return null;
  const { kind, word } = reading.boilerplate;
  const rule = `name:${word}`;
  if (kind === 'never') return isSpared(part, 0.3, 0.9) ? null : rule;
  if (reading.isContent && share > 0.05) return null;
  if (kind === 'usually-not')
    return isSpared(part, 0, 0.4) || holdsArticleBody(element) ? null : rule;
  if (holdsHeadline || !isShortPart(element)) return null;
  return rule;
}

/** A name does not count against an element that holds the headline or nearly all text. */
function isSpared(part: Part, shareWithHeadline: number, shareAlone: number): boolean {
  if (part.holdsHeadline && part.share >= shareWithHeadline) return true;
  if (part.share > 0.4 && part.page.anchors.isRepeated(part.element)) return true;
  return part.share > shareAlone || (part.share > 0.4 && holdsContent(part));
}

function holdsArticleBody(element: Element): boolean {
  const isBody = ({ attribs }: Element) => attribs['itemprop'] === 'articleBody';
  return isBody(element) || elementsOf(element, isBody).length > 0;
}

function holdsContent({ element, page, share }: Part): boolean {
  let found = false;
  walk(element, (node) => {
    if (found || !(node instanceof Element)) return false;
    const isNamed =
      node.name === 'article' || node.name === 'main' || nameOfElement(node).isContent;
    if (isNamed && goodIn(page.outline, node) / page.total > share * 0.8) found = true;
    return undefined;
  });
  return found;
}

/** An inline element between words of a paragraph: its name says how it looks, not what it is. */
function isWithinWords(element: Element): boolean {
  if (BLOCK_TAGS.has(element.name)) return false;
  return (element.parent?.children ?? []).some((node) => node !== element && isWords(node));
}

/** Words that are not named as a line about the article themselves. */
function isWords(node: ChildNode): boolean {
  if (node instanceof Text) return /[\p{L}\p{N}]/u.test(node.data);
  if (!(node instanceof Element) || BLOCK_TAGS.has(node.name) || node.name === 'time') return false;
  return !nameOfElement(node).boilerplate && /[\p{L}\p{N}]/u.test(textBelow(node));
}

function isShortPart(element: Element): boolean {
  const text = textBelow(element).replace(/\s+/g, ' ').trim();
  return text.length <= SHORT_PART;
}

function hasParagraph(element: Element): boolean {
  return element.children.some((node) => node instanceof Element && node.name === 'p');
}

function attribOf(element: Element, name: string): string {
  return element.attribs[name]?.trim().toLowerCase() ?? '';
}
