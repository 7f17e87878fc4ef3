import type { Dispatch } from '../dispatch.ts';
import { translationPairs } from './across-languages.ts';
import { alikePairs } from './alike-pairs.ts';
import type { FamilyMember, Pair } from './family-member.ts';
import { kinship } from './same-language.ts';

/** The family of a dispatch and what it is in it; both `null` for one without relatives. */
export type Place = Pick<Dispatch, 'family' | 'relation'>;

/**
 * Groups reprints, excerpts, versions and translations of one dispatch. Returns the place of every
 * dispatch by its id. Precision comes before recall: an unmarked pair is a reader's second click, a
 * wrong pair hides a dispatch.
 */
export function groupFamilies(members: readonly FamilyMember[]): ReadonlyMap<string, Place> {
  const related = [
    ...alikePairs(members).filter(([a, b]) => isKin(members[a], members[b])),
    ...translationPairs(members),
  ];
  const places = new Map<string, Place>(
    members.map(({ id }) => [id, { family: null, relation: null }]),
  );
  const taken = new Set<string>();
  for (const group of connected(members.length, related)) {
    const family = inOrder(group.flatMap((at) => members[at] ?? []));
    const name = nameOf(family, taken);
    for (const member of family) {
      places.set(member.id, { family: name, relation: relationTo(family[0], member) });
    }
  }
  return places;
}

function isKin(first: FamilyMember | undefined, second: FamilyMember | undefined): boolean {
  return first !== undefined && second !== undefined && kinship(first, second) !== null;
}

/** Groups of two and more that hang together, largest first. */
function connected(count: number, pairs: readonly Pair[]): readonly (readonly number[])[] {
  const parents = Array.from({ length: count }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    // What was walked over points to the root from now on.
    for (let step = at; step !== root; ) {
      const next = parents[step] ?? root;
      parents[step] = root;
      step = next;
    }
    return root;
  };
  for (const [a, b] of pairs) parents[rootOf(b)] = rootOf(a);
  const groups = new Map<number, number[]>();
  for (const at of new Set(pairs.flat())) {
    const root = rootOf(at);
    groups.set(root, [...(groups.get(root) ?? []), at]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/**
 * The original comes first: a page that others name as their source, then the earliest, then one in
 * the agency's own language, then the longest; the id decides what nothing else does, so that each
 * run says the same.
 */
function inOrder(family: readonly FamilyMember[]): readonly FamilyMember[] {
  const cited = new Set(family.flatMap((member) => member.citedUrls));
  const isCited = ({ ownUrl }: FamilyMember): boolean => ownUrl !== null && cited.has(ownUrl);
  return [...family].sort(
    (first, second) =>
      Number(isCited(second)) - Number(isCited(first)) ||
      compare(first.appearedOn ?? LATE, second.appearedOn ?? LATE) ||
      Number(second.isHome) - Number(first.isHome) ||
      second.words - first.words ||
      compare(first.id, second.id),
  );
}

/** Later than any date: what has no date did not come first. */
const LATE = '9999';

function compare(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** A family keeps its name as long as it has members; a new one is called after its original. */
function nameOf(family: readonly FamilyMember[], taken: Set<string>): string {
  const before = family.flatMap((member) => member.family ?? []).sort();
  const name =
    before.find((known) => !taken.has(known)) ??
    family.map((member) => member.id).find((id) => !taken.has(id)) ??
    '';
  taken.add(name);
  return name;
}

function relationTo(
  original: FamilyMember | undefined,
  member: FamilyMember,
): Dispatch['relation'] {
  if (original === undefined || member.id === original.id) return 'original';
  if (original.language !== member.language) return 'translation';
  const relation = kinship(original, member) ?? 'version';
  // What contains the original is no excerpt of it.
  return relation === 'excerpt' && member.words > original.words ? 'version' : relation;
}
