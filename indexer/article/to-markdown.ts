import TurndownService from 'turndown';
import type { TextBlock } from './article.ts';

/** Above this, blocks are written one by one: turndown's work grows faster than the text. */
const MAX_FRAGMENT = 300_000;

const turndown = new TurndownService({
  headingStyle: 'atx',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '_',
  hr: '---',
});

turndown.addRule('cell', {
  filter: ['td', 'th'],
  replacement: (content, node) => cellOf(content, node as unknown as TableNode),
});
turndown.addRule('row', {
  filter: 'tr',
  replacement: (content, node) =>
    `\n${content}|${isFirstRow(node as unknown as TableNode) ? headRule(node as unknown as TableNode) : ''}`,
});
turndown.addRule('table', {
  filter: 'table',
  replacement: (content) => `\n\n${content.trim()}\n\n`,
});

/** Markdown of an article: by turndown from its fragment; very long ones block by block. */
export function toMarkdown(fragment: string, blocks: readonly TextBlock[]): string {
  if (fragment.length > MAX_FRAGMENT) return blocks.map(plainBlock).join('\n\n');
  return turndown
    .turndown(fragment)
    .replace(/\u00a0/g, ' ')
    .replace(/^(?:#{1,6}|-)[ \t]*$/gm, '')
    .replace(/(?: {2}\n){2,}|\n{3,}/g, '\n\n')
    .replace(/^(?:---\s*)+|(?:\n\n---)+\s*$/g, '')
    .trim();
}

const PREFIX: Readonly<Record<TextBlock['kind'], string>> = {
  paragraph: '',
  heading: '## ',
  item: '- ',
  quote: '> ',
  cell: '',
  preformatted: '    ',
};

function plainBlock(block: TextBlock): string {
  const lines = block.text.split('\n').map((line) => turndown.escape(line));
  return PREFIX[block.kind] + lines.join('  \n');
}

/** What a rule may ask of the node turndown hands it. */
type TableNode = {
  readonly parentNode: { readonly firstChild: unknown } | null;
  readonly childNodes: Iterable<TableNode>;
  readonly getAttribute?: (name: string) => string | null;
};

function cellOf(content: string, node: TableNode): string {
  const text = content
    .trim()
    .replace(/\|/g, '\\|')
    .replace(/\s*\n\s*/g, ' ');
  return `| ${text} ${'|  '.repeat(columnsOf(node) - 1)}`;
}

function isFirstRow(node: TableNode): boolean {
  return node.parentNode?.firstChild === node;
}

function headRule(node: TableNode): string {
  let columns = 0;
  for (const cell of node.childNodes) columns += columnsOf(cell);
  return `\n${'| --- '.repeat(columns)}|`;
}

function columnsOf(cell: TableNode): number {
  return Math.max(1, Number(cell.getAttribute?.('colspan') ?? 1));
}
