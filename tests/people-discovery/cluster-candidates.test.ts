import { describe, expect, it } from 'vitest';
import {
  clusterCandidates,
  entersFacet,
} from '../../indexer/people/discovery/cluster-candidates.ts';
import type { Candidate } from '../../indexer/people/discovery/discover-people.ts';
import { toNameKey } from '../../indexer/people/discovery/name-key.ts';

const candidate = (asPrinted: string, confidence: number, count = 1): Candidate => ({
  key: toNameKey(asPrinted),
  asPrinted,
  span: { start: 0, end: asPrinted.length },
  count,
  confidence,
});

describe('clusters of candidates', () => {
  it('gathers the printings of one name over the archive', () => {
    const clusters = clusterCandidates([
      { dispatchId: 'a', candidates: [candidate('Ugo Tarantelli', 0.7, 2)] },
      { dispatchId: 'b', candidates: [candidate('Prof. Ugo Tarantelli', 0.8)] },
    ]);
    expect(clusters).toEqual([
      {
        id: 'new-ugo-tarantelli',
        key: 'ugo tarantelli',
        name: 'Ugo Tarantelli',
        names: [
          { asPrinted: 'Ugo Tarantelli', count: 2 },
          { asPrinted: 'Prof. Ugo Tarantelli', count: 1 },
        ],
        documents: ['a', 'b'],
        confidence: 0.8,
        roles: [],
      },
    ]);
  });

  it('gathers declined Russian forms, and its id does not depend on which came first', () => {
    const forms = ['Виктор Громыхалов', 'Виктора Громыхалова', 'Виктору Громыхалову'];
    const cluster = (names: readonly string[]) =>
      clusterCandidates(
        names.map((name, index) => ({
          dispatchId: `${index}`,
          candidates: [candidate(name, 0.9)],
        })),
      );
    expect(cluster(forms)).toHaveLength(1);
    expect(cluster(forms)[0]?.name).toBe('Виктор Громыхалов');
    expect(cluster(forms)[0]?.id).toBe(cluster(forms.toReversed())[0]?.id);
    expect(cluster(forms)[0]?.id).toMatch(/^new-[0-9a-f]{12}$/);
  });

  it.each([
    [0.95, 1, true],
    [0.7, 1, false],
    [0.7, 2, true],
    [0.5, 9, false],
  ])('at confidence %d in %i dispatches enters the facet: %s', (confidence, documents, enters) => {
    const [cluster] = clusterCandidates(
      Array.from({ length: documents }, (_, index) => ({
        dispatchId: `${index}`,
        candidates: [candidate('Ugo Tarantelli', confidence)],
      })),
    );
    expect(cluster && entersFacet(cluster)).toBe(enters);
  });
});

describe('the name key', () => {
  it.each([
    ['Sig. Bruno D’Alèssio', 'bruno d alessio'],
    ['Виктор Соловьёв', 'виктор соловьев'],
    ['Андрей Чайкин', 'андрей чайкин'],
    ["Edwina O'Rourke's", 'edwina o rourke'],
  ])('folds %s', (printed, key) => {
    expect(toNameKey(printed)).toBe(key);
  });
});
