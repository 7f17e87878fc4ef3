import quality from '../quality.json' with { type: 'json' };
import type { SetScore } from './set-kind.ts';

/** Floors of one set: by group, by figure. They only rise. */
export type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The floors of a kind of set; none when it has no entry. */
export function floorsOf(kind: string): Floors {
  return (quality as Readonly<Record<string, Floors>>)[kind] ?? {};
}

/** Every figure that has sunk below its floor, in words. */
export function belowFloor({ rows }: SetScore, floors: Floors): readonly string[] {
  return Object.entries(floors).flatMap(([group, figures]) =>
    Object.entries(figures).flatMap(([figure, floor]) => {
      const value = rows.find((row) => row.group === group)?.figures[figure] ?? null;
      if (value !== null && value >= floor) return [];
      return [
        `${group}.${figure} is ${value === null ? 'not measured' : percent(value)}, floor ${percent(floor)}`,
      ];
    }),
  );
}

/** `98.4 %`. */
export function percent(value: number): string {
  return `${(100 * value).toFixed(1)} %`;
}
