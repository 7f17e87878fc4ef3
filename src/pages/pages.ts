import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { EngineUnavailable, IndexMissing } from '../search/engine-errors.ts';
import type { Labels } from '../search/labels.ts';
import { archiveRoutes } from './archive-routes.ts';
import { assetRoutes } from './asset-routes.ts';
import { readAssets } from './assets.ts';
import { demoPage } from './demo-page.ts';
import { dispatchRoutes } from './dispatch-routes.ts';
import { failedPage, notFoundPage, unavailablePage } from './message-page.ts';
import { contextOf } from './request-context.ts';
import { sendMarkup, sendPage } from './respond.ts';
import { searchRoutes } from './search-routes.ts';
import type { Site, Sources } from './site.ts';

/** What the pages need of the rest of the facade. */
export interface PagesDependencies extends Sources {
  readonly labels: Labels;
  /** Where readers reach us, without a slash at its end; else what each request says. */
  readonly publicUrl?: string;
  /** Told of every error that becomes a "something broke" page. */
  readonly onError?: (error: unknown) => void;
  /** The clock, for "today" and for the day of reading in citations. */
  readonly today?: () => Date;
}

/**
 * All pages of the facade as a router: search, dispatches, static files, and the pages that say
 * that something is missing or broken. Mount it last: what it does not know becomes its 404.
 */
export function createPages(deps: PagesDependencies): Router {
  const assets = readAssets();
  const today = deps.today ?? (() => new Date());
  const site: Site = {
    ...deps,
    today,
    contextOf: (request) => {
      const context = contextOf(request, deps.labels, assets, today());
      return deps.publicUrl ? { ...context, origin: deps.publicUrl } : context;
    },
  };
  const router = Router();
  router.use(assetRoutes(assets));
  router.use(searchRoutes(site));
  router.use(dispatchRoutes(site));
  router.use(archiveRoutes(site));
  router.get('/demo', (request, response) => {
    const context = site.contextOf(request);
    sendMarkup(response, context, demoPage(context), 200);
  });
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
    // An address that is no percent-encoded text.
    if ((error as { status?: number }).status === 400) {
      return sendPage(response, context, notFoundPage(context), 404);
    }
    deps.onError?.(error);
    sendPage(response, context, failedPage(context), 500);
  };
}
