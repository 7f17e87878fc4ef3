import { Element } from 'domhandler';
import type { Article, Found, TraceLine } from './article.ts';
import type { ArticleOnPage } from './find-article.ts';
import { oneLine } from './page-metadata.ts';
import { SOURCE_LINE_RULE } from './source-lines.ts';
import { isInside, pathOf, textBelow } from './tree.ts';

const SHOWN = 60;
const FIELDS = ['headline', 'standfirst', 'byline', 'published', 'language'] as const;

/** Rules that keep something apart from the text rather than drop it. */
const APART = new Set(['headline', 'standfirst', 'caption', SOURCE_LINE_RULE]);

/** What was chosen, dropped, kept apart and read from where, one line each. */
export function traceOf(article: Article, page: ArticleOnPage): TraceLine[] {
  return [...placeTrace(page), ...FIELDS.flatMap((name) => fieldLine(name, article[name]))];
}

/** The same of a page of which no article was made. */
export function placeTrace(page: ArticleOnPage): TraceLine[] {
  return [chosenLine(page), ...droppedLines(page)];
}

function chosenLine({ root, rootRule, blocks }: ArticleOnPage): TraceLine {
  const where = root instanceof Element ? pathOf(root) : 'document';
  return { step: 'chosen', rule: rootRule, where, text: shown(blocks[0]?.text ?? '') };
}

function droppedLines({ dropped, root }: ArticleOnPage): TraceLine[] {
  const lines: TraceLine[] = [];
  for (const [node, rule] of dropped) {
    const words =
      node instanceof Element ? textBelow(node) : 'data' in node ? String(node.data) : '';
    const text = shown(words);
    if (text === '') continue;
    const place = isInside(node, root) ? '' : ' (outside the article)';
    const step = APART.has(rule) ? 'apart' : 'dropped';
    lines.push({ step, rule: `${rule}${place}`, where: pathOf(node), text });
  }
  return lines;
}

function fieldLine(name: string, found: Found<string> | null): TraceLine[] {
  if (!found) return [];
  return [
    { step: 'field', rule: `${name}: ${found.evidence.rule}`, where: '', text: shown(found.value) },
  ];
}

function shown(text: string): string {
  return oneLine(text.slice(0, SHOWN * 4)).slice(0, SHOWN);
}
