import { Element, type ParentNode } from 'domhandler';
import type { SiteRule } from '../../config/sites.ts';
import type { Found, TextBlock } from './article.ts';
import { findByline } from './byline.ts';
import { captionsIn, dropCaptions } from './captions.ts';
import { chooseRoot } from './choose-root.ts';
import { cleanArticle, dropRun } from './clean-article.ts';
import { findHeadline, type Headline } from './headline.ts';
import type { PageTree } from './page-builder.ts';
import { oneLine, type PageMetadata } from './page-metadata.ts';
import { outlineOf, type PageOutline } from './page-outline.ts';
import { prunePage } from './prune-page.ts';
import { holdsRepeated, repetitionOf } from './repeated-body.ts';
import { bare } from './site-name.ts';
import { selectEvery, selectOne } from './site-rule.ts';
import { findStandfirst } from './standfirst.ts';
import { isLayoutTable } from './tables.ts';
import { readRuns, type TextRun } from './text-runs.ts';
import { bodyOf, type Dropped, elementsOf, isInside, textBelow } from './tree.ts';

/** The article on the page: its element, what was taken out of it, and what stands around it. */
export type ArticleOnPage = {
  readonly root: ParentNode;
  readonly dropped: Dropped;
  readonly blocks: readonly TextBlock[];
  readonly headline: Headline;
  readonly standfirst: Found<string> | null;
  readonly byline: Found<string> | null;
  readonly captions: readonly string[];
  /** Texts beside headline and text, nearest first, in which dates are printed. */
  readonly near: readonly string[];
};

const isHead = (element: Element) => element.name === 'head' || element.name === 'title';

/** Finds headline, text and what belongs to them; the tree stays as it is, `dropped` grows. */
export function findArticle(
  page: PageTree,
  metadata: PageMetadata,
  url: string | null,
  rule: SiteRule | null,
): ArticleOnPage {
  const body = bodyOf(page.document);
  const dropped: Dropped = new Map();
  for (const head of elementsOf(page.document, isHead)) dropped.set(head, 'head');
  for (const element of selectEvery(page.document, rule, 'drop')) dropped.set(element, 'site-rule');
  const whole = outlineOf(body, dropped);
  const repetition = repetitionOf(metadata, whole);
  const headline = headlineOf(page, body, metadata, url, rule);
  const captions = dropCaptions(body, whole, dropped);
  prunePage(
    body,
    whole,
    {
      headline: headline.element,
      isRepeated: (element) => holdsRepeated(whole, repetition, element),
    },
    dropped,
  );
  const outline = outlineOf(body, dropped, repetition.weigh);
  const root = selectOne(page.document, rule, 'body') ?? chooseRoot(body, outline);
  const around = surroundingsOf(whole, headline.element, root);
  const byline = bylineOf(page, body, metadata, around.near, rule);
  const title = headline.found?.value ?? null;
  const isHeadline = (run: TextRun) =>
    run.element === headline.element || (title !== null && bare(run.text) === bare(title));
  const standfirst = findStandfirst(metadata, {
    before: around.before,
    text: readRuns(root, dropped),
    headline: title,
    isHeadline,
  });
  if (standfirst?.run) dropRun(standfirst.run, 'standfirst', dropped);
  if (headline.element && isInside(headline.element, root))
    dropped.set(headline.element, 'headline');
  cleanArticle(
    root,
    { headline: title, byline: byline?.value ?? null, isRepeated: repetition.has },
    dropped,
  );
  return {
    root,
    dropped,
    blocks: blocksOf(readRuns(root, dropped, isLayoutTable)),
    headline,
    standfirst: standfirst?.found ?? null,
    byline,
    captions: captionsIn(root, captions),
    near: around.near,
  };
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
  const value = oneLine(textBelow(element));
  return {
    element,
    found: { value, evidence: { rule: 'site-rule:headline', printed: value, confidence: 'high' } },
  };
}

function bylineOf(
  page: PageTree,
  body: ParentNode,
  metadata: PageMetadata,
  near: readonly string[],
  rule: SiteRule | null,
): Found<string> | null {
  const element = selectOne(page.document, rule, 'byline');
  if (!element) return findByline(body, metadata, near);
  const value = oneLine(textBelow(element));
  return { value, evidence: { rule: 'site-rule:byline', printed: value, confidence: 'high' } };
}

const REACH = 14;

/** Runs between headline and text, and all texts near them, nearest first. */
function surroundingsOf(whole: PageOutline, headline: Element | null, root: ParentNode) {
  const { runs } = whole;
  const text = whole.intervals.get(root) ?? { from: 0, to: runs.length };
  const title = headline
    ? (whole.intervals.get(headline) ?? intervalOfInline(whole, headline))
    : undefined;
  const start = title ? title.to : text.from;
  const before =
    title && title.to < text.from
      ? runs.slice(title.to, Math.min(text.from, title.to + REACH))
      : [];
  const near = [
    ...runs.slice(start, start + REACH),
    ...runs.slice(Math.max(0, (title?.from ?? text.from) - 6), title?.from ?? text.from).reverse(),
    ...runs.slice(text.from, text.from + 4),
    ...runs.slice(Math.max(text.from, text.to - 3), text.to + 3),
  ];
  return { before, near: near.map((run) => run.text).filter((one) => one.length < 400) };
}

/** An inline headline (`<font><b>…`) has no interval of its own: that of the block around it. */
function intervalOfInline(whole: PageOutline, headline: Element) {
  for (let at = headline.parent; at instanceof Element; at = at.parent) {
    const interval = whole.intervals.get(at);
    if (!interval) continue;
    const own = bare(textBelow(headline));
    for (let index = interval.from; index < interval.to; index++) {
      if (bare(whole.runs[index]?.text ?? '') === own) return { from: index, to: index + 1 };
    }
    return undefined;
  }
  return undefined;
}

function blocksOf(runs: readonly TextRun[]): TextBlock[] {
  let start = 0;
  return runs.map(({ kind, text, links }) => {
    const block = { kind, text, start, links };
    start += text.length + 2;
    return block;
  });
}
