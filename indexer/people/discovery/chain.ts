/**
 * A linear chain over one run of capitalised words: the only places where a name can be, so the words
 * between the runs cost nothing and are "O" by definition.
 */

/** Labels of the chain; the order is that of the columns of a trained model. */
export const LABELS = ['O', 'B-PER', 'I-PER', 'B-OTHER', 'I-OTHER'] as const;
export type Label = (typeof LABELS)[number];
export const LABEL_COUNT = 5;
export const OUT = 0;
export const BEGIN_PERSON = 1;
export const INSIDE_PERSON = 2;
export const INSIDE_OTHER = 4;

/**
 * The best sequence of labels of one run. `scores` holds LABEL_COUNT numbers a word, `transitions` one row
 * a previous label. What stands before and after a run is "O".
 */
export function viterbi(scores: Float32Array, transitions: Float32Array): Uint8Array {
  const length = scores.length / LABEL_COUNT;
  const best = new Float64Array(scores.length);
  const from = new Uint8Array(scores.length);
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    best[label] = at(scores, label) + at(transitions, OUT * LABEL_COUNT + label);
  }
  for (let index = 1; index < length; index += 1) {
    const row = index * LABEL_COUNT;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      let score = Number.NEGATIVE_INFINITY;
      for (let previous = 0; previous < LABEL_COUNT; previous += 1) {
        const candidate =
          at(best, row - LABEL_COUNT + previous) + at(transitions, previous * LABEL_COUNT + label);
        if (candidate <= score) continue;
        score = candidate;
        from[row + label] = previous;
      }
      best[row + label] = score + at(scores, row + label);
    }
  }
  return trace(best, from, transitions);
}

function trace(best: Float64Array, from: Uint8Array, transitions: Float32Array): Uint8Array {
  const length = best.length / LABEL_COUNT;
  const labels = new Uint8Array(length);
  const row = (length - 1) * LABEL_COUNT;
  const ending = (label: number) =>
    at(best, row + label) + at(transitions, label * LABEL_COUNT + OUT);
  let label = OUT;
  for (let other = 1; other < LABEL_COUNT; other += 1) {
    if (ending(other) > ending(label)) label = other;
  }
  for (let index = length - 1; index >= 0; index -= 1) {
    labels[index] = label;
    label = from[index * LABEL_COUNT + label] ?? 0;
  }
  return labels;
}

/**
 * A run as probabilities: `potentials` are exp(score), `edges` exp(transition); `forward` and `backward`
 * are scaled so that at every word Σ forward·backward = 1.
 */
export type Lattice = {
  readonly length: number;
  readonly potentials: Float64Array;
  readonly edges: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Scale taken out at each word, and at the step to the "O" after the run. */
  readonly scales: Float64Array;
  readonly logZ: number;
};

/** Forward-backward over one run. */
export function toLattice(scores: Float32Array, transitions: Float32Array): Lattice {
  const length = scores.length / LABEL_COUNT;
  const lattice = {
    length,
    potentials: new Float64Array(scores.length),
    edges: new Float64Array(transitions.length),
    forward: new Float64Array(scores.length),
    backward: new Float64Array(scores.length),
    scales: new Float64Array(length + 1),
  };
  for (let edge = 0; edge < transitions.length; edge += 1) {
    lattice.edges[edge] = Math.exp(at(transitions, edge));
  }
  let logZ = 0;
  for (let index = 0; index < length; index += 1) logZ += fillForward(lattice, scores, index);
  let end = 0;
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    const cell = (length - 1) * LABEL_COUNT + label;
    end += at(lattice.forward, cell) * at(lattice.edges, label * LABEL_COUNT + OUT);
  }
  lattice.scales[length] = end;
  for (let index = length - 1; index >= 0; index -= 1) fillBackward(lattice, index);
  return { ...lattice, logZ: logZ + Math.log(end) };
}

/** Fills one word and returns its share of log Z. */
function fillForward(
  { potentials, edges, forward, scales }: Omit<Lattice, 'logZ'>,
  scores: Float32Array,
  index: number,
): number {
  const row = index * LABEL_COUNT;
  let top = at(scores, row);
  for (let label = 1; label < LABEL_COUNT; label += 1) top = Math.max(top, at(scores, row + label));
  let sum = 0;
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    let reach = index === 0 ? at(edges, OUT * LABEL_COUNT + label) : 0;
    for (let previous = 0; index > 0 && previous < LABEL_COUNT; previous += 1) {
      reach +=
        at(forward, row - LABEL_COUNT + previous) * at(edges, previous * LABEL_COUNT + label);
    }
    const potential = Math.exp(at(scores, row + label) - top);
    potentials[row + label] = potential;
    forward[row + label] = reach * potential;
    sum += reach * potential;
  }
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    forward[row + label] = at(forward, row + label) / sum;
  }
  scales[index] = sum;
  return Math.log(sum) + top;
}

function fillBackward(lattice: Omit<Lattice, 'logZ'>, index: number): void {
  const { length, potentials, edges, backward, scales } = lattice;
  const row = index * LABEL_COUNT;
  for (let label = 0; label < LABEL_COUNT; label += 1) {
    let sum = index === length - 1 ? at(edges, label * LABEL_COUNT + OUT) : 0;
    for (let next = 0; index < length - 1 && next < LABEL_COUNT; next += 1) {
      const cell = row + LABEL_COUNT + next;
      sum += at(edges, label * LABEL_COUNT + next) * at(potentials, cell) * at(backward, cell);
    }
    backward[row + label] = sum / at(scales, index + 1);
  }
}

/** The person names in a sequence of labels, as word ranges. */
export function* personRanges(
  labels: Uint8Array,
): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from < labels.length; from += 1) {
    if (labels[from] !== BEGIN_PERSON) continue;
    let to = from + 1;
    while (labels[to] === INSIDE_PERSON) to += 1;
    yield { from, to };
  }
}

/** Unnormalised log score of one sequence of labels. */
export function scorePath(
  scores: Float32Array,
  labels: Uint8Array,
  transitions: Float32Array,
): number {
  let sum = 0;
  let previous = OUT;
  for (const [index, label] of labels.entries()) {
    sum +=
      at(scores, index * LABEL_COUNT + label) + at(transitions, previous * LABEL_COUNT + label);
    previous = label;
  }
  return sum + at(transitions, previous * LABEL_COUNT + OUT);
}

/** Probability that exactly the words from `start` to `end` (exclusive) of the run are one person's name. */
export function personProbability(lattice: Lattice, start: number, end: number): number {
  const { length, potentials, edges, forward, backward, scales } = lattice;
  let path = at(forward, start * LABEL_COUNT + BEGIN_PERSON);
  let label: number = BEGIN_PERSON;
  for (let index = start + 1; index < end; index += 1) {
    const cell = index * LABEL_COUNT + INSIDE_PERSON;
    path *=
      (at(edges, label * LABEL_COUNT + INSIDE_PERSON) * at(potentials, cell)) / at(scales, index);
    label = INSIDE_PERSON;
  }
  if (end === length) return (path * at(edges, label * LABEL_COUNT + OUT)) / at(scales, length);
  let leave = 0;
  for (let next = 0; next < LABEL_COUNT; next += 1) {
    if (next === INSIDE_PERSON) continue;
    const cell = end * LABEL_COUNT + next;
    leave += at(edges, label * LABEL_COUNT + next) * at(potentials, cell) * at(backward, cell);
  }
  return (path * leave) / at(scales, end);
}

function at(numbers: Float32Array | Float64Array, index: number): number {
  return numbers[index] as number;
}
