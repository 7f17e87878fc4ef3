import type { Element } from 'domhandler';
import { elementsOf, lineage, textBelow } from './tree.ts';

const LONG_CELL = 250;
const verdicts = new WeakMap<Element, boolean>();

/** Whether a table only lays the page out: nested, of one row or column, or with paragraphs in its cells. */
export function isLayoutTable(table: Element): boolean {
  const known = verdicts.get(table);
  if (known !== undefined) return known;
  const verdict = looksLikeLayout(table);
  verdicts.set(table, verdict);
  return verdict;
}

function looksLikeLayout(table: Element): boolean {
  if (table.attribs['role'] === 'presentation') return true;
  if (elementsOf(table, (element) => element.name === 'table').length > 0) return true;
  const cells = elementsOf(table, (element) => element.name === 'td' || element.name === 'th');
  const rows = elementsOf(table, (element) => element.name === 'tr').length;
  if (rows < 2 || cells.length < rows * 1.5) return true;
  if (cells.some((cell) => cell.name === 'th')) return false;
  return cells.some((cell) => textBelow(cell).trim().length > LONG_CELL);
}

/** The table around an element, if it is one of data. */
export function dataTableAround(element: Element): Element | null {
  const table = lineage(element).find((outer) => outer.name === 'table');
  return table && !isLayoutTable(table) ? table : null;
}
