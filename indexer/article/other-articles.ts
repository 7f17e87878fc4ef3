import { Element, type ParentNode } from 'domhandler';
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
  dropLaterStories(headline, outline, dropped);
  const own = lineage(headline).find((element) => element.name === 'article');
  if (!own || goodIn(outline, own) < ENOUGH) return;
  for (const other of elementsOf(body, (element) => element.name === 'article', dropped)) {
    if (other === own || isInside(other, own) || isInside(own, other)) continue;
    dropped.set(other, 'other-article');
  }
}

/** What a story has of its own and a chapter of one has not. */
const OWN_LINES = /(?:^|[\s_-])(?:byline|author|date|dateline|timestamp|published)(?=$|[\s_-])/i;

function hasOwnLines(story: Element): boolean {
  const isOwn = ({ name, attribs }: Element) =>
    name === 'time' || attribs['rel'] === 'author' || OWN_LINES.test(attribs['class'] ?? '');
  return elementsOf(story, isOwn).length > 0;
}

/** The same where stories are no `<article>`: like parts behind the one with the headline, each under its own `<h1>`. */
function dropLaterStories(headline: Element, outline: PageOutline, dropped: Dropped): void {
  const isTitle = (element: Element) => element.name === 'h1' && element !== headline;
  for (const own of lineage(headline)) {
    const names = own.attribs['class'];
    if (!names || goodIn(outline, own) < ENOUGH) continue;
    for (let next = own.next; next; next = next.next) {
      if (!(next instanceof Element) || next.name !== own.name) continue;
      if (next.attribs['class'] !== names || !hasOwnLines(next)) continue;
      if (elementsOf(next, isTitle).length > 0) dropped.set(next, 'other-article');
    }
  }
}
