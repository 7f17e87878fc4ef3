import { readFileSync } from 'node:fs';
import { loadPeople } from '../../config/people.ts';
import { findPeople } from '../../indexer/people/find-people.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';
import type { SetKind } from './set-kind.ts';

/** One labelled dispatch of `tests/people/labelled.jsonl`. */
export type LabelledDispatch = {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  /** Ids of the people of the authority who are in it. */
  readonly people: readonly string[];
  /** What the dispatch tests. */
  readonly note: string;
};

/** Precision and recall of the people of one language, and what went wrong. */
export type PeopleScore = {
  readonly language: string;
  readonly dispatches: number;
  readonly precision: number;
  readonly recall: number;
  /** `id: +somebody who is not there` or `id: -somebody who was missed`. */
  readonly faults: readonly string[];
};

/** The labelled dispatches of the project. */
export function labelledDispatches(): LabelledDispatch[] {
  const lines = readFileSync(new URL('../people/labelled.jsonl', import.meta.url), 'utf8').trim();
  return lines.split('\n').map((line) => JSON.parse(line) as LabelledDispatch);
}

/** Scores the authority matcher on labelled dispatches, by language. */
export function scorePeople(
  labelled: readonly LabelledDispatch[] = labelledDispatches(),
): PeopleScore[] {
  const matcher = buildMatcher(loadPeople());
  return [...new Set(labelled.map(({ lang }) => lang))].map((language) => {
    const dispatches = labelled.filter(({ lang }) => lang === language);
    const read = dispatches.map(({ id, text, people }) => {
      const found = findPeople(text, language, matcher).people;
      return {
        right: found.filter((person) => people.includes(person)).length,
        faults: [
          ...found
            .filter((person) => !people.includes(person))
            .map((person) => `${id}: +${person}`),
          ...people
            .filter((person) => !found.includes(person))
            .map((person) => `${id}: -${person}`),
        ],
      };
    });
    const right = read.reduce((sum, { right }) => sum + right, 0);
    const faults = read.flatMap(({ faults }) => faults);
    const wrong = faults.filter((fault) => fault.includes(': +')).length;
    const missed = faults.length - wrong;
    return {
      language,
      dispatches: dispatches.length,
      precision: right / (right + wrong),
      recall: right / (right + missed),
      faults,
    };
  });
}

/** Labelled dispatches with the people who are in them, for `npm run quality`. */
export const people: SetKind = {
  name: 'people',
  own: new URL('../people/labelled.jsonl', import.meta.url),
  knows: (line) => typeof line['text'] === 'string' && Array.isArray(line['people']),
  score: (lines) => {
    const scores = scorePeople(lines as readonly LabelledDispatch[]);
    return {
      lines: lines.length,
      rows: scores.map(({ language, dispatches, precision, recall }) => ({
        group: language,
        lines: dispatches,
        figures: { precision, recall },
      })),
      misses: scores.flatMap(({ faults }) => faults),
    };
  },
};
