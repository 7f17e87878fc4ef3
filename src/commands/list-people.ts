import type { Meilisearch } from 'meilisearch';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { LIVE_INDEX } from '../../indexer/dispatch-index.ts';
import type { PersonDocument } from '../../indexer/people/people-index.ts';
import { type MergeSuggestion, suggestMerges } from '../../indexer/people/suggest-merges.ts';
import type { Terminal } from './terminal.ts';

/** One line a person, those named most first: count, id, name, years, titles. */
export function listPeople(
  people: readonly PersonDocument[],
  json: boolean,
  terminal: Terminal,
): void {
  const sorted = [...people].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
  for (const person of sorted) terminal.out(json ? JSON.stringify(person) : lineOf(person));
  const unconfirmed = people.filter(({ confirmed }) => !confirmed).length;
  terminal.err(`${people.length} people, ${unconfirmed} of them unconfirmed`);
}

function lineOf({ id, name, count, confirmed, firstSeen, lastSeen, roles }: PersonDocument) {
  const years = [firstSeen, lastSeen].map((date) => date?.slice(0, 4) ?? '?').join('–');
  const notes = [...(confirmed ? [] : ['unconfirmed']), ...(roles[0] ? [roles[0]] : [])];
  return `${String(count).padStart(6)}  ${id}  ${name}  ${years}  ${notes.join(', ')}`.trimEnd();
}

const EXAMPLES = 3;

/** Which unconfirmed people may be somebody else, with dispatches that name them. */
export async function listSuggestions(
  people: readonly PersonDocument[],
  client: Meilisearch,
  json: boolean,
  terminal: Terminal,
): Promise<void> {
  for (const suggestion of suggestMerges(people)) {
    const examples = await examplesOf(suggestion.person.id, client);
    const { person, like, form, score } = suggestion;
    terminal.out(
      json
        ? JSON.stringify({ person: person.id, like: like.id, form, score, examples })
        : [toText(suggestion), ...examples.map((line) => `    ${line}`)].join('\n'),
    );
  }
}

function toText({ person, like, form, score }: MergeSuggestion): string {
  const decide = like.confirmed
    ? `--merge ${person.id} --into ${like.id}`
    : `--accept ${like.id}, then --merge ${person.id} into it`;
  return `${person.name} (${person.count}) looks like the same as ${form} (${like.id}, ${like.count}): ${score.toFixed(2)}; ${decide}`;
}

async function examplesOf(id: string, client: Meilisearch): Promise<readonly string[]> {
  const { hits } = await client.index<Dispatch>(LIVE_INDEX).search('', {
    filter: `people = "${id}"`,
    limit: EXAMPLES,
    attributesToRetrieve: ['date', 'headline', 'mentions'],
  });
  return hits.map(({ date, headline, mentions }) => {
    const printed = mentions.find(({ person }) => person === id);
    const words = [printed?.role, printed?.asPrinted].filter(Boolean).join(' ');
    return `${date ?? 'undated'}  "${words}"  ${headline ?? ''}`;
  });
}
