import { type Dispatch, isUnconfirmed, type Mention } from '../../indexer/dispatch.ts';
import type { FacetContext } from './facets.ts';
import type { Matcher, Span } from './matcher.ts';
import type { Query } from './query.ts';
import type { Hit, Labelled, NamedPerson } from './results.ts';
import { marked, snippetOf } from './snippet.ts';
import { similarSpellings } from './spelling/similar-spellings.ts';

/** How ids become names. */
export type Naming = Pick<FacetContext, 'labels' | 'language'>;

type HitContext = FacetContext & {
  readonly matcher: Matcher;
  readonly query: Query;
  readonly familySize: number;
};

/** In place of fields that nobody asked for, and that are not shown. */
const NOT_RETRIEVED = {
  ...{
    id: '',
    headline: null,
    standfirst: null,
    text: '',
    language: null,
    names: [],
    agency: null,
  },
  ...{ credit: null, dateline: null, date: null, dateBasis: 'none', dispatchedOn: null },
  ...{ publishedAt: null, people: [], mentions: [], places: [], family: null, relation: null },
  ...{ url: null, site: null, firstIndexedAt: '' },
} as const satisfies Partial<Dispatch>;

/** What a list of results shows of a dispatch, with the matched words and chosen persons marked. */
export function hitOf(retrieved: Partial<Dispatch>, context: HitContext): Hit {
  const dispatch = { ...NOT_RETRIEVED, ...retrieved };
  const { matcher, query, familySize } = context;
  const chosen = dispatch.mentions
    .filter(({ person, field }) => query.include.person.includes(person) && isInText(field))
    .map(({ span }) => span);
  return {
    id: dispatch.id,
    headline: dispatch.headline === null ? [] : marked(dispatch.headline, matcher),
    standfirst: dispatch.standfirst,
    snippet: tellingSnippet(dispatch, matcher, chosen),
    similarSpelling: similarSpellings(dispatch, matcher),
    agency: agencyOf(dispatch, context),
    credit: dispatch.credit,
    dateline: dispatch.dateline?.text ?? null,
    language: dispatch.language,
    date: dispatch.date,
    dateBasis: dispatch.dateBasis,
    dispatchedOn: dispatch.dispatchedOn,
    publishedAt: dispatch.publishedAt,
    places: dispatch.places,
    people: namedPeople(dispatch, context),
    family: dispatch.family,
    familySize,
    relation: dispatch.relation,
    url: dispatch.url,
    site: dispatch.site,
    firstIndexedAt: dispatch.firstIndexedAt,
  };
}

/** From the text; from the standfirst when the words stand there alone. */
function tellingSnippet(
  { text, dateline, standfirst }: Pick<Dispatch, 'text' | 'dateline' | 'standfirst'>,
  matcher: Matcher,
  chosen: readonly Span[],
): Hit['snippet'] {
  const snippet = snippetOf(text, matcher, chosen, dateline?.span[0]);
  if (standfirst === null || snippet.some(({ marked }) => marked)) return snippet;
  const above = snippetOf(standfirst, matcher);
  return above.some(({ marked }) => marked) ? above : snippet;
}

/** Spans of persons named in the headline alone count there. */
function isInText(field: Mention['field']): boolean {
  return field === undefined || field === 'text';
}

/** The agency of a dispatch with the name readers know. */
export function agencyOf(
  { agency }: Pick<Dispatch, 'agency'>,
  { labels, language }: Naming,
): Labelled | null {
  return agency === null ? null : { id: agency, label: labels.labelOf('agency', agency, language) };
}

/** The persons of a dispatch with the names readers know and the form that was printed. */
export function namedPeople(
  dispatch: Pick<Dispatch, 'people' | 'mentions'>,
  { labels, language }: Naming,
): readonly NamedPerson[] {
  const mentions = new Map(dispatch.mentions.map((mention) => [mention.person, mention]));
  return dispatch.people.map((id) => {
    const label = labels.labelOf('person', id, language);
    const mention = mentions.get(id);
    return {
      ...{ id, label, confirmed: !isUnconfirmed(id) },
      ...{ asPrinted: mention?.asPrinted ?? label, count: mention?.count ?? 1 },
    };
  });
}
