import { Element, type ParentNode } from 'domhandler';
import type { PageOutline } from './page-outline.ts';
import { bare } from './site-name.ts';
import { textBelow } from './tree.ts';

const REACH = 14;

/** Runs between headline and text, and all lines near them, nearest first. */
export function surroundingsOf(whole: PageOutline, headline: Element | null, root: ParentNode) {
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
  // A date has a line of its own, also where lines are parted by `<br>` alone; one in a quotation,
  // such as an embedded post, is that of what is quoted.
  const lines = near
    .filter(({ text, kind }) => text.length < 400 && kind !== 'quote')
    .flatMap(({ text }) => text.split('\n'));
  return { before, near: lines };
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
