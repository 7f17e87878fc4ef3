import { type ChildNode, type Document, Element, type ParentNode, Text } from 'domhandler';

/** Nodes that were taken out of the article, and the rule that did; the tree itself never changes. */
export type Dropped = Map<ChildNode, string>;

/**
 * Walks below `root` in document order without recursion. `enter` returns false to leave a node's
 * children out; `leave` is called behind the children of each entered element.
 */
export function walk(
  root: ParentNode,
  enter: (node: ChildNode) => boolean | undefined,
  leave?: (element: Element) => void,
): void {
  let node: ChildNode | null = root.firstChild;
  while (node) {
    const goesIn: boolean = enter(node) !== false;
    if (goesIn && node instanceof Element && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (goesIn && node instanceof Element) leave?.(node);
    node = nextOf(node, root, leave);
  }
}

/** The node behind `node` and its children; leaves the elements that end here. */
function nextOf(
  from: ChildNode,
  root: ParentNode,
  leave: ((element: Element) => void) | undefined,
): ChildNode | null {
  let node: ChildNode = from;
  while (!node.next) {
    const parent: ParentNode | null = node.parent;
    if (!parent || parent === root || !(parent instanceof Element)) return null;
    leave?.(parent);
    node = parent;
  }
  return node.next;
}

/** All elements below `root` that pass, in document order. */
export function elementsOf(
  root: ParentNode,
  passes: (element: Element) => boolean,
  dropped?: Dropped,
): Element[] {
  const found: Element[] = [];
  walk(root, (node) => {
    if (dropped?.has(node)) return false;
    if (node instanceof Element && passes(node)) found.push(node);
    return undefined;
  });
  return found;
}

export function firstElement(
  root: ParentNode,
  passes: (element: Element) => boolean,
): Element | null {
  return elementsOf(root, passes)[0] ?? null;
}

/** The bare text below a node, without what was dropped. */
export function textBelow(root: ParentNode, dropped?: Dropped): string {
  const parts: string[] = [];
  walk(root, (node) => {
    if (dropped?.has(node)) return false;
    if (node instanceof Text) parts.push(node.data);
    return undefined;
  });
  return parts.join('');
}

/** An element and its ancestors, innermost first. */
export function lineage(node: ChildNode): Element[] {
  const line: Element[] = [];
  let at: ParentNode | null = node instanceof Element ? node : node.parent;
  while (at instanceof Element) {
    line.push(at);
    at = at.parent;
  }
  return line;
}

export function isInside(node: ChildNode, ancestor: ParentNode): boolean {
  let at: ParentNode | null = node.parent;
  while (at) {
    if (at === ancestor) return true;
    at = at.parent;
  }
  return false;
}

/** A selector-like path of the last three elements, for the trace. */
export function pathOf(node: ChildNode): string {
  return lineage(node).slice(0, 3).reverse().map(nameOf).join(' > ');
}

function nameOf(element: Element): string {
  const id = element.attribs['id'];
  const firstClass = element.attribs['class']?.trim().split(/\s+/)[0];
  return `${element.name}${id ? `#${id}` : ''}${firstClass ? `.${firstClass}` : ''}`;
}

/** The page's `<body>` that holds text, or the document when it has none. */
export function bodyOf(document: Document): ParentNode {
  const isBody = (element: Element) => element.name === 'body' || element.name === 'frameset';
  const bodies = elementsOf(document, isBody);
  return bodies.length === 1 && bodies[0] ? bodies[0] : document;
}
