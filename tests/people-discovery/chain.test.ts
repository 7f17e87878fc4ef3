import { describe, expect, it } from 'vitest';
import {
  LABEL_COUNT,
  personProbability,
  scorePath,
  toLattice,
  viterbi,
} from '../../indexer/people/discovery/chain.ts';
import { createRandom } from '../../indexer/people/discovery/training/seeded-random.ts';

const LENGTH = 4;

/** All label sequences of a run with their exponentiated scores. */
function everyPath(scores: Float32Array, transitions: Float32Array) {
  return Array.from({ length: LABEL_COUNT ** LENGTH }, (_, number) => {
    const labels = Uint8Array.from(
      { length: LENGTH },
      (__, index) => Math.floor(number / LABEL_COUNT ** index) % LABEL_COUNT,
    );
    return { labels, mass: Math.exp(scorePath(scores, labels, transitions)) };
  });
}

describe('the chain', () => {
  it.each([1, 2, 3, 4, 5])('agrees with counting every path (seed %i)', (seed) => {
    const random = createRandom(seed);
    const scores = new Float32Array(LENGTH * LABEL_COUNT).map(() => random() * 6 - 3);
    const transitions = new Float32Array(LABEL_COUNT ** 2).map(() => random() * 4 - 2);
    const paths = everyPath(scores, transitions);
    const total = paths.reduce((sum, { mass }) => sum + mass, 0);
    const best = paths.reduce((top, path) => (path.mass > top.mass ? path : top));
    const lattice = toLattice(scores, transitions);
    const share = (fits: (labels: Uint8Array) => boolean) =>
      paths.filter(({ labels }) => fits(labels)).reduce((sum, { mass }) => sum + mass, 0) / total;

    expect(viterbi(scores, transitions)).toEqual(best.labels);
    expect(lattice.logZ).toBeCloseTo(Math.log(total), 5);
    expect(personProbability(lattice, 0, 2)).toBeCloseTo(
      share(([first, second, third]) => first === 1 && second === 2 && third !== 2),
      5,
    );
    expect(personProbability(lattice, 2, 4)).toBeCloseTo(
      share((labels) => labels[2] === 1 && labels[3] === 2),
      5,
    );
  });
});
