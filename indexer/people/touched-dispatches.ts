import type { Meilisearch } from 'meilisearch';
import type { PeopleAuthority } from '../../config/people.ts';
import type { Decisions } from '../../config/people-decisions.ts';
import type { Dispatch } from '../dispatch.ts';
import { eachPage } from '../load/all-documents.ts';
import { changedDecisions, peopleOfDecisions } from './decided-names.ts';
import { buildMatcher } from './matcher.ts';
import { namesAnybody } from './names-anybody.ts';

type Stored = Pick<Dispatch, 'id' | 'headline' | 'standfirst' | 'text' | 'language'>;

/**
 * Ids of the dispatches in which other decisions could make the converter find other people: those that
 * print a name which was decided on since, or whose decision was taken back. Nothing is read when none was.
 */
export async function touchedDispatches(
  client: Meilisearch,
  index: string,
  decisions: { readonly before: Decisions; readonly now: Decisions },
  authority: PeopleAuthority,
  deadlineMs: number,
): Promise<ReadonlySet<string>> {
  const changed = changedDecisions(decisions.before, decisions.now);
  const people = peopleOfDecisions(changed, authority);
  if (people.length === 0 && changed.reject.length === 0) return new Set();
  const matcher = buildMatcher({ people, reject: changed.reject });
  const touched = new Set<string>();
  const fields = ['id', 'headline', 'standfirst', 'text', 'language'] as const;
  for await (const dispatches of eachPage<Stored>(client, index, deadlineMs, fields)) {
    for (const { id, headline, standfirst, text, language } of dispatches) {
      const texts = [headline, standfirst, text].filter((one) => one !== null);
      if (texts.some((one) => namesAnybody(one, language, matcher))) touched.add(id);
    }
  }
  return touched;
}
