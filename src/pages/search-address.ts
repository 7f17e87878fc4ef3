import { FILTER_NAMES, type FilterName, type Query } from '../search/query.ts';
import { queryToUrl } from '../search/query-url.ts';
import { pageDefaults } from './page-query.ts';

/** How the pages ask, whatever the address says: these need not stand in it. */
const SHOWN_FACETS: Pick<Query, 'facets' | 'facetSize'> = {
  facets: pageDefaults.facets,
  facetSize: pageDefaults.facetSize,
};

/** Address of the search page for a query. */
export function searchAddress(query: Query): string {
  return `/${queryString(query)}`;
}

/** A query as the end of a page's address: `?…`, or nothing when it asks for everything. */
export function queryString(query: Query): string {
  const written = queryToUrl({ ...query, ...SHOWN_FACETS }, pageDefaults);
  return written === '?' ? '' : written;
}

/** A query as the end of an address of the API. */
export function apiQueryString(query: Query): string {
  const written = queryToUrl({ ...query, ...SHOWN_FACETS });
  return written === '?' ? '' : written;
}

/** Address of the search for one value, and nothing else. */
export function searchFor(chosen: Readonly<Partial<Record<FilterName, string>>>): string {
  const include = Object.fromEntries(
    FILTER_NAMES.map((name) => [name, chosen[name] === undefined ? [] : [chosen[name]]]),
  ) as unknown as Query['include'];
  return searchAddress({ ...pageDefaults, include });
}
