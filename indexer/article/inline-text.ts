import type { Text } from 'domhandler';
import type { BlockLink } from './article.ts';

/** How a piece of text stands on the page. */
export type InlineState = {
  readonly isPreformatted: boolean;
  readonly isEmphasised: boolean;
  /** Target of the link around it. */
  readonly href: string | null;
};

/**
 * A block's text under construction; white space is pending until a word follows. The text is held in
 * parts, with its length and last character: looking at a growing string copies it each time.
 */
export type Line = {
  readonly parts: string[];
  length: number;
  last: string;
  space: '' | ' ' | '\n';
  links: BlockLink[];
  open: { start: number; href: string } | null;
  linked: number;
  emphasised: number;
  nodes: Text[];
  breaks: number[];
};

export type FinishedLine = {
  readonly text: string;
  readonly links: readonly BlockLink[];
  readonly linked: number;
  readonly emphasised: number;
  readonly nodes: readonly Text[];
  /** How many of the nodes stand before each line break. */
  readonly breaks: readonly number[];
};

/** White space of HTML and of typography. */
const SPACES = /[\s\u0085]+/g;
const OPENING_SPACE = /^[\s\u0085]+/;
const CLOSING_SPACE = /[\s\u0085]/;

/** Soft hyphens, zero-width spaces and direction marks: they hide words from a search. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff\u180e\u202a-\u202e\u2066-\u2069]/g;

/** Joiners have a meaning in Arabic and Indic scripts and in emoji, and none elsewhere. */
const JOINER =
  /(?<![\p{M}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}])[\u200c\u200d]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;

const WIDE_SET =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef]';
const WIDE = new RegExp(WIDE_SET, 'u');

/** A line wrap of the source between two Chinese or Japanese characters is no space. */
const WIDE_WRAP = new RegExp(`(?<=${WIDE_SET})[\\t ]*[\\r\\n][\\t\\r\\n ]*(?=${WIDE_SET})`, 'gu');

export function emptyLine(): Line {
  return {
    parts: [],
    length: 0,
    last: '',
    space: '',
    links: [],
    open: null,
    linked: 0,
    emphasised: 0,
    nodes: [],
    breaks: [],
  };
}

/** Takes line wraps between wide characters out of a text. */
export function withoutWideWraps(text: string): string {
  return text.includes('\n') && WIDE.test(text) ? text.replace(WIDE_WRAP, '') : text;
}

/** Removes what no reader sees: soft hyphens, zero-width characters, control characters. */
export function visible(text: string): string {
  const shown = text.replace(INVISIBLE, '').replace(CONTROL, '');
  return /[\u200c\u200d]/.test(shown) ? shown.replace(JOINER, '') : shown;
}

/** Adds a text node's words to the line, with white space as a browser would show it. */
export function appendText(line: Line, node: Text, state: InlineState): void {
  line.nodes.push(node);
  const text = visible(node.data);
  if (state.isPreformatted) {
    append(line, text.replace(/\u00a0/g, ' '), state);
    return;
  }
  const opening = OPENING_SPACE.exec(text)?.[0] ?? '';
  const words = withoutWideWraps(text.slice(opening.length)).replace(SPACES, ' ');
  if (opening !== '') addSpace(line, opening);
  if (words === '') return;
  const isOpenEnded = words.endsWith(' ');
  append(line, isOpenEnded ? words.slice(0, -1) : words, state);
  if (isOpenEnded) addSpace(line, closingSpaceOf(text));
}

/** The white space at the end of a text. */
function closingSpaceOf(text: string): string {
  let at = text.length;
  while (at > 0 && CLOSING_SPACE.test(text.charAt(at - 1))) at -= 1;
  return text.slice(at);
}

/** A line break of the author's; a second one in a row ends the block: returns true then. */
export function appendBreak(line: Line): boolean {
  line.space = '';
  if (line.length === 0 || line.last === '\n') return true;
  closeLink(line);
  push(line, '\n');
  line.breaks.push(line.nodes.length);
  return false;
}

export function finishLine(line: Line): FinishedLine {
  closeLink(line);
  const text = line.parts.join('').trimEnd();
  const links = line.links
    .map((link) => ({ ...link, end: Math.min(link.end, text.length) }))
    .filter((link) => link.end > link.start);
  const { linked, emphasised, nodes, breaks } = line;
  return { text, links, linked, emphasised, nodes, breaks };
}

export function closeLink(line: Line): void {
  if (!line.open) return;
  const { start, href } = line.open;
  if (line.length > start) line.links.push({ start, end: line.length, href });
  line.open = null;
}

/** Notes white space; a mere line wrap may turn out to be none. */
function addSpace(line: Line, piece: string): void {
  if (line.length === 0 || line.last === '\n' || line.space === ' ') return;
  line.space = /^[\t\r\n ]*$/.test(piece) && piece.includes('\n') ? '\n' : ' ';
}

function append(line: Line, words: string, state: InlineState): void {
  if (words === '') return;
  const isWrap = line.space === '\n' && WIDE.test(line.last) && WIDE.test(words.charAt(0));
  if (line.space !== '' && !isWrap) push(line, ' ');
  line.space = '';
  if (line.open && line.open.href !== state.href) closeLink(line);
  if (!line.open && state.href !== null) line.open = { start: line.length, href: state.href };
  push(line, words);
  if (state.href === null && !state.isEmphasised) return;
  const letters = words.replace(/ /g, '').length;
  if (state.href !== null) line.linked += letters;
  if (state.isEmphasised) line.emphasised += letters;
}

function push(line: Line, text: string): void {
  line.parts.push(text);
  line.length += text.length;
  line.last = text.charAt(text.length - 1);
}
