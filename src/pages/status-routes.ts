import { Router } from 'express';
import { statusPage } from './archive/status-page.ts';
import { sendPage } from './respond.ts';
import type { Site } from './site.ts';

/** How the last runs of the night job went. */
export function statusRoutes(site: Site): Router {
  const router = Router();
  router.get('/status', async (request, response) => {
    const context = site.contextOf(request);
    sendPage(response, context, statusPage(await site.reindexReports(), context));
  });
  return router;
}
