import { Element, type ParentNode, Text } from 'domhandler';
import { visible } from './inline-text.ts';
import { type Dropped, walk } from './tree.ts';

/**
 * The invariant of every page: the letters and digits of the article's element are those of its text,
 * in the same order, and the Markdown holds them all. Gives what is wrong, or `null`.
 */
export function lostWords(
  root: ParentNode,
  dropped: Dropped,
  text: string,
  body: string,
): string | null {
  const onPage = letters(textNodes(root, dropped));
  const inText = letters(text);
  if (onPage !== inText)
    return `the text differs from the page at “${firstDifference(onPage, inText)}”`;
  const inBody = letters(body.replace(/\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)/g, ']'));
  const missing = firstMissing(inText, inBody);
  return missing === null ? null : `the Markdown lacks “${missing}”`;
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function textNodes(root: ParentNode, dropped: Dropped): string {
  const parts: string[] = [];
  walk(root, (node) => {
    if (dropped.has(node)) return false;
    if (node instanceof Element && node.name === 'rt') return false;
    if (node instanceof Text) parts.push(node.data);
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
