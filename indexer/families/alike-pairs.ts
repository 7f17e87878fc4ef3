import type { FamilyMember, Pair } from './family-member.ts';
import { groupBy } from './group-by.ts';

/**
 * A sequence of words in more texts than this is a set phrase and points to nobody. Texts that are
 * the same all over count once, so no family of real ones is that large.
 */
const SET_PHRASE = 50;
/** Two texts with fewer sampled sequences in common are not worth a closer look. */
const WORTH_A_LOOK = 4;
/** Hashes have 32 bits and a number 53: so many texts can be told apart. */
const MOST_TEXTS = 2 ** 21;

/**
 * Pairs of texts in one language that may belong together, found by the sequences of words they share
 * and not by comparing all with all. Texts that are the same all over are paired with the first of them.
 */
export function alikePairs(members: readonly FamilyMember[]): readonly Pair[] {
  const { firsts, copies } = byText(members);
  const byLanguage = groupBy(firsts, (at) => members[at]?.language ?? '');
  return [...copies, ...[...byLanguage.values()].flatMap((group) => pairsWithin(members, group))];
}

/** One of each text, and every further one paired with it. The day belongs to it: forms recur. */
function byText(members: readonly FamilyMember[]) {
  const filled = [...members.keys()].filter((at) => (members[at]?.sketch.length ?? 0) > 0);
  const groups = groupBy(filled, (at) => {
    const { language, sentOn, sketch = [] } = members[at] ?? {};
    return `${language} ${sentOn} ${sketch.join()}`;
  });
  const firsts: number[] = [];
  const copies: Pair[] = [];
  for (const [first, ...others] of groups.values()) {
    if (first === undefined) continue;
    firsts.push(first);
    for (const other of others) copies.push([first, other]);
  }
  return { firsts, copies };
}

/** Pairs of the group that share enough sequences. */
function pairsWithin(members: readonly FamilyMember[], group: readonly number[]): readonly Pair[] {
  const holders = holdersOf(group.map((at) => members[at]?.sketch ?? []));
  return group.flatMap((at, text) => {
    const shared = new Map<number, number>();
    for (const hash of members[at]?.sketch ?? []) {
      for (const other of holders(hash)) {
        if (other < text) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    return [...shared].flatMap(([other, count]): readonly Pair[] =>
      count >= WORTH_A_LOOK ? [[group[other] ?? at, at]] : [],
    );
  });
}

/**
 * Tells which texts hold a hash, as places in the list; none for a set phrase. One sorted array of
 * numbers (hash before text) instead of a map of lists: a tenth of the time and memory.
 */
function holdersOf(sketches: readonly (readonly number[])[]): (hash: number) => readonly number[] {
  const entries = new Float64Array(sketches.reduce((sum, sketch) => sum + sketch.length, 0));
  let filled = 0;
  sketches.forEach((sketch, text) => {
    for (const hash of sketch) entries[filled++] = hash * MOST_TEXTS + text;
  });
  entries.sort();
  return (hash) => {
    const [from, to] = [
      lowest(entries, hash * MOST_TEXTS),
      lowest(entries, (hash + 1) * MOST_TEXTS),
    ];
    if (to - from < 2 || to - from > SET_PHRASE) return [];
    return Array.from(entries.subarray(from, to), (entry) => entry % MOST_TEXTS);
  };
}

/** The first place in a sorted array that holds `bound` or more. */
function lowest(sorted: Float64Array, bound: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}
