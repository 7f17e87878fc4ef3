import { Router } from 'express';
import type { EngineClient } from '../search/engine-client.ts';
import { get } from './route.ts';

/** `/healthz`: this process lives. `/readyz`: the engine answers and holds the index, else 503. */
export function healthRoutes(engine: EngineClient): Router {
  const router = Router();
  get(router, '/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').json({ status: 'alive' });
  });
  get(router, '/readyz', async (_request, response) => {
    const [answer] = await engine.searchAll([{ q: '', page: 1, hitsPerPage: 0 }]);
    response
      .set('cache-control', 'no-store')
      .json({ status: 'ready', dispatches: answer?.totalHits ?? 0 });
  });
  return router;
}
