import { type Request, Router } from 'express';
import { FILTER_NAMES, type Query } from '../search/query.ts';
import type { QueryProblem } from '../search/query-url.ts';
import { badQueryPage } from './message-page.ts';
import { linkTo } from './page-context.ts';
import { readPageQuery, searchParameters, withoutFaults } from './page-query.ts';
import { sendPage } from './respond.ts';
import { askForFacet, askForSearchPage } from './search/ask.ts';
import { facetPage } from './search/facet-page.ts';
import { searchPage } from './search/search-page.ts';
import { searchAddress } from './search-address.ts';
import type { Site } from './site.ts';

/** The search page, and the full list of each facet. */
export function searchRoutes(site: Site): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const context = site.contextOf(request);
    const params = searchParameters(request);
    const query = readPageQuery(request, site.today());
    if (isProblems(query)) {
      const page = badQueryPage(query, withoutFaults(request, query), context);
      return sendPage(response, context, page, 400);
    }
    // A form sends what was left empty too, and a span along with the days that replace it: the address to
    // share says only what was chosen.
    const isStale = params.has('period') && context.period === null;
    if (isStale || [...params.values()].includes('')) {
      return response.redirect(303, linkTo(context, searchAddress(query)));
    }
    const parts = await askForSearchPage(query, site, context);
    sendPage(response, context, searchPage(parts, context));
  });
  for (const filter of FILTER_NAMES) {
    router.get(`/facets/${filter}`, async (request, response) => {
      const context = site.contextOf(request);
      const { query, find, order } = readFacetAddress(request, site.today());
      if (isProblems(query)) {
        const left = withoutFaults(request, query, FACET_PAGE_PARAMETERS);
        return sendPage(response, context, badQueryPage(query, left, context), 400);
      }
      const facet = await askForFacet(filter, query, site.search, context);
      const view = { filter, find, order };
      sendPage(response, context, facetPage(facet, query, view, site.namesOf, context));
    });
  }
  return router;
}

const FACET_PAGE_PARAMETERS = ['find', 'order'];

function readFacetAddress(request: Request, today: Date) {
  const params = searchParameters(request);
  const find = params.get('find')?.slice(0, 100) ?? '';
  const order = params.get('order') === 'name' ? ('name' as const) : ('count' as const);
  return { query: readPageQuery(request, today, FACET_PAGE_PARAMETERS), find, order };
}

function isProblems(read: Query | QueryProblem[]): read is QueryProblem[] {
  return Array.isArray(read);
}
