import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPeople } from '../../config/people.ts';
import { writtenNames } from '../../config/people-checks.ts';
import { findPeople } from '../../indexer/people/find-people.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';
import type { LabelledDispatch } from '../quality/people.ts';

const authority = loadPeople();

describe('the labelled dispatches', () => {
  it('are at least 150, and label nobody whom the authority does not know', () => {
    const known = new Set(authority.people.map(({ id }) => id));
    const labelled = readFileSync(new URL('labelled.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as LabelledDispatch);
    expect(labelled.length).toBeGreaterThanOrEqual(150);
    expect(labelled.flatMap(({ people }) => people).filter((id) => !known.has(id))).toEqual([]);
  });
});

describe('every name of the authority', () => {
  it('is found where it is printed, in all scripts, and names nobody else', () => {
    const matcher = buildMatcher(authority);
    const read = authority.people.flatMap((person) =>
      writtenNames(person).map((name) => ({
        name,
        id: person.id,
        found: findPeople(name, null, matcher).people,
      })),
    );
    expect(read.length).toBeGreaterThan(4000);
    // A name that begins with Latin letters and ends in Hangul or Katakana has no script to be read in.
    const spelled = read.filter(({ name }) => !/^[A-Z].*[가-힣ァ-ヶ]/u.test(name));
    expect(spelled.filter(({ id, found }) => found.length !== 1 || found[0] !== id)).toEqual([]);
  });
});
