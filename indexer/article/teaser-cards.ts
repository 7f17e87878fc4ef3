import { Element, type ParentNode } from 'domhandler';
import { goodIn, type PageOutline } from './page-outline.ts';
import { HEADING_TAGS } from './tag-kinds.ts';
import type { TextRun } from './text-runs.ts';
import { type Dropped, elementsOf, lineage } from './tree.ts';

/** A card says a little about another page; more text than this is text of its own. */
const MAX_CARD = 500;
const FEWEST = 3;
/** Text beside the cards that makes a page more than a list of them. */
const ENOUGH = 120;
const CARD_TAGS = new Set(['div', 'li', 'article', 'section', 'td', 'a', 'dl', 'figure']);

/**
 * Rows of teasers: three or more like elements side by side, most of them with a linked title. They are
 * no part of the article unless they hold much of the page's text (a list of links is then what the page is about).
 */
export function findCards(
  body: ParentNode,
  outline: PageOutline,
  headline: Element | null,
  dropped: Dropped,
): ReadonlySet<Element> {
  const found = new Set<Element>();
  const total = goodIn(outline, body);
  const held = new Set(headline ? lineage(headline) : []);
  const parents = elementsOf(body, (element) => element.children.length >= FEWEST, dropped);
  for (const group of parents.flatMap(likeChildren)) {
    const cards = group.filter((child) => !held.has(child) && isCard(child, outline));
    if (cards.length < FEWEST || cards.length < group.length * 0.7) continue;
    const inCards = cards.reduce((sum, card) => sum + goodIn(outline, card), 0);
    if (inCards < total * 0.5 || total - inCards > ENOUGH)
      for (const card of cards) found.add(card);
  }
  return found;
}

/** Whether a run stands in a card; cards are small, so that the way up is short. */
export function isInCard(run: TextRun, cards: ReadonlySet<Element>): boolean {
  return (
    cards.size > 0 &&
    run.element instanceof Element &&
    lineage(run.element).some((element) => cards.has(element))
  );
}

/** Children by tag and first class. */
function likeChildren(parent: Element): Element[][] {
  const groups = new Map<string, Element[]>();
  for (const child of parent.children) {
    if (!(child instanceof Element) || !CARD_TAGS.has(child.name)) continue;
    const kind = `${child.name}.${child.attribs['class']?.trim().split(/\s+/)[0] ?? ''}`;
    const group = groups.get(kind);
    if (group) group.push(child);
    else groups.set(kind, [child]);
  }
  return [...groups.values()].filter((group) => group.length >= FEWEST);
}

function isCard(element: Element, outline: PageOutline): boolean {
  const interval = outline.intervals.get(element);
  if (!interval || interval.to - interval.from > 8) return false;
  const runs = outline.runs.slice(interval.from, interval.to);
  const length = runs.reduce((sum, run) => sum + run.text.length, 0);
  const linked = runs.reduce((sum, run) => sum + run.linked, 0);
  if (length > MAX_CARD || linked < 12) return false;
  if (linked > length * 0.6) return true;
  const first = runs[0];
  const opensWithLink = first !== undefined && first.linked > first.text.length * 0.6;
  return runs.length > 1 && (opensWithLink || hasLinkedTitle(element)) && linked > length * 0.08;
}

function hasLinkedTitle(element: Element): boolean {
  const headings = elementsOf(element, (inner) => HEADING_TAGS.has(inner.name));
  return headings.some(
    (heading) =>
      lineage(heading).some((outer) => outer.name === 'a') ||
      elementsOf(heading, (inner) => inner.name === 'a').length > 0,
  );
}
