import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPeople } from '../../config/people.ts';
import { labelledDispatches, scorePeople } from '../quality/people.ts';

type Floors = Readonly<Record<string, { readonly precision: number; readonly recall: number }>>;

const floors: Floors = JSON.parse(
  readFileSync(new URL('../quality.json', import.meta.url), 'utf8'),
).people;

describe('people of the labelled dispatches', () => {
  it.each(scorePeople())('$language: $dispatches dispatches stay above the floor', (score) => {
    const floor = floors[score.language];
    expect(floor).toBeDefined();
    expect(score.precision, score.faults.join('\n')).toBeGreaterThanOrEqual(floor?.precision ?? 1);
    expect(score.recall, score.faults.join('\n')).toBeGreaterThanOrEqual(floor?.recall ?? 1);
  });

  it('are at least 150, and label nobody whom the authority does not know', () => {
    const known = new Set(loadPeople().people.map(({ id }) => id));
    const labelled = labelledDispatches();
    expect(labelled.length).toBeGreaterThanOrEqual(150);
    expect(labelled.flatMap(({ people }) => people).filter((id) => !known.has(id))).toEqual([]);
  });
});
