import { Element, type ParentNode, Text } from 'domhandler';
import type { ArticleOnPage } from './find-article.ts';
import { visible } from './inline-text.ts';
import { SOURCE_LINE_RULE } from './source-lines.ts';
import { type Dropped, walk } from './tree.ts';

/** What of an article the check looks at. */
type CheckedArticle = Pick<ArticleOnPage, 'root' | 'dropped' | 'sources'>;

/**
 * The invariant of every page: the letters and digits of the article's element are those of its text
 * and of its source lines, in the same order, and the Markdown holds all of the text. Gives what is
 * wrong, or `null`.
 */
export function lostWords(
  { root, dropped, sources }: CheckedArticle,
  text: string,
  body: string,
): string | null {
  const inText = letters(text);
  const inBody = letters(body.replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ']'));
  const inSources = letters(sources.map((source) => source.text).join(''));
  const missing = firstMissing(inText, inBody);
  return (
    difference('text', letters(wordsBelow(root, dropped, false)), inText) ??
    difference('source lines', letters(wordsBelow(root, dropped, true)), inSources) ??
    (missing === null ? null : `the Markdown lacks “${missing}”`)
  );
}

function difference(what: string, onPage: string, read: string): string | null {
  if (onPage === read) return null;
  return `the ${what} differs from the page at “${firstDifference(onPage, read)}”`;
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What a reader sees below the element: of the text, or of the source lines taken out of it. */
function wordsBelow(root: ParentNode, dropped: Dropped, inSourceLines: boolean): string {
  const parts: string[] = [];
  walk(root, (node) => {
    const rule = dropped.get(node);
    if (rule !== undefined && rule !== SOURCE_LINE_RULE) return false;
    if (node instanceof Element && node.name === 'rt') return false;
    const isInSource = rule === SOURCE_LINE_RULE;
    if (node instanceof Text && isInSource === inSourceLines) parts.push(node.data);
    return undefined;
  });
  return visible(parts.join(''));
}

function firstDifference(left: string, right: string): string {
  let at = 0;
  while (at < left.length && left[at] === right[at]) at += 1;
  return (left.slice(at, at + 40) || right.slice(at, at + 40)).trim();
}

/** The first letters that are no subsequence of `holder`; `null` when all are in it, in order. */
function firstMissing(wanted: string, holder: string): string | null {
  let at = 0;
  for (let index = 0; index < wanted.length; index++) {
    at = holder.indexOf(wanted[index] ?? '', at) + 1;
    if (at === 0) return wanted.slice(index, index + 40);
  }
  return null;
}
