import type { Element, ParentNode } from 'domhandler';
import { goodIn, type PageOutline } from './page-outline.ts';
import { type Dropped, elementsOf, isInside, lineage } from './tree.ts';

/** Text from which an article that holds the headline is taken to be the page's. */
const ENOUGH = 80;

/**
 * Pages load further stories below the first: when the headline stands in an `<article>` with text,
 * the other articles beside it are other stories or teasers of them.
 */
export function dropOtherArticles(
  body: ParentNode,
  outline: PageOutline,
  headline: Element | null,
  dropped: Dropped,
): void {
  if (!headline) return;
  const own = lineage(headline).find((element) => element.name === 'article');
  if (!own || goodIn(outline, own) < ENOUGH) return;
  for (const other of elementsOf(body, (element) => element.name === 'article', dropped)) {
    if (other === own || isInside(other, own) || isInside(own, other)) continue;
    dropped.set(other, 'other-article');
  }
}
