import { type RequestHandler, Router } from 'express';
import type { Labels } from '../search/labels.ts';
import type { ReadDispatch, Search } from '../search/results.ts';
import { ProblemError, sendProblem } from './problem.ts';
import { queryOf } from './request-query.ts';
import { dispatchJson, resultsJson } from './results-json.ts';

export type ApiDeps = {
  readonly search: Search;
  readonly dispatch: ReadDispatch;
  readonly labels: Labels;
};

/** Everything under `/v1`. */
export function apiRoutes(deps: ApiDeps): Router {
  const router = Router();
  get(router, '/dispatches', async (request, response) => {
    const results = await deps.search(queryOf(request), 'en');
    response.json(resultsJson(results));
  });
  get(router, '/dispatches/:id', async (request, response) => {
    const id = String(request.params['id']);
    const dispatch = await deps.dispatch(id);
    if (dispatch === null) {
      const detail = `There is no dispatch ${JSON.stringify(id.slice(0, 80))}.`;
      throw new ProblemError({ status: 404, type: 'not-found', detail });
    }
    response.json(dispatchJson(dispatch, deps.labels, 'en'));
  });
  return router;
}

/** A route that can be read, and says so to every other method. */
export function get(router: Router, path: string, ...handlers: readonly RequestHandler[]): void {
  router
    .route(path)
    .get(...handlers)
    .all((request, response) => {
      const detail = `${request.method} is not possible here; GET is.`;
      const headers = { allow: 'GET, HEAD' };
      sendProblem(response, { status: 405, type: 'method-not-allowed', detail, headers });
    });
}
