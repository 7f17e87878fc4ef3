import { createHash } from 'node:crypto';
import type { Candidate } from './discover-people.ts';
import { toStem } from './document-pass.ts';

/** What was discovered in one dispatch. */
export type DispatchCandidates = {
  readonly dispatchId: string;
  readonly candidates: readonly Omit<Candidate, 'span'>[];
};

/** One unconfirmed person of the whole archive. */
export type CandidateCluster = {
  /** `new-…`, made of the normalised name alone, so it survives every rebuild. */
  readonly id: string;
  /** The normalised name, a declined one as its stems. */
  readonly key: string;
  /** The form to show: the most frequent one. */
  readonly name: string;
  /** Printed forms, most frequent first. */
  readonly names: readonly { readonly asPrinted: string; readonly count: number }[];
  /** Ids of the dispatches, in order of appearance. */
  readonly documents: readonly string[];
  /** That of the surest mention, 0 to 1. */
  readonly confidence: number;
  readonly roles: readonly string[];
};

const SURE = 0.9;
const LIKELY = 0.6;

/** A wrong facet is worse than an empty one: one sure mention, or likely ones in two dispatches. */
export function entersFacet({ confidence, documents }: CandidateCluster): boolean {
  return confidence >= SURE || (confidence >= LIKELY && documents.length >= 2);
}

/** Gathers the candidates of an archive by normalised name; declined Cyrillic forms come together. */
export function clusterCandidates(dispatches: Iterable<DispatchCandidates>): CandidateCluster[] {
  const gathered = new Map<string, Gathered>();
  for (const { dispatchId, candidates } of dispatches) {
    for (const candidate of candidates) {
      const key = clusterKeyOf(candidate.key);
      const cluster = gathered.get(key) ?? emptyCluster();
      gathered.set(key, cluster);
      addCandidate(cluster, candidate, dispatchId);
    }
  }
  return [...gathered].map(([key, cluster]) => toCluster(key, cluster));
}

type Gathered = {
  readonly names: Map<string, number>;
  readonly documents: Set<string>;
  readonly roles: Set<string>;
  confidence: number;
};

const emptyCluster = (): Gathered => ({
  names: new Map(),
  documents: new Set(),
  roles: new Set(),
  confidence: 0,
});

function addCandidate(
  cluster: Gathered,
  candidate: Omit<Candidate, 'span'>,
  dispatchId: string,
): void {
  const { asPrinted, count, confidence, role } = candidate;
  cluster.names.set(asPrinted, (cluster.names.get(asPrinted) ?? 0) + count);
  cluster.documents.add(dispatchId);
  if (role !== undefined) cluster.roles.add(role);
  cluster.confidence = Math.max(cluster.confidence, confidence);
}

function toCluster(
  key: string,
  { names, documents, roles, confidence }: Gathered,
): CandidateCluster {
  const sorted = [...names]
    .map(([asPrinted, count]) => ({ asPrinted, count }))
    .sort(
      (left, right) => right.count - left.count || compareForms(left.asPrinted, right.asPrinted),
    );
  return {
    id: toClusterId(key),
    key,
    name: sorted[0]?.asPrinted ?? key,
    names: sorted,
    documents: [...documents],
    confidence,
    roles: [...roles],
  };
}

/** Of two forms seen as often, the shorter: in Cyrillic that is the undeclined one. */
function compareForms(left: string, right: string): number {
  return left.length - right.length || (left < right ? -1 : 1);
}

/** What the candidates of one cluster have in common: their keys, declined Cyrillic words as stems. */
export function clusterKeyOf(key: string): string {
  return key.split(' ').map(toStem).join(' ');
}

/** The id of the cluster that a candidate with this key belongs to. */
export function clusterIdOf(key: string): string {
  return toClusterId(clusterKeyOf(key));
}

/** The name itself where the engine allows its letters in an id, else a short hash of it. */
export function toClusterId(key: string): string {
  if (/^[a-z0-9 ]+$/.test(key)) return `new-${key.replaceAll(' ', '-')}`;
  return `new-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
}
