import type { Separator } from './dateline-match.ts';

const DASH = /\s?[.,]?\s?(?:[-–—―‒−_]{1,3}|=)/y;
const COLON = /\s?(?:[.,]\s?)?[:፦]/y;
const STOP = /\s?[.。।](?=\s|$|[^\s\p{L}\p{N}]|\p{Lu})/uy;
const REST = /[^\S\n]*(?:\n|$)/y;

/**
 * Reads what parts the dateline from the news. Where nothing does, the kind is `none` (a space),
 * `glued` (not even that) or `end` (the block ends).
 */
export function readSeparator(text: string, at: number): Separator {
  for (const [kind, pattern] of [
    ['dash', DASH],
    ['colon', COLON],
    ['stop', STOP],
    ['end', REST],
  ] as const) {
    const end = endOf(pattern, text, at);
    if (end !== null) return { kind, end: kind === 'end' ? at : end };
  }
  return { kind: /\s/.test(text.charAt(at)) ? 'none' : 'glued', end: at };
}

/** End of a sticky pattern's match at `at`; `null` when it does not match there. */
export function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found ? at + found[0].length : null;
}

const OPENER = /\s*["'“”„«»‘’「『《[(]*\s*/y;

/** Whether the news can begin here: with a capital, a quotation, a digit or a script without case. */
export function beginsNews(text: string, at: number): boolean {
  const first = text.slice(endOf(OPENER, text, at) ?? at).match(/^./u)?.[0] ?? '';
  return first === '' || !/\p{Ll}/u.test(first);
}
