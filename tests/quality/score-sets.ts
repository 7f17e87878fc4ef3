import type { SetScore } from './set-kind.ts';

/** What was to be found in one line of a set, and what was. */
export type ReadLine = {
  readonly id: string;
  readonly group: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
};

/** Precision and recall of sets, for all lines and for each group of them; misses as `id: +wrong` and `id: -missed`. */
export function scoreSets(lines: readonly ReadLine[]): SetScore {
  const groups = [...new Set(lines.map(({ group }) => group))];
  return {
    lines: lines.length,
    rows: [
      rowOf('all', lines),
      ...groups.map((group) =>
        rowOf(
          group,
          lines.filter((line) => line.group === group),
        ),
      ),
    ],
    misses: lines.flatMap(({ id, expected, found }) => [
      ...without(found, expected).map((name) => `${id}: +${name}`),
      ...without(expected, found).map((name) => `${id}: -${name}`),
    ]),
  };
}

function rowOf(group: string, lines: readonly ReadLine[]): SetScore['rows'][number] {
  const count = (size: (line: ReadLine) => number) =>
    lines.reduce((sum, line) => sum + size(line), 0);
  const right = count(({ expected, found }) => found.length - without(found, expected).length);
  const found = count((line) => line.found.length);
  const expected = count((line) => line.expected.length);
  return {
    group,
    lines: lines.length,
    figures: {
      precision: found === 0 ? null : right / found,
      recall: expected === 0 ? null : right / expected,
    },
  };
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name));
}
