import { BY_LENGTH, BY_WORDS, type Measure, type Score, scorer } from './score-steps.ts';

/** One row of a comparison: what of one text stands beside what of the other. Either may be empty. */
export interface Row {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** So many paragraphs of one text may stand beside a single one of the other: reprints join them. */
const MOST_JOINED = 6;
/** Larger tables take too long; such texts are shown in order. */
const MOST_CELLS = 60_000;

/** Sets the paragraphs of two texts beside each other, in order, none lost. */
export function alignParagraphs(
  left: readonly string[],
  right: readonly string[],
  isOneLanguage: boolean,
): readonly Row[] {
  const most = Math.min(left.length, right.length);
  const isEqual = (i: number, j: number) => isOneLanguage && left.at(i) === right.at(j);
  let start = 0;
  while (start < most && isEqual(start, start)) start += 1;
  let end = 0;
  while (end < most - start && isEqual(-1 - end, -1 - end)) end += 1;
  const same = (paragraphs: readonly string[]) =>
    paragraphs.map((paragraph) => ({ left: [paragraph], right: [paragraph] }));
  return [
    ...same(left.slice(0, start)),
    ...alignMiddle(
      left.slice(start, left.length - end),
      right.slice(start, right.length - end),
      isOneLanguage ? BY_WORDS : BY_LENGTH,
    ),
    ...same(left.slice(left.length - end)),
  ];
}

/** A way to go on: so many paragraphs of either text make the next row. */
type Step = readonly [number, number];

const STEPS: readonly Step[] = [
  [1, 1],
  [1, 0],
  [0, 1],
  ...Array.from({ length: MOST_JOINED - 1 }, (_, i): Step => [i + 2, 1]),
  ...Array.from({ length: MOST_JOINED - 1 }, (_, i): Step => [1, i + 2]),
];

function alignMiddle(
  left: readonly string[],
  right: readonly string[],
  measure: Measure,
): readonly Row[] {
  if ((left.length + 1) * (right.length + 1) > MOST_CELLS) return inOrder(left, right);
  const steps = bestSteps(left.length, right.length, scorer(left, right, measure));
  const rows: Row[] = [];
  for (let i = left.length, j = right.length; i + j > 0; ) {
    const [down, across] = steps(i, j);
    rows.push({ left: left.slice(i - down, i), right: right.slice(j - across, j) });
    i -= down;
    j -= across;
  }
  return rows.reverse();
}

/** For every pair of places the last step of the best way there, by dynamic programming. */
function bestSteps(height: number, breadth: number, score: Score): (i: number, j: number) => Step {
  const width = breadth + 1;
  const sums = new Float64Array((height + 1) * width);
  const came = new Uint8Array(sums.length);
  const reach = (i: number, j: number) => {
    const at = i * width + j;
    sums[at] = Number.NEGATIVE_INFINITY;
    for (const [step, [down, across]] of STEPS.entries()) {
      if (down > i || across > j) continue;
      const before = sums[(i - down) * width + j - across] ?? 0;
      const sum = before + score(i - down, j - across, down, across);
      if (sum > (sums[at] ?? 0)) {
        sums[at] = sum;
        came[at] = step;
      }
    }
  };
  for (let i = 0; i <= height; i += 1) {
    for (let j = 0; j <= breadth; j += 1) if (i + j > 0) reach(i, j);
  }
  return (i, j) => STEPS[came[i * width + j] ?? 0] ?? [1, 1];
}

function inOrder(left: readonly string[], right: readonly string[]): readonly Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => ({
    left: left.slice(i, i + 1),
    right: right.slice(i, i + 1),
  }));
}
