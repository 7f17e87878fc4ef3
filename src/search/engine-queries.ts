import type { EngineClient, EngineQuery, EngineResult } from './engine-client.ts';
import { DATE_FIELD_OF, FIELD_OF, filterOf, hasOwnChoice } from './filter-expression.ts';
import { type FacetName, orderOf, type Query } from './query.ts';
import { canRelax, type Terms } from './terms.ts';

/** What the bundle answered, by what was asked for. */
export type Answers = {
  readonly hits: EngineResult;
  /** Every dispatch of the query, not grouped: its total and the counts of facets without own choice. */
  readonly all: EngineResult;
  /** Counts that a facet's own choice does not lessen. */
  readonly own: ReadonlyMap<FacetName, EngineResult>;
  readonly relaxed: boolean;
};

/** What a hit is made of; the text is there to cut the snippet from. */
export const HIT_FIELDS: readonly string[] = [
  ...['id', 'headline', 'standfirst', 'text', 'language', 'agency', 'credit', 'dateline', 'date'],
  ...['dateBasis', 'dispatchedOn', 'publishedAt', 'people', 'mentions', 'places', 'family'],
  ...['relation', 'url', 'site', 'firstIndexedAt'],
];

/**
 * Asks everything in one request: the hits, and for each facet with a choice of its own the counts
 * without it. Where no dispatch has all the words, and only there, asks once more and lets the
 * commonest words go.
 */
export async function askEngine(
  query: Query,
  terms: Terms,
  engine: EngineClient,
  alsoRetrieve: readonly string[] = [],
): Promise<Answers> {
  const bundle = bundleOf(query, terms, alsoRetrieve);
  const strict = await engine.searchAll(bundle.map(({ search }) => search));
  const empty = canRelax(terms) ? bundle.filter((_, i) => strict[i]?.totalHits === 0) : [];
  const looser =
    empty.length === 0
      ? []
      : await engine.searchAll(
          empty.map(({ search }) => ({ ...search, matchingStrategy: 'frequency' as const })),
        );
  const answered = new Map(
    bundle.map((asked, i) => {
      const second = looser[empty.indexOf(asked)];
      return [asked.purpose, second ?? strict[i]] as const;
    }),
  );
  const hits = found(answered.get('hits'));
  return {
    hits,
    all: answered.get('all') ?? hits,
    own: new Map(
      query.facets.flatMap((facet) => {
        const own = answered.get(facet);
        return own ? [[facet, own] as const] : [];
      }),
    ),
    relaxed: empty.some(({ purpose }) => purpose === 'hits') && hits.totalHits !== 0,
  };
}

type Asked = { readonly purpose: 'hits' | 'all' | FacetName; readonly search: EngineQuery };

function bundleOf(query: Query, terms: Terms, alsoRetrieve: readonly string[]): readonly Asked[] {
  const shared = query.facets.filter((facet) => !hasOwnChoice(query, facet));
  const isGrouped = query.group === 'family';
  const counting = (facets: readonly FacetName[], leaveOut: FacetName | null): EngineQuery => ({
    ...matching(query, terms),
    filter: [...filterOf(query, leaveOut)],
    page: 1,
    hitsPerPage: 0,
    facets: facets.map((facet) => facetField(query, facet)),
  });
  // Every name of the persons: a word that is one of them is no misspelling.
  const whole = terms.used.length > 0 ? [...HIT_FIELDS, 'names'] : HIT_FIELDS;
  // Words may be misspelt, which only all the texts tell; without words nothing more is needed than was asked for.
  const isChosen = terms.used.length === 0 && alsoRetrieve.length > 0;
  const hits: EngineQuery = {
    ...counting(isGrouped ? [] : shared, null),
    page: query.page,
    hitsPerPage: query.perPage,
    attributesToRetrieve: [...new Set([...(isChosen ? [] : whole), ...alsoRetrieve])],
    sort: [...sortOf(query)],
    ...(isGrouped ? { distinct: 'family' } : {}),
  };
  const own = query.facets.filter((facet) => hasOwnChoice(query, facet));
  return [
    { purpose: 'hits', search: hits },
    // Grouped counts would count one dispatch of each family, and which one is chance.
    ...(isGrouped ? [{ purpose: 'all' as const, search: counting(shared, null) }] : []),
    ...own.map((facet) => ({ purpose: facet, search: counting([facet], facet) })),
  ];
}

/** How the words are matched; the same for every query of a bundle. */
export function matching(query: Pick<Query, 'names'>, terms: Terms): EngineQuery {
  return {
    q: terms.forEngine,
    matchingStrategy: 'all',
    ...(query.names === 'exact'
      ? { attributesToSearchOn: ['headline', 'standfirst', 'text'] }
      : {}),
  };
}

/** The order by date ends with the id, so that pages never overlap. */
export function sortOf(query: Query): readonly string[] {
  const field = query.dateField === 'date' ? 'sortAt' : DATE_FIELD_OF[query.dateField];
  const order = orderOf(query);
  if (order === 'relevance') return [];
  return [`${field}:${order === 'newest' ? 'desc' : 'asc'}`, 'id:asc'];
}

/** The engine's field that is counted; years of another date are made from that date's own values. */
export function facetField(query: Pick<Query, 'dateField'>, facet: FacetName): string {
  const isTime = facet === 'year' || facet === 'month';
  return isTime && query.dateField !== 'date' ? DATE_FIELD_OF[query.dateField] : FIELD_OF[facet];
}

function found(result: EngineResult | undefined): EngineResult {
  if (!result) throw new Error('the engine answered fewer searches than were asked');
  return result;
}
