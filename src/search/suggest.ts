import type { Dispatch } from '../../indexer/dispatch.ts';
import type { ArchiveFacts } from './archive-facts.ts';
import type { Directory, Entry, PersonEntry } from './directory.ts';
import type { EngineClient } from './engine-client.ts';
import { matcherOf } from './matcher.ts';
import { everything, type FilterName, only } from './query.ts';
import { queryToUrl } from './query-url.ts';
import type { Fragment } from './results.ts';
import { marked } from './snippet.ts';
import { readTerms } from './terms.ts';

/** Something that the typed letters may mean, with the query that choosing it makes. */
export type Suggestion<Found extends Entry = Entry> = Found & { readonly url: string };

/** What to offer while somebody types. */
export type Suggestions = {
  readonly people: readonly Suggestion<PersonEntry>[];
  readonly agencies: readonly Suggestion[];
  readonly places: readonly Suggestion[];
  readonly headlines: readonly {
    readonly id: string;
    readonly headline: readonly Fragment[];
    readonly date: string | null;
  }[];
};

/** Offers persons, agencies, places and headlines for the letters typed so far, `most` of each. */
export async function suggest(
  typed: string,
  most: number,
  directory: Directory,
  facts: ArchiveFacts,
  engine: EngineClient,
  language: string,
): Promise<Suggestions> {
  const offer = <Found extends Entry>(filter: FilterName, found: readonly Found[]) =>
    found
      .slice(0, most)
      .map((entry) => ({ ...entry, url: queryToUrl(only(everything, filter, entry.id)) }));
  const terms = readTerms(typed);
  const [found] = await engine.searchAll([
    {
      ...{ q: terms.forEngine, matchingStrategy: 'all', limit: most },
      // Reprints of one dispatch are one line.
      distinct: 'family',
      attributesToSearchOn: ['headline'],
      attributesToRetrieve: ['id', 'headline', 'date'],
    },
  ]);
  const matcher = matcherOf(terms.used);
  const hits = (found?.hits ?? []) as readonly Pick<Dispatch, 'id' | 'headline' | 'date'>[];
  return {
    people: offer('person', directory.people(typed, facts.person, language)),
    agencies: offer('agency', directory.agencies(typed, facts.agency, language)),
    places: offer('place', directory.places(typed, facts.place, language)),
    headlines: hits.map(({ id, headline, date }) => ({
      ...{ id, date },
      headline: marked(headline ?? '', matcher),
    })),
  };
}
