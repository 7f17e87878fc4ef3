import { type ChildNode, Element, type ParentNode, Text } from 'domhandler';
import type { TextBlock } from './article.ts';
import {
  appendBreak,
  appendText,
  closeLink,
  emptyLine,
  type FinishedLine,
  finishLine,
  type Line,
} from './inline-text.ts';
import { BLOCK_TAGS, HEADING_TAGS } from './tag-kinds.ts';
import { type Dropped, lineage, walk } from './tree.ts';

/**
 * A run: text that a reader sees as one block. It ends where a block element begins or ends,
 * and at two line breaks in a row.
 */
export type TextRun = FinishedLine & {
  readonly kind: TextBlock['kind'];
  /** The innermost block element around it. */
  readonly element: ParentNode;
};

const PREFORMATTED = new Set(['pre', 'xmp', 'listing', 'plaintext']);
const EMPHASIS = new Set(['b', 'strong', 'em', 'i']);

/** Kinds by the nearest element that has one. */
const KIND_BY_TAG: Readonly<Record<string, TextBlock['kind']>> = {
  li: 'item',
  dt: 'item',
  dd: 'item',
  blockquote: 'quote',
  td: 'cell',
  th: 'cell',
  caption: 'cell',
  pre: 'preformatted',
  xmp: 'preformatted',
  listing: 'preformatted',
  plaintext: 'preformatted',
};

/** The runs read so far, the one being read, and the open elements that change how text is read. */
type Reader = {
  readonly dropped: Dropped;
  readonly isLayout: (table: Element) => boolean;
  readonly runs: TextRun[];
  readonly blocks: ParentNode[];
  readonly hrefs: (string | null)[];
  line: Line;
  preformatted: number;
  emphasised: number;
};

/** Reads the runs of text below `root`, in order. `isLayout` tells tables that only lay the page out. */
export function readRuns(
  root: ParentNode,
  dropped: Dropped,
  isLayout: (table: Element) => boolean = () => false,
): readonly TextRun[] {
  const reader: Reader = {
    dropped,
    isLayout,
    runs: [],
    blocks: [root],
    hrefs: [],
    line: emptyLine(),
    preformatted: root instanceof Element && PREFORMATTED.has(root.name) ? 1 : 0,
    emphasised: 0,
  };
  walk(
    root,
    (node) => enter(reader, node),
    (element) => leave(reader, element),
  );
  endRun(reader);
  return reader.runs;
}

function enter(reader: Reader, node: ChildNode): boolean {
  if (node instanceof Text) {
    if (!reader.dropped.has(node)) appendText(reader.line, node, stateOf(reader));
    return false;
  }
  if (!(node instanceof Element)) return false;
  const isBlock = BLOCK_TAGS.has(node.name);
  if (isBlock) endRun(reader);
  if (reader.dropped.has(node) || node.name === 'rt') return false;
  if (node.name === 'br' && appendBreak(reader.line)) endRun(reader);
  if (isBlock) reader.blocks.push(node);
  open(reader, node, 1);
  return true;
}

function leave(reader: Reader, element: Element): void {
  if (BLOCK_TAGS.has(element.name)) {
    endRun(reader);
    reader.blocks.pop();
  }
  if (element.name === 'a') closeLink(reader.line);
  open(reader, element, -1);
}

function endRun(reader: Reader): void {
  const { line } = reader;
  if (line.nodes.length === 0) return;
  reader.line = emptyLine();
  const finished = finishLine(line);
  if (finished.text === '') return;
  const element = reader.blocks[reader.blocks.length - 1] as ParentNode;
  reader.runs.push({ ...finished, kind: kindOf(reader.blocks, reader.isLayout), element });
}

function open(reader: Reader, element: Element, by: 1 | -1): void {
  if (PREFORMATTED.has(element.name)) reader.preformatted += by;
  if (EMPHASIS.has(element.name)) reader.emphasised += by;
  if (element.name !== 'a') return;
  if (by === 1) reader.hrefs.push(element.attribs['href'] ?? null);
  else reader.hrefs.pop();
}

function stateOf(reader: Reader) {
  return {
    isPreformatted: reader.preformatted > 0,
    isEmphasised: reader.emphasised > 0,
    href: reader.hrefs[reader.hrefs.length - 1] ?? null,
  };
}

/** By the innermost of the open blocks that has a kind; a heading around it comes first. */
function kindOf(
  blocks: readonly ParentNode[],
  isLayout: (table: Element) => boolean,
): TextBlock['kind'] {
  let kind: TextBlock['kind'] | undefined;
  for (let at = blocks.length - 1; at >= 0; at--) {
    const block = blocks[at];
    if (!(block instanceof Element)) continue;
    if (HEADING_TAGS.has(block.name)) return 'heading';
    kind ??=
      KIND_BY_TAG[block.name] === 'cell' ? cellKind(block, isLayout) : KIND_BY_TAG[block.name];
  }
  return kind ?? 'paragraph';
}

/** A cell of a table that only lays the page out is whatever stands around the table. */
function cellKind(cell: Element, isLayout: (table: Element) => boolean): TextBlock['kind'] {
  const table = lineage(cell).find((outer) => outer.name === 'table');
  return table && isLayout(table) ? 'paragraph' : 'cell';
}
