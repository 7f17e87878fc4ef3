import { LABEL_COUNT, type Lattice, OUT, scorePath, toLattice } from '../chain.ts';
import { TEMPLATES } from '../feature-templates.ts';
import { createRandom, shuffledIndexes } from './seeded-random.ts';

/** A run ready for training: TEMPLATES.length buckets a word (-1: absent) and its labels. */
export type Example = { readonly buckets: Int32Array; readonly labels: Uint8Array };

export type FitOptions = {
  readonly bucketCount: number;
  readonly epochs: number;
  readonly seed: number;
  /** The mean is taken over so many chains, each of which sees the sentences in another order. */
  readonly chains: number;
  /** Strength of the pull towards 0. */
  readonly l1: number;
  readonly rate: number;
  readonly onEpoch?: (epoch: number, lossPerRun: number) => void;
};

export type FittedChain = { readonly weights: Float32Array; readonly transitions: Float32Array };

/** Gradients below this change nothing worth the time; most words are this certain after one epoch. */
const NEGLIGIBLE = 1e-3;
const SMOOTHING = 1;
/** A run that costs less than this is known by heart and visited only every third epoch. */
const KNOWN = 0.01;
const REST = 3;
/** The mean over this many last epochs depends less on the order of the sentences than the last weights. */
const AVERAGED = 2;

/** One group of weights learned by FTRL-proximal (McMahan et al. 2013). */
type Learner = {
  readonly weights: Float32Array;
  readonly sums: Float32Array;
  readonly squares: Float32Array;
};

/** Fits linear chains by stochastic gradient, one run at a time, and returns their mean. */
export function fitChain(examples: readonly Example[], options: FitOptions): FittedChain {
  const mean: FittedChain = {
    weights: new Float32Array(options.bucketCount * LABEL_COUNT),
    transitions: new Float32Array(LABEL_COUNT * LABEL_COUNT),
  };
  for (let chain = 0; chain < options.chains; chain += 1) {
    fitOne(examples, { ...options, seed: options.seed * options.chains + chain }, mean);
  }
  return mean;
}

/** Adds its share to the mean. */
function fitOne(examples: readonly Example[], options: FitOptions, mean: FittedChain): void {
  const states = toLearner(options.bucketCount * LABEL_COUNT);
  const edges = toLearner(LABEL_COUNT * LABEL_COUNT);
  const random = createRandom(options.seed);
  const losses = new Float32Array(examples.length);
  const share = 1 / (AVERAGED * options.chains);
  for (let epoch = 1; epoch <= options.epochs; epoch += 1) {
    for (const index of shuffledIndexes(examples.length, random)) {
      const example = examples[index];
      const isRested = (losses[index] ?? 0) < KNOWN && (index + epoch) % REST !== 0;
      if (example === undefined || (isRested && epoch > 1)) continue;
      losses[index] = learn(example, states, edges, options);
    }
    options.onEpoch?.(epoch, losses.reduce((sum, loss) => sum + loss, 0) / examples.length);
    if (epoch > options.epochs - AVERAGED) {
      addTo(mean.weights, states.weights, share);
      addTo(mean.transitions, edges.weights, share);
    }
  }
}

function addTo(sum: Float32Array, weights: Float32Array, share: number): void {
  for (let index = 0; index < sum.length; index += 1) {
    sum[index] = (sum[index] as number) + (weights[index] as number) * share;
  }
}

function toLearner(size: number): Learner {
  return {
    weights: new Float32Array(size),
    sums: new Float32Array(size),
    squares: new Float32Array(size),
  };
}

function learn(
  { buckets, labels }: Example,
  states: Learner,
  edges: Learner,
  options: FitOptions,
): number {
  const scores = scoreExample(buckets, labels.length, states.weights);
  const lattice = toLattice(scores, edges.weights);
  const loss = lattice.logZ - scorePath(scores, labels, edges.weights);
  learnEdges(lattice, labels, edges, options);
  for (let index = 0; index < labels.length; index += 1) {
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      const cell = index * LABEL_COUNT + label;
      const probability = (lattice.forward[cell] ?? 0) * (lattice.backward[cell] ?? 0);
      const gradient = probability - (labels[index] === label ? 1 : 0);
      if (Math.abs(gradient) >= NEGLIGIBLE)
        learnWord(buckets, index, label, gradient, states, options);
    }
  }
  return loss;
}

function learnWord(
  buckets: Int32Array,
  index: number,
  label: number,
  gradient: number,
  states: Learner,
  options: FitOptions,
): void {
  const width = TEMPLATES.length;
  for (let at = index * width; at < (index + 1) * width; at += 1) {
    const bucket = buckets[at] as number;
    if (bucket >= 0) update(states, bucket * LABEL_COUNT + label, gradient, options);
  }
}

function scoreExample(buckets: Int32Array, length: number, weights: Float32Array): Float32Array {
  const scores = new Float32Array(length * LABEL_COUNT);
  const width = TEMPLATES.length;
  for (let index = 0; index < length; index += 1) {
    let [s0, s1, s2, s3, s4] = [0, 0, 0, 0, 0];
    for (let at = index * width; at < (index + 1) * width; at += 1) {
      const bucket = buckets[at] as number;
      if (bucket < 0) continue;
      const row = bucket * LABEL_COUNT;
      s0 += weights[row] as number;
      s1 += weights[row + 1] as number;
      s2 += weights[row + 2] as number;
      s3 += weights[row + 3] as number;
      s4 += weights[row + 4] as number;
    }
    scores.set([s0, s1, s2, s3, s4], index * LABEL_COUNT);
  }
  return scores;
}

function learnEdges(
  lattice: Lattice,
  labels: Uint8Array,
  learner: Learner,
  options: FitOptions,
): void {
  const { forward, backward, potentials, edges, scales } = lattice;
  const gradient = new Float64Array(LABEL_COUNT * LABEL_COUNT);
  const add = (edge: number, amount: number) => {
    gradient[edge] = (gradient[edge] as number) + amount;
  };
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    const last = (lattice.length - 1) * LABEL_COUNT + label;
    add(OUT * LABEL_COUNT + label, (forward[label] ?? 0) * (backward[label] ?? 0));
    add(label * LABEL_COUNT + OUT, (forward[last] ?? 0) * (backward[last] ?? 0));
  }
  for (let index = 1; index < lattice.length; index += 1) {
    const row = index * LABEL_COUNT;
    for (let next = 0; next < LABEL_COUNT; next += 1) {
      const cell = row + next;
      const arrival =
        ((potentials[cell] as number) * (backward[cell] as number)) / (scales[index] as number);
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        const edge = label * LABEL_COUNT + next;
        const leave = (forward[row - LABEL_COUNT + label] as number) * (edges[edge] as number);
        add(edge, leave * arrival);
      }
    }
  }
  let previous = OUT;
  for (const label of [...labels, OUT]) {
    add(previous * LABEL_COUNT + label, -1);
    previous = label;
  }
  for (const [edge, slope] of gradient.entries()) {
    if (Math.abs(slope) >= NEGLIGIBLE) update(learner, edge, slope, { ...options, l1: 0 });
  }
}

function update(
  { weights, sums, squares }: Learner,
  index: number,
  gradient: number,
  { l1, rate }: FitOptions,
): void {
  const before = squares[index] as number;
  const after = before + gradient * gradient;
  const root = Math.sqrt(after);
  const weight = weights[index] as number;
  const sum = (sums[index] as number) + gradient - ((root - Math.sqrt(before)) / rate) * weight;
  sums[index] = sum;
  squares[index] = after;
  const excess = Math.abs(sum) - l1;
  weights[index] = excess <= 0 ? 0 : (-Math.sign(sum) * excess) / ((SMOOTHING + root) / rate);
}
