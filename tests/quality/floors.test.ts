import { describe, expect, it } from 'vitest';
import { datelines } from './datelines.ts';
import { belowFloor, floorsOf } from './floors.ts';
import { SET_KINDS } from './kinds.ts';
import { ownLines } from './own-lines.ts';
import { f1Of, overlapOf } from './shingles.ts';
import { tableOf } from './table.ts';

describe('the labelled sets of the project', () => {
  it.each(SET_KINDS.map((kind) => [kind.name, kind] as const))(
    'keep the floors of %s',
    (_, kind) => {
      const lines = ownLines(kind);
      expect(lines.every(kind.knows)).toBe(true);
      expect(Object.keys(floorsOf(kind.name))).not.toEqual([]);
      expect(belowFloor(kind.score(lines), floorsOf(kind.name))).toEqual([]);
    },
    300_000,
  );
});

describe('the score of datelines', () => {
  const line = (text: string, expected: object) => ({ id: 'x', lang: 'en', text, expected });
  const nothing = { agencies: [], places: [], day: null, month: null, year: null };
  const rome = { ...nothing, hasDateline: true, agencies: ['AP'], places: ['ROME'] };
  const { rows, misses } = datelines.score([
    line('ROME (AP) — It rained.', rome),
    line('ROME (AP) — It rained.', { ...rome, agencies: ['AFP'] }),
    line('ROME (AP) — It rained.', { ...nothing, hasDateline: false }),
    line('It rained.', rome),
  ]);

  it('counts right lines, found and missed agencies, and clean negatives', () => {
    expect(rows[0]).toMatchObject({
      group: 'all',
      lines: 4,
      figures: {
        allFields: 1 / 4,
        detectPrecision: 2 / 3,
        detectRecall: 2 / 3,
        agencyPrecision: 1 / 3,
        agencyRecall: 1 / 3,
        places: 2 / 3,
        dates: null,
        negativesClean: 0,
      },
    });
  });

  it('lists each miss with what was expected and found', () => {
    expect(misses).toHaveLength(3);
    expect(misses[0]).toContain('expected  AFP | ROME');
    expect(misses[0]).toContain('found     AP | ROME');
  });

  it('names a figure that sank below its floor, or is not measured', () => {
    const floors = { all: { allFields: 0.5, dates: 0.5, places: 0.6 } };
    expect(belowFloor({ lines: 4, rows, misses }, floors)).toEqual([
      'all.allFields is 25.0 %, floor 50.0 %',
      'all.dates is not measured, floor 50.0 %',
    ]);
  });

  it('prints a table of aligned columns', () => {
    const [head = '', all = ''] = tableOf(rows).split('\n');
    expect(head.length).toBe(all.length);
    expect(all).toMatch(/^ *all +4 +25\.0 %/);
  });
});

describe('the score of a body', () => {
  const cases: readonly (readonly [expected: string, found: string, f1: number | null])[] = [
    ['one two three four five', 'one, two: three — four five.', 1],
    ['one two three four five', 'one two three four', 2 / 3],
    ['one two three four', 'five six seven eight', 0],
    ['one two', 'one two', 1],
    ['橋の工事が終わる', '橋の工事が', 4 / 7],
    ['one', '', 0],
    ['', '', null],
  ];
  it.each(cases)('of “%s” found as “%s” is %d', (expected, found, f1) => {
    const score = f1Of([overlapOf(expected, found)]);
    if (f1 === null) expect(score).toBeNull();
    else expect(score).toBeCloseTo(f1, 10);
  });

  it('weighs a short page as much as a long one', () => {
    const long = 'a b c d e f g h i j k l m n o p';
    expect(f1Of([overlapOf(long, long), overlapOf('one', '')])).toBeCloseTo(2 / 3, 10);
  });
});
