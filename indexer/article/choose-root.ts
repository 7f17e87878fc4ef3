import { Element, type ParentNode } from 'domhandler';
import { goodIn, junkIn, type PageOutline } from './page-outline.ts';
import { nameOfElement } from './prune-page.ts';

/** An element that says it is the article counts a little more than its text alone. */
const NAMED_BONUS = 1.3;
const ARTICLE_BONUS = 1.15;
const MAIN_BONUS = 1.05;

/** Elements that hold one paragraph, never an article, however much its neighbours speak against it. */
const ONE_PARAGRAPH = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'dd', 'blockquote']);

/** The element whose runs are the article: most text proper, least that speaks against it. */
export function chooseRoot(body: ParentNode, outline: PageOutline): ParentNode {
  let best: ParentNode = body;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const element of outline.intervals.keys()) {
    if (element instanceof Element && ONE_PARAGRAPH.has(element.name)) continue;
    const good = goodIn(outline, element);
    if (good <= 0) continue;
    const score = good * bonusOf(element) - junkIn(outline, element);
    // Of two with the same runs, the inner one: it has fewer names to mislead.
    if (score > bestScore || (score === bestScore && isWithin(element, best))) {
      best = element;
      bestScore = score;
    }
  }
  return withLikeSiblings(best, outline);
}

/** A text that a page sets in several like parts, with advertisements between: the element around all. */
function withLikeSiblings(root: ParentNode, outline: PageOutline): ParentNode {
  const outer = root instanceof Element ? root.parent : null;
  if (!(root instanceof Element) || !(outer instanceof Element)) return root;
  const names = root.attribs['class'];
  if (!names || outer.name === 'body') return root;
  const hasPart = outer.children.some(
    (child) =>
      child !== root &&
      child instanceof Element &&
      child.name === root.name &&
      child.attribs['class'] === names &&
      goodIn(outline, child) > ENOUGH,
  );
  const gained = goodIn(outline, outer) - goodIn(outline, root);
  const dragged = junkIn(outline, outer) - junkIn(outline, root);
  return hasPart && gained > dragged ? outer : root;
}

/** Text of one paragraph. */
const ENOUGH = 80;

function bonusOf(element: ParentNode): number {
  if (!(element instanceof Element)) return 1;
  if (element.attribs['itemprop'] === 'articleBody') return NAMED_BONUS;
  if (element.name === 'article') return ARTICLE_BONUS;
  if (element.name === 'main') return MAIN_BONUS;
  return nameOfElement(element).isContent ? NAMED_BONUS : 1;
}

function isWithin(element: ParentNode, outer: ParentNode): boolean {
  let at: ParentNode | null = element;
  while (at instanceof Element) {
    if (at === outer) return true;
    at = at.parent;
  }
  return at === outer;
}
