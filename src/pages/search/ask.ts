import {
  type FilterName,
  isNarrowed,
  type Query,
  withoutFilters,
  withTerms,
  withUndated,
} from '../../search/query.ts';
import { foldedFamilies } from '../../search/related.ts';
import type { Facet, Results, Search } from '../../search/results.ts';
import type { PageContext } from '../page-context.ts';
import type { Sources } from '../site.ts';
import { appliedFilters } from './applied-filters.ts';
import type { Widening } from './empty-state.ts';
import type { SearchPageParts } from './search-page.ts';

const VALUES_SHOWN = 8;
/** As many as the engine counts. */
const EVERY_VALUE = 20_000;
const MOST_WIDENINGS = 6;

/** Asks the search for everything that the search page shows. */
export async function askForSearchPage(
  query: Query,
  { search, corrections, versions }: Pick<Sources, 'search' | 'corrections' | 'versions'>,
  context: PageContext,
): Promise<SearchPageParts> {
  const { language } = context.words;
  const asked: Query = {
    ...query,
    facets: ['agency', 'person', 'place', 'lang', 'year', 'month'],
    facetSize: VALUES_SHOWN,
  };
  const [results, undated] = await Promise.all([
    search(asked, language),
    countOf(withUndated(query, 'only'), search, language),
  ]);
  const [widenings, meant, members] = await Promise.all([
    results.total === 0 ? askWider(query, search, context) : [],
    corrections(query, results),
    versions(foldedFamilies(results)),
  ]);
  return { results, undated, widenings, corrections: meant, versions: members };
}

/** Counts what the query would find without one of its filters, without all, or without words. */
async function askWider(
  query: Query,
  search: Search,
  context: PageContext,
): Promise<readonly Widening[]> {
  const { words } = context;
  const filters = appliedFilters(query, context);
  const wider = [
    ...filters.map(({ label, without }) => ({
      say: (counted: string) => words.without(label, counted),
      query: without,
    })),
    ...(filters.length > 1 ? [{ say: words.withoutAny, query: withoutFilters(query) }] : []),
    ...(query.terms !== '' && isNarrowed(query)
      ? [{ say: words.withoutWords, query: withTerms(query, '') }]
      : []),
  ].slice(0, MOST_WIDENINGS);
  return Promise.all(
    wider.map(async (one) => ({
      ...one,
      total: await countOf(one.query, search, words.language),
    })),
  );
}

async function countOf(query: Query, search: Search, language: string): Promise<number> {
  const counting: Query = { ...query, page: 1, perPage: 1, facets: [] };
  const results: Results = await search(counting, language);
  return results.totalDispatches;
}

/** Every value of one facet that the query leaves to choose from. */
export async function askForFacet(
  filter: FilterName,
  query: Query,
  search: Search,
  { words }: PageContext,
): Promise<Facet> {
  const asked: Query = { ...query, page: 1, perPage: 1, facets: [filter], facetSize: EVERY_VALUE };
  const { facets } = await search(asked, words.language);
  return facets[0] ?? { name: filter, values: [], truncated: false };
}
