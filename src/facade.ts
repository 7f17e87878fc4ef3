import express, { type Express } from 'express';
import { type Logger, pino } from 'pino';
import { errorHandler, notFound } from './api/error-handler.ts';
import { healthRoutes } from './api/health-routes.ts';
import { apiRoutes } from './api/routes.ts';
import { createPages } from './pages/pages.ts';
import { connectEngine, type EngineAddress } from './search/engine-client.ts';
import { type Labels, plainLabels } from './search/labels.ts';
import { queryToUrl } from './search/query-url.ts';
import type { Search } from './search/results.ts';
import { readDispatch, searchDispatches } from './search/search-dispatches.ts';

export type FacadeOptions = {
  readonly engine: EngineAddress;
  /** Names of agencies and persons; ids without one are shown as they are. */
  readonly labels?: Labels;
  readonly logger?: Logger;
};

/** The read side as one Express application: the API, and the pages over the same searches. */
export function createFacade(options: FacadeOptions): Express {
  const { labels = plainLabels, logger = pino({ enabled: false }) } = options;
  const engine = connectEngine(options.engine);
  const search: Search = (query, language) =>
    searchDispatches(query, engine, { labels, language, urlOf: queryToUrl });
  const dispatch = (id: string) => readDispatch(id, engine);

  const app = express();
  app.disable('x-powered-by');
  // The raw parameters are read once, in request-query.ts; two parsers would disagree one day.
  app.set('query parser', false);
  const problems = errorHandler(logger);
  app.use(healthRoutes(engine), problems);
  app.use('/v1', apiRoutes({ search, dispatch, labels }), notFound, problems);
  // Last: what the pages do not know becomes their "not found".
  app.use(
    createPages({
      search,
      dispatch,
      labels,
      onError: (err) => logger.error({ err }, 'page failed'),
    }),
  );
  return app;
}
