import compression from 'compression';
import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { EngineUnavailable, IndexMissing } from '../search/engine-errors.ts';
import type { Labels } from '../search/labels.ts';
import type { ReadDispatch, Search } from '../search/results.ts';
import { assetRoutes } from './asset-routes.ts';
import { readAssets } from './assets.ts';
import { dispatchRoutes } from './dispatch-routes.ts';
import { failedPage, notFoundPage, unavailablePage } from './message-page.ts';
import { contextOf } from './request-context.ts';
import { sendPage } from './respond.ts';
import { searchRoutes } from './search-routes.ts';
import type { Site } from './site.ts';

/** What the pages need of the rest of the facade. */
export interface PagesDependencies {
  readonly search: Search;
  readonly dispatch: ReadDispatch;
  readonly labels: Labels;
  /** Told of every error that becomes a "something broke" page. */
  readonly onError?: (error: unknown) => void;
  /** The bytes of the stored page, when the archive is at hand. */
  readonly storedPage?: (dispatch: Dispatch) => Promise<Uint8Array | null>;
  /** The clock, for the day of reading in citations. */
  readonly today?: () => Date;
}

/**
 * All pages of the facade as a router: search, dispatches, static files, and the pages that say
 * that something is missing or broken. Mount it last: what it does not know becomes its 404.
 */
export function createPages(deps: PagesDependencies): Router {
  const assets = readAssets();
  const site: Site = {
    search: deps.search,
    dispatch: deps.dispatch,
    storedPage: deps.storedPage ?? null,
    today: deps.today ?? (() => new Date()),
    contextOf: (request) => contextOf(request, deps.labels, assets),
  };
  const router = Router();
  router.use(assetRoutes(assets));
  router.use(compression());
  router.use(searchRoutes(site));
  router.use(dispatchRoutes(site));
  router.use(notFound(site));
  router.use(failed(site, deps));
  return router;
}

function notFound(site: Site): RequestHandler {
  return (request, response) => {
    const context = site.contextOf(request);
    sendPage(response, context, notFoundPage(context), 404);
  };
}

function failed(site: Site, deps: PagesDependencies): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const context = site.contextOf(request);
    if (error instanceof EngineUnavailable || error instanceof IndexMissing) {
      const page = unavailablePage(context, error instanceof IndexMissing);
      response.set('Retry-After', String(error.retryAfterSeconds));
      return sendPage(response, context, page, 503);
    }
    deps.onError?.(error);
    sendPage(response, context, failedPage(context), 500);
  };
}
