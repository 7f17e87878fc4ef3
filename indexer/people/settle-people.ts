import type { PeopleAuthority } from '../../config/people.ts';
import { writtenNames } from '../../config/people-checks.ts';
import { type Dispatch, isUnconfirmed, type Mention, type Unconfirmed } from '../dispatch.ts';
import {
  type CandidateCluster,
  clusterCandidates,
  clusterIdOf,
  clusterKeyOf,
  entersFacet,
} from './discovery/cluster-candidates.ts';
import { toNameKey } from './discovery/name-key.ts';

/** What one dispatch says of people. */
export type NamingDispatch = Pick<
  Dispatch,
  'id' | 'people' | 'names' | 'mentions' | 'unconfirmed'
> & {
  /** Present when an operator has corrected who is named. */
  readonly evidence?: { readonly people?: { readonly rule: string } };
};

type Clusters = ReadonlyMap<string, CandidateCluster>;

/**
 * The same dispatches, their people settled by the whole archive: those of the authority file first, then
 * the unconfirmed ones that enough dispatches speak for. A dispatch that is right already is returned itself.
 */
export function settlePeople<D extends NamingDispatch>(
  dispatches: readonly D[],
  authority: PeopleAuthority,
): readonly D[] {
  const clusters = facetClusters(dispatches, authority);
  const namesById = new Map(authority.people.map((person) => [person.id, writtenNames(person)]));
  const namesOf = (person: string): readonly string[] =>
    clusters.has(person) ? [clusters.get(person)?.name ?? ''] : (namesById.get(person) ?? []);
  return dispatches.map((dispatch) => {
    if (dispatch.evidence?.people?.rule === 'correction') return dispatch;
    const mentions = settledMentions(dispatch, clusters);
    const people = mentions.map(({ person }) => person);
    const names = [...new Set(people.flatMap(namesOf))];
    return isSame(dispatch, { people, names, mentions })
      ? dispatch
      : { ...dispatch, people, names, mentions };
  });
}

/** Clusters that readers may see: sure enough, and not a name that the operator has decided on. */
function facetClusters(
  dispatches: readonly NamingDispatch[],
  authority: PeopleAuthority,
): Clusters {
  const decided = decidedKeys(authority);
  const all = clusterCandidates(
    dispatches.map(({ id, unconfirmed }) => ({ dispatchId: id, candidates: unconfirmed })),
  );
  return new Map(
    all
      .filter((cluster) => entersFacet(cluster) && !decided.has(cluster.key))
      .map((cluster) => [cluster.id, cluster]),
  );
}

/** Rejected names, and names of the authority file: where its rules found nobody, nobody is meant. */
function decidedKeys({ people, reject }: PeopleAuthority): ReadonlySet<string> {
  const names = [
    ...reject,
    ...people.flatMap((person) => [...person.not, ...writtenNames(person)]),
  ];
  return new Set(names.map((name) => clusterKeyOf(toNameKey(name))));
}

function settledMentions({ mentions, unconfirmed }: NamingDispatch, clusters: Clusters): Mention[] {
  const found = new Map<string, Mention>();
  for (const candidate of unconfirmed) {
    const person = clusterIdOf(candidate.key);
    if (clusters.has(person)) found.set(person, joined(found.get(person), person, candidate));
  }
  return [...mentions.filter(({ person }) => !isUnconfirmed(person)), ...found.values()];
}

/** One mention a person: the place of the first candidate, the first role, the sum. */
function joined(
  before: Mention | undefined,
  person: string,
  { asPrinted, role, span, count }: Unconfirmed,
): Mention {
  if (before !== undefined) {
    return { ...before, ...(before.role ? {} : role && { role }), count: before.count + count };
  }
  return { person, asPrinted, ...(role && { role }), span, count, tier: 'discovered' };
}

function isSame(
  before: Pick<Dispatch, 'people' | 'names' | 'mentions'>,
  after: Pick<NamingDispatch, 'people' | 'names' | 'mentions'>,
): boolean {
  return textOf(before) === textOf(after);
}

/** The engine keeps the order of lists, not that of keys. */
function textOf({ people, names, mentions }: Pick<Dispatch, 'people' | 'names' | 'mentions'>) {
  const lines = mentions.map((mention) => Object.entries(mention).sort());
  return JSON.stringify([people, names, lines]);
}
