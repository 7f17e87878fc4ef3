import { type RequestHandler, Router } from 'express';
import { archiveRoutes } from './archive-routes.ts';
import { citationRoutes } from './citation-routes.ts';
import { clientRoutes } from './client-routes.ts';
import { dispatchRoutes } from './dispatch-routes.ts';
import { docsRoutes } from './docs-routes.ts';
import { exportRoutes } from './export-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import type { OpenApiDocument } from './openapi.ts';
import { type ApiDeps, get } from './route.ts';

/** Everything under `/v1`; `cache` stands before all that depends on the index alone. */
export function apiRoutes(deps: ApiDeps, document: OpenApiDocument, cache: RequestHandler): Router {
  const router = Router();
  router.use(docsRoutes(deps, document), clientRoutes());
  get(router, '/reindex', async (_request, response) => {
    response.set('cache-control', 'no-store').json({ data: await deps.reindexReports() });
  });
  router.use(cache);
  for (const routes of [dispatchRoutes, citationRoutes, exportRoutes, feedRoutes, archiveRoutes]) {
    router.use(routes(deps));
  }
  return router;
}
