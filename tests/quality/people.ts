import { loadPeople } from '../../config/people.ts';
import { findPeople } from '../../indexer/people/find-people.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';
import { scoreSets } from './score-sets.ts';
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

/** Labelled dispatches with the people of the authority who are in them: precision and recall of the links. */
export const people: SetKind = {
  name: 'people',
  own: new URL('../people/labelled.jsonl', import.meta.url),
  knows: (line) =>
    typeof line['text'] === 'string' &&
    typeof line['lang'] === 'string' &&
    Array.isArray(line['people']),
  score: (lines) => {
    const matcher = buildMatcher(loadPeople());
    return scoreSets(
      (lines as readonly LabelledDispatch[]).map(({ id, lang, text, people: expected }) => ({
        id,
        group: lang,
        expected,
        found: findPeople(text, lang, matcher).people,
      })),
    );
  },
};
