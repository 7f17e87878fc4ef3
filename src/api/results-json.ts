import type { Dispatch } from '../../indexer/dispatch.ts';
import type { Labels } from '../search/labels.ts';
import type { Fragment, Hit, Results } from '../search/results.ts';

/** A page of results as the API gives it; the shape is `Results` in the OpenAPI document. */
export function resultsJson(results: Results) {
  const { query, total, totalDispatches, pages, usedWords, ignoredWords, relaxed } = results;
  return {
    data: results.hits.map(hitJson),
    pagination: { page: query.page, perPage: query.perPage, total, totalDispatches, pages },
    facets: Object.fromEntries(
      results.facets.map(({ name, values, truncated }) => [name, { values, truncated }]),
    ),
    query: { q: query.terms, usedWords, ignoredWords, relaxed },
    index: { build: results.indexBuild },
  };
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
export function dispatchJson(dispatch: Dispatch, labels: Labels, language: string) {
  const named = (facet: 'agency' | 'person', id: string) => ({
    id,
    label: labels.labelOf(facet, id, language),
  });
  return {
    ...dispatch,
    agency: dispatch.agency === null ? null : named('agency', dispatch.agency),
    people: dispatch.people.map((id) => named('person', id)),
    links: linksOf(dispatch),
  };
}

function linksOf({ id, url }: Pick<Dispatch, 'id' | 'url'>) {
  return { self: `/v1/dispatches/${id}`, page: `/dispatches/${id}`, original: url };
}

function plain(fragments: readonly Fragment[]): string {
  return fragments.map(({ text }) => text).join('');
}
