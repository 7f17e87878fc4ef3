import { type Request, Router } from 'express';
import { FILTER_NAMES, type Query } from '../search/query.ts';
import { type QueryProblem, queryFromUrl } from '../search/query-url.ts';
import { badQueryPage } from './message-page.ts';
import { linkTo } from './page-context.ts';
import { searchParameters } from './request-context.ts';
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
    const query = queryFromUrl(params);
    if (isProblems(query)) {
      const page = badQueryPage(query, params.get('q') ?? '', context);
      return sendPage(response, context, page, 400);
    }
    // A form sends what was left empty too: the address to share says only what was chosen.
    if ([...params.values()].includes('')) {
      return response.redirect(303, linkTo(context, searchAddress(query)));
    }
    const parts = await askForSearchPage(query, site.search, context);
    sendPage(response, context, searchPage(parts, context));
  });
  for (const filter of FILTER_NAMES) {
    router.get(`/facets/${filter}`, async (request, response) => {
      const context = site.contextOf(request);
      const { query, find, order } = readFacetAddress(request);
      if (isProblems(query)) {
        return sendPage(response, context, badQueryPage(query, '', context), 400);
      }
      const facet = await askForFacet(filter, query, site.search, context);
      sendPage(response, context, facetPage(facet, query, { filter, find, order }, context));
    });
  }
  return router;
}

function readFacetAddress(request: Request) {
  const params = searchParameters(request);
  const find = params.get('find')?.slice(0, 100) ?? '';
  const order = params.get('order') === 'name' ? ('name' as const) : ('count' as const);
  return { query: queryFromUrl(params, ['find', 'order']), find, order };
}

function isProblems(read: Query | QueryProblem[]): read is QueryProblem[] {
  return Array.isArray(read);
}
