import { type ChildNode, Element, type ParentNode } from 'domhandler';
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
    if (!own.attribs['class'] || goodIn(outline, own) < ENOUGH) continue;
    for (const later of likePartsBehind(own)) {
      const isStory = hasOwnLines(later) && elementsOf(later, isTitle).length > 0;
      if (isStory) dropped.set(later, 'other-article');
    }
  }
}

function likePartsBehind(part: Element): Element[] {
  const siblings: readonly ChildNode[] = part.parent?.children ?? [];
  return siblings.slice(siblings.indexOf(part) + 1).flatMap((next) => {
    if (!(next instanceof Element) || next.name !== part.name) return [];
    return next.attribs['class'] === part.attribs['class'] ? [next] : [];
  });
}
