import { createHash } from 'node:crypto';
import { constants } from 'node:zlib';
import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import { type Logger, pino } from 'pino';
import { type AgencyCatalogue, agencyCatalogue } from '../config/agencies.ts';
import type { PeopleAuthority } from '../config/people.ts';
import { type Gazetteer, gazetteer } from '../config/places.ts';
import type { Dispatch } from '../indexer/dispatch.ts';
import { apiRoutes } from './api/api.ts';
import { contract } from './api/contract.ts';
import { errorHandler, notFound } from './api/error-handler.ts';
import { healthRoutes } from './api/health-routes.ts';
import { httpCache } from './api/http-cache.ts';
import {
  addressLimit,
  bodyLimit,
  crossOrigin,
  defaultRateLimit,
  type RateLimit,
  rateLimits,
  readablePath,
  requestId,
} from './api/limits.ts';
import { meilisearchRoutes } from './api/meilisearch-routes.ts';
import { createMetrics } from './api/metrics.ts';
import { loadOpenApi } from './api/openapi.ts';
import { openSearch } from './api/opensearch.ts';
import { PROBLEM_TITLES } from './api/problem.ts';
import { parseQuery } from './api/request-query.ts';
import { type ApiDeps, get, notFoundProblem } from './api/route.ts';
import { serverTiming } from './api/server-timing.ts';
import { createPages } from './pages/pages.ts';
import { chooseWords } from './pages/words/interface-language.ts';
import { archiveFacts } from './search/archive-facts.ts';
import { catalogueLabels } from './search/catalogue-labels.ts';
import { directoryOf } from './search/directory.ts';
import { connectEngine, type EngineAddress } from './search/engine-client.ts';
import type { Labels } from './search/labels.ts';
import { nearest } from './search/nearest.ts';
import { personReader } from './search/person.ts';
import { queryToUrl } from './search/query-url.ts';
import { familyOf, relatedTo, versionsOf } from './search/related.ts';
import { rememberedSearch } from './search/remembered-search.ts';
import { readDispatch, searchDispatches } from './search/search-dispatches.ts';
import { correctionsOf } from './search/spelling/corrections.ts';
import { vocabularyOf } from './search/spelling/vocabulary.ts';
import { timelineOf } from './search/timeline.ts';
import { followUnconfirmed } from './search/unconfirmed-people.ts';

export type FacadeOptions = {
  readonly engine: EngineAddress;
  /** What the operator knows; without them ids are shown as they are. */
  readonly agencies?: AgencyCatalogue;
  readonly people?: PeopleAuthority;
  readonly places?: Gazetteer;
  /** Other names than those of `agencies` and `people`. */
  readonly labels?: Labels;
  /** Reads the stored page of a dispatch; without it pages offer none. */
  readonly storedPage?: (dispatch: Dispatch) => Promise<Uint8Array | null>;
  /** Where readers reach us; else what each request says. */
  readonly publicUrl?: string;
  /** Reports of the last reindexings, newest first, for `/v1/reindex`. */
  readonly reindexReports?: () => Promise<readonly object[]>;
  /** When the night job runs next, for the page of the archive's state. */
  readonly nextRun?: () => Date | null;
  /** Opens `/metrics` (Prometheus) to whoever sends this as a bearer token. */
  readonly metricsKey?: string;
  /** Origins whose pages may read the API from a browser; `*` is everybody. */
  readonly corsOrigins?: readonly string[];
  /** Express's `trust proxy`: how many proxies stand before us, or which. Else all readers share one rate limit. */
  readonly trustProxy?: number | string;
  /** `null`: no limit. */
  readonly rateLimit?: RateLimit | null;
  /** The clock, for pages that speak of today; the machine's when not said. */
  readonly today?: () => Date;
  readonly logger?: Logger;
  /** Holds every answer of the API against the OpenAPI document; for tests. */
  readonly checkResponses?: boolean;
};

/** Answers are made anew for each query: the best compression costs three times the CPU and saves a tenth. */
const FAST = {
  level: constants.Z_BEST_SPEED,
  // The library does not know lines of JSON.
  filter: (request: Request, response: Response) =>
    compression.filter(request, response) ||
    String(response.getHeader('content-type')).startsWith('application/jsonl'),
  brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
};

/** The read side as one Express application: the API, and the pages over the same searches. */
export function createFacade(options: FacadeOptions): Express {
  const { logger = pino({ enabled: false }), rateLimit } = options;
  const { agencies = agencyCatalogue([]), people = { people: [], reject: [] } } = options;
  const { places = gazetteer([]) } = options;
  const { engine, unconfirmed } = followUnconfirmed(connectEngine(options.engine));
  const labels =
    options.labels ??
    catalogueLabels(agencies, people, places, unconfirmed, (language) => {
      return chooseWords(null, language).unconfirmed;
    });
  const document = loadOpenApi();
  const search = rememberedSearch(
    (query, language, alsoRetrieve) =>
      searchDispatches(query, engine, { labels, language, urlOf: queryToUrl }, alsoRetrieve),
    engine,
  );
  const dispatch = (id: string) => readDispatch(id, engine);
  const directory = directoryOf(agencies, people, labels, unconfirmed, places);
  const person = personReader({ engine, labels, namesOf: directory.namesOf });
  const facts = archiveFacts(engine);
  const corrections = correctionsOf(engine, vocabularyOf(engine, directory, facts));
  const deps: ApiDeps = {
    ...{ search, dispatch, engine, labels, directory, facts, corrections, person },
    publicUrl: options.publicUrl ?? null,
    reindexReports: options.reindexReports ?? (async () => []),
  };
  const edition = createHash('sha256')
    .update(JSON.stringify([document, agencies.agencies, people, places.places, options.publicUrl]))
    .digest('hex');

  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', parseQuery);
  if (options.trustProxy !== undefined) app.set('trust proxy', options.trustProxy);
  const metrics = createMetrics();
  app.use(requestId, serverTiming, metrics.measure, compression(FAST), addressLimit);
  const problems = errorHandler(logger);
  app.use(healthRoutes(engine));
  get(app, '/problems/:type', (request, response) => {
    const type = String(request.params['type']);
    const known = Object.keys(PROBLEM_TITLES);
    const detail = `There is no problem ${JSON.stringify(type)}.`;
    if (!known.includes(type)) throw notFoundProblem(detail, nearest(type, known), 'type');
    response.redirect(`/v1/docs#problem-${type}`);
  });
  get(app, '/opensearch.xml', openSearch(deps));
  if (options.metricsKey) get(app, '/metrics', metrics.show(options.metricsKey));
  const open = ['/v1', '/meilisearch'];
  if (options.corsOrigins) app.use(open, crossOrigin(options.corsOrigins));
  if (rateLimit !== null) app.use(open, rateLimits(rateLimit ?? defaultRateLimit));
  app.use('/meilisearch', meilisearchRoutes(deps));
  app.use('/v1', bodyLimit, readablePath);
  app.use(...contract(document, { checkResponses: options.checkResponses ?? false }));
  const cache = httpCache(engine, edition);
  app.use('/v1', apiRoutes(deps, document, cache), notFound(Object.keys(document.paths ?? {})));
  app.use(problems);
  // Last: what the pages do not know becomes their "not found".
  app.use(
    createPages({
      search,
      dispatch,
      labels,
      person,
      bearerOf: directory.bearerOf,
      timeline: (query, asked, language) => timelineOf(query, asked, engine, { labels, language }),
      family: (one) => familyOf(one, engine),
      related: (one) => relatedTo(one, engine),
      reindexReports: deps.reindexReports,
      versions: (families) => versionsOf(families, engine),
      ...{ corrections, namesOf: directory.allNamesOf },
      ...(options.today ? { today: options.today } : {}),
      nextRun: options.nextRun ?? (() => null),
      ...(options.publicUrl ? { publicUrl: options.publicUrl.replace(/\/$/, '') } : {}),
      ...(options.storedPage ? { storedPage: options.storedPage } : {}),
      onError: (err) => logger.error({ err }, 'page failed'),
    }),
  );
  return app;
}
