import type { Element, ParentNode } from 'domhandler';
import type { SiteRule } from '../../config/sites.ts';
import { dropCaptions } from './captions.ts';
import { chooseRoot } from './choose-root.ts';
import { dropOtherArticles } from './other-articles.ts';
import type { PageTree } from './page-builder.ts';
import type { PageMetadata } from './page-metadata.ts';
import { outlineOf, type PageOutline } from './page-outline.ts';
import { prunePage } from './prune-page.ts';
import { holdsRepeated, type Repetition, repetitionOf } from './repeated-body.ts';
import { selectEvery, selectOne } from './site-rule.ts';
import { findCards, isInCard } from './teaser-cards.ts';
import { dropTitledSections } from './titled-sections.ts';
import type { Dropped } from './tree.ts';

/** Teasers speak against an element that holds them. */
const CARD_WEIGHT = -0.5;

export type PageToSearch = {
  readonly page: PageTree;
  readonly body: ParentNode;
  readonly metadata: PageMetadata;
  readonly whole: PageOutline;
  readonly headline: Element | null;
  readonly rule: SiteRule | null;
};

export type ArticlePlace = {
  readonly root: ParentNode;
  /** How it was chosen: by the site's rule, or because most text stands in it. */
  readonly rootRule: 'site-rule:body' | 'most-text';
  readonly captions: readonly Element[];
  readonly repetition: Repetition;
};

/** Drops what is not the article, from the surest rule to the weakest, and chooses the element of its text. */
export function locateArticle(search: PageToSearch, dropped: Dropped): ArticlePlace {
  const { page, body, metadata, whole, headline, rule } = search;
  for (const element of selectEvery(page.document, rule, 'drop')) dropped.set(element, 'site-rule');
  const repetition = repetitionOf(metadata, whole);
  const captions = dropCaptions(body, whole, dropped);
  const isRepeated = (element: ParentNode) => holdsRepeated(whole, repetition, element);
  prunePage(body, whole, { headline, isRepeated }, dropped);
  dropTitledSections(body, whole, headline, dropped);
  dropOtherArticles(body, whole, headline, dropped);
  const cards = findCards(body, whole, headline, dropped);
  const outline = outlineOf(body, dropped, (run) =>
    isInCard(run, cards) ? CARD_WEIGHT : repetition.weigh(run),
  );
  const byRule = selectOne(page.document, rule, 'body');
  const root = byRule ?? chooseRoot(body, outline);
  for (const card of cards) dropped.set(card, 'teaser-card');
  return { root, rootRule: byRule ? 'site-rule:body' : 'most-text', captions, repetition };
}
