import { foldsToTwo, foldUnit } from './letters.ts';

/** No such node: the name ends here. */
export const NOWHERE = -1;

/**
 * All names of all scripts, folded, in one tree of letters: first child and next sibling in flat arrays,
 * 14 bytes a node, so that ten thousand people fit in a few megabytes.
 */
export type NameTrie = {
  /** The node after one more letter (a folded UTF-16 unit), or NOWHERE. */
  readonly step: (node: number, unit: number) => number;
  /** The node after all letters of `text` from `start` to `end`, or NOWHERE. */
  readonly stepOver: (node: number, text: string, start: number, end: number) => number;
  /** What was filed under the letters that lead to this node, or -1. */
  readonly valueAt: (node: number) => number;
};

/** Files each folded name under its value. Names must be distinct. */
export function buildTrie(entries: readonly (readonly [string, number])[]): NameTrie {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const size = 1 + sorted.reduce((sum, [name]) => sum + name.length, 0);
  const child = new Int32Array(size);
  const sibling = new Int32Array(size);
  const letter = new Uint16Array(size);
  const value = new Int32Array(size).fill(-1);
  const path = new Int32Array(sorted.reduce((most, [name]) => Math.max(most, name.length), 0) + 1);
  let nodes = 1;
  let previous = '';
  for (const [name, filed] of sorted) {
    let shared = 0;
    while (shared < previous.length && previous[shared] === name[shared]) shared++;
    for (let depth = shared; depth < name.length; depth++) {
      const node = nodes++;
      letter[node] = name.charCodeAt(depth);
      // Sorted input: what shares one letter less with the name before is the last sibling.
      if (depth === shared && depth < previous.length) sibling[path[depth + 1] as number] = node;
      else child[path[depth] as number] = node;
      path[depth + 1] = node;
    }
    value[path[name.length] as number] = filed;
    previous = name;
  }
  return trieOver(
    child.slice(0, nodes),
    sibling.slice(0, nodes),
    letter.slice(0, nodes),
    value.slice(0, nodes),
  );
}

function trieOver(
  child: Int32Array,
  sibling: Int32Array,
  letter: Uint16Array,
  value: Int32Array,
): NameTrie {
  const roots = new Map<number, number>();
  for (let node = child[0] as number; node > 0; node = sibling[node] as number) {
    roots.set(letter[node] as number, node);
  }
  function step(node: number, unit: number): number {
    if (node === 0) return roots.get(unit) ?? NOWHERE;
    let next = child[node] as number;
    while (next > 0 && letter[next] !== unit) next = sibling[next] as number;
    return next > 0 ? next : NOWHERE;
  }
  function stepFolded(node: number, unit: number): number {
    const one = foldUnit(unit);
    if (one !== 0) return step(node, one);
    const [first, second] = foldsToTwo(unit) ?? [];
    if (first === undefined || second === undefined) return node;
    const between = step(node, first);
    return between === NOWHERE ? NOWHERE : step(between, second);
  }
  function stepOver(from: number, text: string, start: number, end: number): number {
    let node = from;
    for (let at = start; at < end && node !== NOWHERE; at++) {
      node = stepFolded(node, text.charCodeAt(at));
    }
    return node;
  }
  return { step, stepOver, valueAt: (node) => value[node] as number };
}
