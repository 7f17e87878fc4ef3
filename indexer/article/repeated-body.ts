import type { ParentNode } from 'domhandler';
import { textOf } from './json-ld.ts';
import type { PageMetadata } from './page-metadata.ts';
import type { PageOutline } from './page-outline.ts';
import { bare } from './site-name.ts';
import type { TextRun } from './text-runs.ts';

/** Bounds of the comparison; a longer page is judged by its looks alone. */
const MAX_BODY = 200_000;
const MAX_RUNS = 4_000;
const MIN_BODY = 250;
const MIN_RUN = 18;
const COMPARED = 70;

/** A run that the metadata repeat counts this much more when the article's element is chosen. */
const WEIGHT = 1.6;
const WEIGHT_OF_OTHERS = 0.5;

/** Which runs of the page its metadata repeat as the article's body. */
export type Repetition = {
  readonly has: (run: TextRun) => boolean;
  readonly weigh: (run: TextRun) => number;
};

const NONE: Repetition = { has: () => false, weigh: () => 1 };

/**
 * Compares the page with JSON-LD's `articleBody`: an anchor for choosing the element and a shield for
 * its lines, never a source of text. It counts only when the page prints a good part of it.
 */
export function repetitionOf(metadata: PageMetadata, outline: PageOutline): Repetition {
  const declared = longestBody(metadata);
  if (declared.length < MIN_BODY || outline.runs.length > MAX_RUNS) return NONE;
  const repeated = new Set<string>();
  let covered = 0;
  for (const run of outline.runs) {
    const key = bare(run.text).slice(0, COMPARED);
    if (key.length < MIN_RUN || !declared.includes(key)) continue;
    if (!repeated.has(key)) covered += bare(run.text).length;
    repeated.add(key);
  }
  if (covered < declared.length * 0.4) return NONE;
  const has = (run: TextRun) => repeated.has(bare(run.text).slice(0, COMPARED));
  return { has, weigh: (run) => (has(run) ? WEIGHT : WEIGHT_OF_OTHERS) };
}

/** Whether at least one run in ten of an element is repeated. */
export function holdsRepeated(
  outline: PageOutline,
  repetition: Repetition,
  element: ParentNode,
): boolean {
  const interval = outline.intervals.get(element);
  if (!interval) return false;
  return outline.runs
    .slice(interval.from, interval.to)
    .some((run) => run.text.length > 60 && repetition.has(run));
}

function longestBody(metadata: PageMetadata): string {
  const bodies = metadata.articles.flatMap((article) => {
    const body = textOf(article['articleBody']);
    return body && body.length <= MAX_BODY
      ? [bareAll(body.replace(/<[^<>]{0,500}>/g, ' ').replace(/&#?\w{1,8};/g, ' '))]
      : [];
  });
  return bodies.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
}

function bareAll(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
