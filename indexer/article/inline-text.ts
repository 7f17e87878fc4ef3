import type { Text } from 'domhandler';
import type { BlockLink } from './article.ts';

/** How a piece of text stands on the page. */
export type InlineState = {
  readonly isPreformatted: boolean;
  readonly isEmphasised: boolean;
  /** Target of the link around it. */
  readonly href: string | null;
};

/** A block's text under construction; white space is pending until a word follows. */
export type Line = {
  text: string;
  space: '' | ' ' | '\n';
  links: BlockLink[];
  open: { start: number; href: string } | null;
  linked: number;
  emphasised: number;
  nodes: Text[];
};

export type FinishedLine = {
  readonly text: string;
  readonly links: readonly BlockLink[];
  readonly linked: number;
  readonly emphasised: number;
  readonly nodes: readonly Text[];
};

/** White space of HTML and the spaces that typography adds. */
const PIECES = /[\s\u00a0\u0085]+|[^\s\u00a0\u0085]+/g;

/** Soft hyphens, zero-width spaces and direction marks: they hide words from a search. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff\u180e\u202a-\u202e\u2066-\u2069]/g;

/** Joiners have a meaning in Arabic and Indic scripts and in emoji, and none elsewhere. */
const JOINER =
  /(?<![\p{M}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}])[\u200c\u200d]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

export function emptyLine(): Line {
  return { text: '', space: '', links: [], open: null, linked: 0, emphasised: 0, nodes: [] };
}

/** Removes what no reader sees: soft hyphens, zero-width characters, control characters. */
export function visible(text: string): string {
  const shown = text.replace(INVISIBLE, '').replace(CONTROL, '');
  return /[\u200c\u200d]/.test(shown) ? shown.replace(JOINER, '') : shown;
}

/** Adds a text node's words to the line, with white space as a browser would show it. */
export function appendText(line: Line, node: Text, state: InlineState): void {
  line.nodes.push(node);
  if (state.isPreformatted) {
    appendWord(line, visible(node.data.replace(/\u00a0/g, ' ')), state);
    return;
  }
  for (const piece of node.data.match(PIECES) ?? []) {
    if (/^[\s\u00a0\u0085]/.test(piece)) addSpace(line, piece);
    else {
      const word = visible(piece);
      if (word !== '') appendWord(line, word, state);
    }
  }
}

/** A line break of the author's; a second one in a row ends the block: returns true then. */
export function appendBreak(line: Line): boolean {
  line.space = '';
  if (line.text === '') return true;
  if (line.text.endsWith('\n')) return true;
  closeLink(line);
  line.text += '\n';
  return false;
}

export function finishLine(line: Line): FinishedLine {
  closeLink(line);
  const text = line.text.trimEnd();
  const links = line.links
    .map((link) => ({ ...link, end: Math.min(link.end, text.length) }))
    .filter((link) => link.end > link.start);
  return { text, links, linked: line.linked, emphasised: line.emphasised, nodes: line.nodes };
}

function addSpace(line: Line, piece: string): void {
  if (line.text === '' || line.text.endsWith('\n')) return;
  if (line.space !== ' ')
    line.space = piece.includes('\n') && !/[^\s]|\u00a0/.test(piece) ? '\n' : ' ';
}

function appendWord(line: Line, word: string, state: InlineState): void {
  if (line.space === ' ' || (line.space === '\n' && !isWideJoin(line.text, word))) line.text += ' ';
  line.space = '';
  if (line.open && line.open.href !== state.href) closeLink(line);
  if (!line.open && state.href !== null) line.open = { start: line.text.length, href: state.href };
  line.text += word;
  if (state.href !== null) line.linked += word.length;
  if (state.isEmphasised) line.emphasised += word.length;
}

/** A line wrap of the source between two Chinese or Japanese characters is no space. */
function isWideJoin(before: string, after: string): boolean {
  return WIDE.test(before.slice(-1)) && WIDE.test(after.slice(0, 1));
}

export function closeLink(line: Line): void {
  if (!line.open) return;
  const { start, href } = line.open;
  if (line.text.length > start) line.links.push({ start, end: line.text.length, href });
  line.open = null;
}
