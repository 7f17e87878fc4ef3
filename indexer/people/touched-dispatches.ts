import type { Meilisearch } from 'meilisearch';
import type { Dispatch } from '../dispatch.ts';
import { eachPage } from '../load/all-documents.ts';
import type { PeopleChange } from './changed-people.ts';
import { buildMatcher } from './matcher.ts';
import { namesAnybody } from './names-anybody.ts';

type Stored = Pick<Dispatch, 'id' | 'headline' | 'standfirst' | 'text' | 'language'>;

/**
 * Ids of the dispatches in which the converter could find other people now: those that print a name of
 * somebody who changed, came or went. Nothing is read when nobody did.
 */
export async function touchedDispatches(
  client: Meilisearch,
  index: string,
  change: PeopleChange,
  deadlineMs: number,
): Promise<ReadonlySet<string>> {
  const matchers = [
    ...change.people.map((person) => buildMatcher({ people: [person], reject: [] })),
    ...(change.reject.length > 0 ? [buildMatcher({ people: [], reject: change.reject })] : []),
  ];
  const touched = new Set<string>();
  if (matchers.length === 0) return touched;
  const fields = ['id', 'headline', 'standfirst', 'text', 'language'] as const;
  for await (const dispatches of eachPage<Stored>(client, index, deadlineMs, fields)) {
    for (const { id, headline, standfirst, text, language } of dispatches) {
      const texts = [headline, standfirst, text].filter((one) => one !== null);
      if (texts.some((one) => namesAnybody(one, language, matchers))) touched.add(id);
    }
  }
  return touched;
}
