import { discoverPeople } from '../../indexer/people/discovery/discover-people.ts';
import { toNameKey } from '../../indexer/people/discovery/name-key.ts';
import { loadPersonModel } from '../../indexer/people/discovery/person-model.ts';
import { scoreSets } from './score-sets.ts';
import type { SetKind } from './set-kind.ts';

/** One dispatch about people whom no authority knows: the set of full names to be found in it. */
type LabelledNames = {
  readonly language: string;
  readonly text: string;
  readonly people: readonly string[];
};

/** Dispatches with the full names that are in them: precision and recall of the tagger, by document. */
export const peopleDiscovery: SetKind = {
  name: 'peopleDiscovery',
  own: new URL('../people-discovery/labelled.jsonl', import.meta.url),
  knows: (line) => typeof line['language'] === 'string' && Array.isArray(line['people']),
  score: (lines) => {
    const model = loadPersonModel();
    return scoreSets(
      (lines as readonly LabelledNames[]).map(({ language, text, people }, at) => ({
        id: `line ${at + 1}`,
        group: language,
        expected: [...new Set(people.map(toNameKey))],
        found: discoverPeople(text, [], model).map(({ key }) => key),
      })),
    );
  },
};
