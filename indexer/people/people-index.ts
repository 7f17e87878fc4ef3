import type { Settings } from 'meilisearch';
import type { Person } from '../../config/people.ts';
import { writtenNames } from '../../config/people-checks.ts';
import type { Dispatch, Mention } from '../dispatch.ts';

/** One person of the archive, as the index of people holds it. */
export type PersonDocument = {
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Every form: those we know, in all scripts, then those the archive prints. */
  readonly names: readonly string[];
  /** Whether an operator has written the person down; `false` for people found by the tagger. */
  readonly confirmed: boolean;
  /** Dispatches that name the person. */
  readonly count: number;
  /** Partial dates of the first and the last dated dispatch; `null` when none is dated. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Ids of the agencies that name the person, most frequent first. */
  readonly agencies: readonly string[];
  /** Titles printed beside the name, most frequent first. */
  readonly roles: readonly string[];
};

/** What the index of people is made from. */
export type NamingDispatch = Pick<Dispatch, 'mentions' | 'date' | 'agency'>;

/** Settings of the index of people: any form finds the person, those named most come first. */
export const peopleIndexSettings: Settings = {
  searchableAttributes: ['name', 'names', 'roles'],
  displayedAttributes: ['*'],
  filterableAttributes: ['id', 'confirmed', 'agencies'],
  sortableAttributes: ['count', 'name', 'firstSeen', 'lastSeen'],
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'count:desc', 'proximity', 'exactness'],
  typoTolerance: { disableOnNumbers: true },
  // Above any archive: the facade reads everybody who is unconfirmed.
  pagination: { maxTotalHits: 1_000_000 },
};

const MOST_ROLES = 5;
const MOST_PRINTED = 20;

/**
 * The documents of the index of people: everybody whom at least one of `dispatches` names, by id.
 * People who are not in `authority` are unconfirmed and go by the form printed most often.
 */
export function peopleDocuments(
  dispatches: Iterable<NamingDispatch>,
  authority: readonly Person[],
): PersonDocument[] {
  const known = new Map(authority.map((person) => [person.id, person]));
  const tallies = new Map<string, Tally>();
  for (const dispatch of dispatches) {
    for (const mention of dispatch.mentions) {
      const tally = tallies.get(mention.person) ?? emptyTally();
      tallies.set(mention.person, tally);
      add(tally, dispatch, mention);
    }
  }
  return [...tallies]
    .map(([id, tally]) => toDocument(id, tally, known.get(id)))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

type Tally = {
  count: number;
  firstSeen: string | null;
  lastSeen: string | null;
  readonly agencies: Map<string, number>;
  readonly roles: Map<string, number>;
  readonly printed: Map<string, number>;
};

function emptyTally(): Tally {
  const none = () => new Map<string, number>();
  return {
    count: 0,
    firstSeen: null,
    lastSeen: null,
    agencies: none(),
    roles: none(),
    printed: none(),
  };
}

function add(tally: Tally, { date, agency }: NamingDispatch, mention: Mention): void {
  tally.count++;
  if (date !== null) {
    if (tally.firstSeen === null || date < tally.firstSeen) tally.firstSeen = date;
    if (tally.lastSeen === null || date > tally.lastSeen) tally.lastSeen = date;
  }
  if (agency !== null) increment(tally.agencies, agency);
  if (mention.role !== undefined) increment(tally.roles, mention.role);
  increment(tally.printed, mention.asPrinted);
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function toDocument(id: string, tally: Tally, person: Person | undefined): PersonDocument {
  const printed = mostFrequent(tally.printed).slice(0, MOST_PRINTED);
  const name = person?.name ?? printed[0] ?? id;
  const { count, firstSeen, lastSeen } = tally;
  return {
    id,
    name,
    labels: person?.labels ?? {},
    names: [...new Set([name, ...(person ? writtenNames(person) : []), ...printed])],
    confirmed: person !== undefined,
    count,
    firstSeen,
    lastSeen,
    agencies: mostFrequent(tally.agencies),
    roles: mostFrequent(tally.roles).slice(0, MOST_ROLES),
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
    .map(([key]) => key);
}
