import { Element } from 'domhandler';
import type { Article, Found, TraceLine } from './article.ts';
import type { ArticleOnPage } from './find-article.ts';
import { oneLine } from './page-metadata.ts';
import { isInside, pathOf, textBelow } from './tree.ts';

const SHOWN = 60;
const FIELDS = ['headline', 'standfirst', 'byline', 'published', 'language'] as const;

/** What was chosen, dropped and read from where, one line each. */
export function traceOf(article: Article, page: ArticleOnPage): TraceLine[] {
  return [
    chosenLine(article, page),
    ...droppedLines(page),
    ...FIELDS.flatMap((name) => fieldLine(name, article[name])),
  ];
}

function chosenLine(article: Article, { root }: ArticleOnPage): TraceLine {
  const where = root instanceof Element ? pathOf(root) : 'document';
  return { step: 'chosen', rule: 'most-text', where, text: article.text.slice(0, SHOWN) };
}

function droppedLines({ dropped, root }: ArticleOnPage): TraceLine[] {
  const lines: TraceLine[] = [];
  for (const [node, rule] of dropped) {
    const words =
      node instanceof Element ? textBelow(node) : 'data' in node ? String(node.data) : '';
    const text = oneLine(words.slice(0, SHOWN * 4)).slice(0, SHOWN);
    if (text === '') continue;
    const place = isInside(node, root) ? '' : ' (outside the article)';
    lines.push({ step: 'dropped', rule: `${rule}${place}`, where: pathOf(node), text });
  }
  return lines;
}

function fieldLine(name: string, found: Found<string> | null): TraceLine[] {
  if (!found) return [];
  return [
    {
      step: 'field',
      rule: `${name}: ${found.evidence.rule}`,
      where: '',
      text: found.value.slice(0, SHOWN),
    },
  ];
}
