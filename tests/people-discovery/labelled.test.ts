import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discoverPeople } from '../../indexer/people/discovery/discover-people.ts';
import { toNameKey } from '../../indexer/people/discovery/name-key.ts';
import { loadPersonModel } from '../../indexer/people/discovery/person-model.ts';
import quality from '../quality.json' with { type: 'json' };

/** One dispatch of invented people: the set of full names to be found in it. */
type Labelled = { readonly language: string; readonly text: string; readonly people: string[] };

const model = loadPersonModel();
const dispatches = readFileSync(join(import.meta.dirname, 'labelled.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);

function score(set: readonly Labelled[]) {
  let [right, found, wanted] = [0, 0, 0];
  for (const { text, people } of set) {
    const expected = new Set(people.map(toNameKey));
    const keys = discoverPeople(text, [], model).map(({ key }) => key);
    right += keys.filter((key) => expected.has(key)).length;
    found += keys.length;
    wanted += expected.size;
  }
  return { precision: right / Math.max(1, found), recall: right / Math.max(1, wanted) };
}

describe('discovery on the labelled dispatches', () => {
  it.each(Object.entries(quality.peopleDiscovery))('keeps its floors in %s', (language, floors) => {
    const set = dispatches.filter(
      (dispatch) => language === 'all' || dispatch.language === language,
    );
    expect(set.length).toBeGreaterThan(0);
    const { precision, recall } = score(set);
    expect(precision).toBeGreaterThanOrEqual(floors.precision);
    expect(recall).toBeGreaterThanOrEqual(floors.recall);
  });
});
