import type { FamilyMember, Pair } from './family-member.ts';
import { groupBy } from './group-by.ts';
import { differ, kinship } from './same-language.ts';

/**
 * What two dispatches both name must be rare enough together, and make up enough of what either names.
 * Persons alone may do it too, since figures are spelled out in one language and printed in another.
 */
const ENOUGH = {
  everything: { weight: 7, part: 0.55 },
  people: { weight: 6, part: 0.6 },
} as const;
/** How far a match must leave the next best candidate behind. */
const LEAD = 1.25;
/** One rare name counts at most this much: it may be a slip of the recognition. */
const HEAVIEST = 5;
/** An address that more pages name is a front page or a rolling report. */
const FRONT_PAGE = 12;
/** Days with more dispatches of one agency than this are not one agency's day but a mistake. */
const LARGEST_DAY = 400;

/**
 * Finds translations. A page that names its source proves itself; else one agency's dispatches of one
 * day are compared by the persons and figures they name, the rare ones counting most, and only two
 * that are each other's best match by far are taken.
 */
export function translationPairs(members: readonly FamilyMember[]): readonly Pair[] {
  return [...citedPairs(members), ...namedPairs(members)];
}

function citedPairs(members: readonly FamilyMember[]): readonly Pair[] {
  const namings = members.flatMap(({ ownUrl, citedUrls }, at) =>
    [...new Set(ownUrl === null ? citedUrls : [ownUrl, ...citedUrls])].map((url) => ({ url, at })),
  );
  return [...groupBy(namings, ({ url }) => url).values()]
    .filter((group) => group.length <= FRONT_PAGE)
    .flatMap((group) => pairsOf(group.map(({ at }) => at)))
    .filter(([a, b]) => isPossible(members, a, b) || citesDirectly(members[a], members[b]));
}

/** One names the very page of the other: then the agency may have been misread, but not the day. */
function citesDirectly(first: FamilyMember | undefined, second: FamilyMember | undefined) {
  if (first === undefined || second === undefined) return false;
  const isCited = (page: FamilyMember, by: FamilyMember): boolean =>
    page.ownUrl !== null && by.citedUrls.includes(page.ownUrl);
  return (
    differ(first.language, second.language) &&
    !differ(first.sentOn, second.sentOn) &&
    (isCited(first, second) || isCited(second, first))
  );
}

function namedPairs(members: readonly FamilyMember[]): readonly Pair[] {
  const weigh = weightsOf(members);
  const dated = [...members.keys()].filter((at) => members[at]?.agency && members[at].sentOn);
  const days = groupBy(dated, (at) => `${members[at]?.agency} ${members[at]?.sentOn}`);
  return [...days.values()]
    .filter((day) => day.length <= LARGEST_DAY && spansLanguages(members, day))
    .flatMap((day) => bestMatches(members, day, weigh));
}

/** Between every two languages of one day, the pairs that are each other's clear best. */
function bestMatches(
  members: readonly FamilyMember[],
  day: readonly number[],
  weigh: (name: string) => number,
): readonly Pair[] {
  const scores = pairsOf(day)
    .filter(([a, b]) => isPossible(members, a, b))
    .map((pair) => ({ pair, score: sharedWeight(members, pair, weigh) }))
    .filter(({ score }) => score > 0);
  const isBest = (at: number, { pair, score }: (typeof scores)[number]): boolean => {
    const other = pair[0] === at ? pair[1] : pair[0];
    return scores.every(
      (rival) =>
        rival.pair === pair ||
        !rival.pair.includes(at) ||
        // A rival in a third language is no rival, nor is a reprint or version of the match.
        !isRival(members, rival.pair[0] === at ? rival.pair[1] : rival.pair[0], other) ||
        rival.score * LEAD <= score,
    );
  };
  return scores
    .filter((scored) => scored.pair.every((at) => isBest(at, scored)))
    .map(({ pair }) => pair);
}

function isRival(members: readonly FamilyMember[], one: number, other: number): boolean {
  const [a, b] = [members[one], members[other]];
  if (a === undefined || b === undefined || a.language !== b.language) return false;
  return kinship(a, b) === null;
}

/** Nothing that is known of the two speaks against it. */
function isPossible(members: readonly FamilyMember[], at: number, to: number): boolean {
  const [first, second] = [members[at], members[to]];
  if (first === undefined || second === undefined) return false;
  if (!differ(first.language, second.language)) return false;
  return !differ(first.sentOn, second.sentOn) && !differ(first.agency, second.agency);
}

/** Weight of what both name, or zero when it is too little. */
function sharedWeight(
  members: readonly FamilyMember[],
  [at, to]: Pair,
  weigh: (name: string) => number,
): number {
  const everything = sharedOf(namesIn(members[at]), namesIn(members[to]), weigh);
  const people = sharedOf(peopleIn(members[at]), peopleIn(members[to]), weigh);
  const isEnough =
    (everything.weight >= ENOUGH.everything.weight && everything.part >= ENOUGH.everything.part) ||
    (people.weight >= ENOUGH.people.weight && people.part >= ENOUGH.people.part);
  return isEnough ? everything.weight : 0;
}

/** Weight of what both sets have, and its part of what either has. */
function sharedOf(
  first: ReadonlySet<string>,
  second: ReadonlySet<string>,
  weigh: (name: string) => number,
): { readonly weight: number; readonly part: number } {
  const sum = (names: Iterable<string>): number =>
    [...names].reduce((total, name) => total + weigh(name), 0);
  const shared = sum([...first].filter((name) => second.has(name)));
  const either = sum(new Set([...first, ...second]));
  return { weight: shared, part: either === 0 ? 0 : shared / either };
}

function peopleIn(member: FamilyMember | undefined): ReadonlySet<string> {
  return new Set(member?.people);
}

function namesIn(member: FamilyMember | undefined): ReadonlySet<string> {
  return new Set([...(member?.people ?? []), ...(member?.figures ?? []).map((it) => `#${it}`)]);
}

/** The rarer a person or figure in the archive, the more two dispatches that share it have in common. */
function weightsOf(members: readonly FamilyMember[]): (name: string) => number {
  const counts = new Map<string, number>();
  for (const member of members) {
    for (const name of namesIn(member)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (name) => Math.min(HEAVIEST, Math.log(1 + members.length / (counts.get(name) ?? 1)));
}

function spansLanguages(members: readonly FamilyMember[], day: readonly number[]): boolean {
  return new Set(day.map((at) => members[at]?.language)).size > 1;
}

function pairsOf(group: readonly number[]): readonly Pair[] {
  return group.flatMap((a, at) => group.slice(at + 1).map((b): Pair => [a, b]));
}
