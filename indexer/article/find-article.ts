import type { Element, ParentNode } from 'domhandler';
import type { SiteRule } from '../../config/sites.ts';
import type { Found, SourceLine, TextBlock } from './article.ts';
import { surroundingsOf } from './article-surroundings.ts';
import { findByline } from './byline.ts';
import { captionsIn } from './captions.ts';
import { cleanArticle, dropRun } from './clean-article.ts';
import { findHeadline, type Headline } from './headline.ts';
import { type ArticlePlace, locateArticle } from './locate-article.ts';
import type { PageTree } from './page-builder.ts';
import { oneLine, type PageMetadata } from './page-metadata.ts';
import { outlineOf, type PageOutline } from './page-outline.ts';
import { bare } from './site-name.ts';
import { selectOne } from './site-rule.ts';
import { sourceLinesAround, takeSourceLines } from './source-lines.ts';
import { findStandfirst } from './standfirst.ts';
import { isLayoutTable } from './tables.ts';
import { readRuns, type TextRun } from './text-runs.ts';
import { bodyOf, type Dropped, elementsOf, isInside, textBelow } from './tree.ts';

/** The article on the page: its element, what was taken out of it, and what stands around it. */
export type ArticleOnPage = {
  readonly root: ParentNode;
  readonly rootRule: ArticlePlace['rootRule'];
  readonly dropped: Dropped;
  readonly blocks: readonly TextBlock[];
  readonly headline: Headline;
  readonly standfirst: Found<string> | null;
  readonly byline: Found<string> | null;
  readonly captions: readonly string[];
  /** Source lines taken out of the article's element, and those that stand around it. */
  readonly sources: readonly SourceLine[];
  readonly sourcesAround: ReturnType<typeof sourceLinesAround>;
  /** Texts beside headline and text, nearest first, in which dates are printed. */
  readonly near: readonly string[];
};

const isHead = (element: Element) => element.name === 'head' || element.name === 'title';

/** Blocks and characters of a page beyond these are no page of dispatches, and would take minutes. */
const MAX_RUNS = 40_000;
const MAX_PAGE_TEXT = 4_000_000;

function isBeyondMeasure({ runs }: PageOutline): boolean {
  if (runs.length > MAX_RUNS) return true;
  return runs.reduce((sum, run) => sum + run.text.length, 0) > MAX_PAGE_TEXT;
}

/** Finds headline, text and what belongs to them; `null` when the page is too large. The tree stays as it is. */
export function findArticle(
  page: PageTree,
  metadata: PageMetadata,
  url: string | null,
  rule: SiteRule | null,
): ArticleOnPage | null {
  const body = bodyOf(page.document);
  const dropped: Dropped = new Map();
  for (const head of elementsOf(page.document, isHead)) dropped.set(head, 'head');
  const whole = outlineOf(body, dropped);
  if (isBeyondMeasure(whole)) return null;
  const heading = headlineOf(page, body, metadata, url, rule);
  const place = locateArticle(
    { page, body, metadata, whole, headline: heading.element, rule },
    dropped,
  );
  const around = surroundingsOf(whole, heading.element, place.root);
  const byline = bylineOf(page, body, metadata, around.near, rule);
  const sources = takeSourceLines(place.root, dropped);
  const opening = { heading, before: around.before, root: place.root };
  const standfirst = standfirstOf(page, metadata, opening, rule, dropped);
  cleanArticle(
    place.root,
    {
      headline: heading.found?.value ?? null,
      byline: byline?.value ?? null,
      isRepeated: place.repetition.has,
    },
    dropped,
  );
  return {
    root: place.root,
    rootRule: place.rootRule,
    dropped,
    blocks: blocksOf(readRuns(place.root, dropped, isLayoutTable)),
    headline: heading,
    standfirst,
    byline,
    captions: captionsIn(place.root, place.captions),
    sources,
    sourcesAround: sourceLinesAround(whole, around.before, place.root),
    near: around.near,
  };
}

type Opening = {
  readonly heading: Headline;
  readonly before: readonly TextRun[];
  readonly root: ParentNode;
};

/** Finds the standfirst and takes it and the headline out of the text. */
function standfirstOf(
  page: PageTree,
  metadata: PageMetadata,
  { heading, before, root }: Opening,
  rule: SiteRule | null,
  dropped: Dropped,
): Found<string> | null {
  const title = heading.found ? bare(heading.found.value) : null;
  const isHeadline = (run: TextRun) =>
    run.element === heading.element || (title !== null && bare(run.text) === title);
  const text = readRuns(root, dropped);
  if (heading.element && isInside(heading.element, root)) dropped.set(heading.element, 'headline');
  const element = selectOne(page.document, rule, 'standfirst');
  if (element) {
    dropped.set(element, 'standfirst');
    return foundBySiteRule(element, 'standfirst');
  }
  const headline = heading.found?.value ?? null;
  const found = findStandfirst(metadata, { before, text, headline, isHeadline });
  if (found?.run) dropRun(found.run, 'standfirst', dropped);
  return found?.found ?? null;
}

function foundBySiteRule(element: Element, field: string): Found<string> {
  const value = oneLine(textBelow(element));
  return { value, evidence: { rule: `site-rule:${field}`, printed: value, confidence: 'high' } };
}

function headlineOf(
  page: PageTree,
  body: ParentNode,
  metadata: PageMetadata,
  url: string | null,
  rule: SiteRule | null,
): Headline {
  const element = selectOne(page.document, rule, 'headline');
  if (!element) return findHeadline(body, metadata, url);
  return { element, found: foundBySiteRule(element, 'headline') };
}

function bylineOf(
  page: PageTree,
  body: ParentNode,
  metadata: PageMetadata,
  near: readonly string[],
  rule: SiteRule | null,
): Found<string> | null {
  const element = selectOne(page.document, rule, 'byline');
  return element ? foundBySiteRule(element, 'byline') : findByline(body, metadata, near);
}

function blocksOf(runs: readonly TextRun[]): TextBlock[] {
  let start = 0;
  return runs.map(({ kind, text, links }) => {
    const block = { kind, text, start, links };
    start += text.length + 2;
    return block;
  });
}
