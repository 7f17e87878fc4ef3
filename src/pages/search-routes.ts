import { Router } from 'express';
import { queryFromUrl } from '../search/query-url.ts';
import { badQueryPage } from './message-page.ts';
import { linkTo } from './page-context.ts';
import { searchParameters } from './request-context.ts';
import { sendPage } from './respond.ts';
import { askForSearchPage } from './search/ask.ts';
import { searchPage } from './search/search-page.ts';
import { searchAddress } from './search-address.ts';
import type { Site } from './site.ts';

/** The search page. */
export function searchRoutes(site: Site): Router {
  const router = Router();
  router.get('/', async (request, response) => {
    const context = site.contextOf(request);
    const params = searchParameters(request);
    const query = queryFromUrl(params);
    if (isProblems(query)) return sendPage(response, context, badQueryPage(query, context), 400);
    // A form sends what was left empty too: the address to share says only what was chosen.
    if ([...params.values()].includes('')) {
      return response.redirect(303, linkTo(context, searchAddress(query)));
    }
    const parts = await askForSearchPage(query, site.search, context);
    sendPage(response, context, searchPage(parts, context));
  });
  return router;
}

function isProblems<Q, P>(read: Q | readonly P[]): read is readonly P[] {
  return Array.isArray(read);
}
