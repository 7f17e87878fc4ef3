import { agencyOf, type Naming, namedPeople } from '../search/hits.ts';
import type { PublicDispatch } from '../search/public-dispatch.ts';
import { withTerms } from '../search/query.ts';
import { queryToUrl } from '../search/query-url.ts';
import type { Facet, Fragment, Hit, Results } from '../search/results.ts';
import type { Correction } from '../search/spelling/corrections.ts';

/** A page of results as the API gives it, around the dispatches in the fields asked for. */
export function resultsJson(
  results: Results,
  dispatches: readonly object[],
  corrections: readonly Correction[],
) {
  const { query, total, totalDispatches, pages } = results;
  return {
    data: dispatches,
    pagination: {
      ...{ page: query.page, perPage: query.perPage },
      ...{ total, totalDispatches, pages, nextCursor: null },
    },
    facets: facetsJson(results.facets),
    query: {
      q: query.terms,
      usedWords: results.usedWords,
      ignoredWords: results.ignoredWords,
      relaxed: results.relaxed,
      didYouMean: corrections.map(({ terms, total: found }) => ({
        q: terms,
        total: found,
        url: queryToUrl(withTerms(query, terms)),
      })),
    },
    index: { build: results.indexBuild },
  };
}

function facetsJson(facets: readonly Facet[]) {
  return Object.fromEntries(facets.map(({ name, ...facet }) => [name, facet]));
}

/** A hit: the headline as plain text, and the marked pieces apart from it. */
export function hitJson(hit: Hit) {
  const { headline, snippet, ...rest } = hit;
  return {
    ...rest,
    headline: headline.length === 0 ? null : plain(headline),
    fragments: { headline, snippet },
    links: linksOf(hit),
  };
}

/** The whole dispatch, with the names of its agency and persons beside their ids. */
export function dispatchJson(dispatch: PublicDispatch, naming: Naming) {
  return {
    ...dispatch,
    agency: agencyOf(dispatch, naming),
    people: namedPeople(dispatch, naming),
    links: linksOf(dispatch),
  };
}

function linksOf({ id, url }: Pick<PublicDispatch, 'id' | 'url'>) {
  return { self: `/v1/dispatches/${id}`, page: `/dispatches/${id}`, original: url };
}

/** The text of the pieces, without their marks. */
export function plain(fragments: readonly Fragment[]): string {
  return fragments.map(({ text }) => text).join('');
}
