import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { z } from 'zod';
import { LIVE_INDEX } from '../../indexer/dispatch-index.ts';
import type { RawAnswer } from '../search/engine-client.ts';
import { EngineUnavailable, RETRY_AFTER_SECONDS } from '../search/engine-errors.ts';
import { INTERNAL_FIELDS } from '../search/public-dispatch.ts';
import { clientFacetSearch, clientSearch, clientSearches } from './meilisearch-query.ts';
import { paramsOf } from './request-query.ts';
import { type ApiDeps, languageOf } from './route.ts';

const MAX_BODY = '64kb';
const MAX_FACET_HITS = 100;
/** Facets whose values have names, by the engine's field. */
const LOOKUP_OF: Readonly<Record<string, 'people' | 'agencies' | 'places'>> = {
  people: 'people',
  agency: 'agencies',
  places: 'places',
};

/**
 * The searching part of the engine's own API for the public index, so that its clients and
 * InstantSearch can point here as they are. The key they send is not looked at and the engine's
 * never leaves; errors have the engine's shape, since its clients read that.
 */
export function meilisearchRoutes(deps: ApiDeps): Router {
  const router = Router();
  router.use(express.json({ limit: MAX_BODY }));
  router.get('/health', async (_request, response) => {
    reply(response, await deps.engine.send('GET', '/health'));
  });
  router.post('/multi-search', async (request, response) => {
    const { queries } = read(clientSearches, request.body);
    for (const { indexUid } of queries) checkIndex(indexUid);
    const searches = queries.map(({ indexUid, search }) => ({ ...search, indexUid }));
    await pass(deps, response, '/multi-search', { queries: searches });
  });
  router
    .route('/indexes/:uid/search')
    .post((request, response) => sendSearch(deps, request, response, request.body))
    .get((request, response) =>
      sendSearch(deps, request, response, bodyFromUrl(paramsOf(request))),
    );
  router.post('/indexes/:uid/facet-search', async (request, response) => {
    checkIndex(request.params.uid);
    const { facetName, facetQuery, search } = read(clientFacetSearch, request.body);
    const counting = { ...search, page: 1, hitsPerPage: 0, facets: [facetName] };
    const answer = await deps.engine.send('POST', `/indexes/${LIVE_INDEX}/search`, counting);
    if (answer.status !== 200) {
      reply(response, answer);
      return;
    }
    const { facetDistribution, processingTimeMs } = JSON.parse(answer.body);
    const counts = new Map<string, number>(Object.entries(facetDistribution?.[facetName] ?? {}));
    const lookup = deps.directory[LOOKUP_OF[facetName] ?? 'values'];
    // The engine finds only values that begin so; here any word of any name does.
    const facetHits = lookup(facetQuery ?? '', counts, languageOf(request))
      .slice(0, MAX_FACET_HITS)
      .map(({ id, count }) => ({ value: id, count }));
    response.json({ facetHits, facetQuery, processingTimeMs });
  });
  router.use((request) => {
    const message = `${request.method} ${request.path} is not open here: only searches are.`;
    throw new ClientError(403, 'invalid_api_key', message);
  });
  router.use(asEngineError);
  return router;
}

/** An error in the engine's own words. */
class ClientError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

async function sendSearch(deps: ApiDeps, request: Request, response: Response, body: unknown) {
  checkIndex(String(request.params['uid']));
  await pass(deps, response, `/indexes/${LIVE_INDEX}/search`, read(clientSearch, body ?? {}));
}

/** Sends the search on, and the engine's answer back as it is. */
async function pass({ engine }: ApiDeps, response: Response, path: string, body: unknown) {
  const answer = await engine.send('POST', path, body);
  const shown = answer.body.includes('"_matchesPosition"')
    ? JSON.stringify(JSON.parse(answer.body, withoutInternal))
    : answer.body;
  reply(response, { ...answer, body: shown });
}

function reply(response: Response, { status, body }: RawAnswer): void {
  // The engine says so itself when it has too much to do; what it says then gets lost on the way.
  if (status === 503) response.set('retry-after', String(RETRY_AFTER_SECONDS));
  response.status(status).type('application/json').send(body);
}

/** The engine tells where words matched even in fields that were not asked for. */
function withoutInternal(key: string, value: unknown): unknown {
  if (key !== '_matchesPosition') return value;
  const positions = Object.entries(value as object);
  return Object.fromEntries(positions.filter(([name]) => !INTERNAL_FIELDS.includes(name)));
}

function checkIndex(uid: string): void {
  if (uid !== LIVE_INDEX) {
    throw new ClientError(404, 'index_not_found', `Index \`${uid}\` not found.`);
  }
}

function read<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new ClientError(400, 'bad_request', `${where === '' ? '' : `${where}: `}${issue?.message}`);
}

const NUMBERS = ['limit', 'offset', 'page', 'hitsPerPage', 'cropLength', 'rankingScoreThreshold'];
const LISTS = [
  ...['facets', 'sort', 'locales', 'attributesToRetrieve', 'attributesToHighlight'],
  ...['attributesToCrop', 'attributesToSearchOn'],
];

/** The parameters of a GET as the body of the same POST. */
function bodyFromUrl(params: URLSearchParams): object {
  const toValue = (name: string, text: string) => {
    if (NUMBERS.includes(name)) return Number(text);
    if (LISTS.includes(name)) return text.split(',');
    return text === 'true' || text === 'false' ? text === 'true' : text;
  };
  return Object.fromEntries([...params].map(([name, text]) => [name, toValue(name, text)]));
}

const asEngineError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const { status = 500, code } = error as { status?: number; code?: string };
  const isAway = error instanceof EngineUnavailable;
  if (isAway) response.set('retry-after', String(error.retryAfterSeconds));
  response.status(isAway ? 503 : status).json({
    message: status === 500 ? 'The search does not answer.' : (error as Error).message,
    code: error instanceof ClientError ? code : (CODE_OF_STATUS[status] ?? 'internal'),
    type: status === 403 ? 'auth' : isAway || status >= 500 ? 'internal' : 'invalid_request',
    link: 'https://docs.meilisearch.com/errors',
  });
};

/** What the reader of bodies throws, as the engine calls it. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = {
  400: 'malformed_payload',
  413: 'payload_too_large',
  415: 'invalid_content_type',
};
