import { type Request, type Response, Router } from 'express';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { readFamilySizes } from '../search/family-sizes.ts';
import { harvest, printCursor, readCursor } from '../search/harvest.ts';
import { hitOf } from '../search/hits.ts';
import { matcherOf } from '../search/matcher.ts';
import { toPublic } from '../search/public-dispatch.ts';
import { everything, type Query } from '../search/query.ts';
import { queryToUrl } from '../search/query-url.ts';
import { familyOf, relatedTo } from '../search/related.ts';
import type { Results } from '../search/results.ts';
import { readTerms } from '../search/terms.ts';
import { fieldsOf, pick, retrieveFor, showsFamilySize } from './fields.ts';
import { ProblemError } from './problem.ts';
import { paramsOf, queryOf } from './request-query.ts';
import { dispatchJson, hitJson, resultsJson } from './results-json.ts';
import { type ApiDeps, get, languageOf, linksBeside, namingFor, notFoundProblem } from './route.ts';

/** What cannot be said together with `cursor`: a harvest has one order and no pages. */
const NOT_IN_A_HARVEST = ['page', 'sort', 'group', 'facets', 'facet_size'];

/** `/dispatches` and `/dispatches/{id}`. */
export function dispatchRoutes(deps: ApiDeps): Router {
  const router = Router();
  get(router, '/dispatches', async (request, response) => {
    const isHarvest = paramsOf(request).has('cursor');
    await (isHarvest ? sendHarvest : sendPage)(deps, request, response);
  });
  get(router, '/dispatches/:id', async (request, response) => {
    const dispatch = await dispatchOf(deps, request);
    response.json(dispatchJson(toPublic(dispatch), namingFor(deps, request)));
  });
  for (const [relatives, find] of [
    ['related', relatedTo],
    ['family', familyOf],
  ] as const) {
    get(router, `/dispatches/:id/${relatives}`, async (request, response) => {
      const found = await find(await dispatchOf(deps, request), deps.engine);
      const familySizeOf = await readFamilySizes(found, deps.engine);
      const context = { ...contextFor(deps, languageOf(request)), query: everything };
      const data = found.map((dispatch) =>
        hitJson(hitOf(dispatch, { ...context, familySize: familySizeOf(dispatch) })),
      );
      response.json({ data });
    });
  }
  return router;
}

/** What hits outside a page of results are made with: nothing is marked. */
function contextFor({ labels }: ApiDeps, language: string) {
  return { labels, language, urlOf: queryToUrl, matcher: matcherOf([]) };
}

/** The dispatch whose id is in the address; throws the problem when there is none. */
export async function dispatchOf({ dispatch }: ApiDeps, request: Request): Promise<Dispatch> {
  const id = String(request.params['id']);
  const found = await dispatch(id);
  if (found === null) throw notFoundProblem(`There is no dispatch ${JSON.stringify(id)}.`, null);
  return found;
}

async function sendPage(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const query = queryOf(request, ['fields']);
  const fields = fieldsOf(paramsOf(request).get('fields'));
  const language = languageOf(request);
  const results = await deps.search(query, language, fields.retrieve);
  const dispatches = results.hits.map((hit, i) =>
    pick(fields, () => hit, results.dispatches?.[i], namingFor(deps, request)),
  );
  response.links(neighbours(results, request));
  const corrections = await deps.corrections(query, results);
  response.json(resultsJson(results, dispatches, corrections));
}

/** The pages before and after, for `Link`; `fields` goes along. */
function neighbours({ query, pages }: Results, request: Request): Record<string, string> {
  const fields = paramsOf(request).get('fields');
  const params = new URLSearchParams(queryToUrl(query));
  if (fields !== null) params.append('fields', fields);
  return linksBeside(query.page, pages, request, params);
}

async function sendHarvest(deps: ApiDeps, request: Request, response: Response): Promise<void> {
  const params = paramsOf(request);
  const query = queryOf(request, ['fields', 'cursor']);
  const fields = fieldsOf(params.get('fields'));
  const language = languageOf(request);
  const cursor = cursorOf(params);
  const harvested = await harvest(query, cursor, deps.engine, retrieveFor(fields));
  const familySizeOf = showsFamilySize(fields)
    ? await readFamilySizes(harvested.dispatches, deps.engine)
    : () => 1;
  const { used, ignored } = readTerms(query.terms);
  const context = { ...contextFor(deps, language), query, matcher: matcherOf(used) };
  const nextCursor = harvested.next === null ? null : printCursor(harvested.next);
  if (nextCursor !== null) {
    params.set('cursor', nextCursor);
    response.links({ next: `${request.baseUrl}${request.path}?${params}` });
  }
  response.json({
    data: harvested.dispatches.map((dispatch) =>
      pick(
        fields,
        () => hitOf(dispatch, { ...context, familySize: familySizeOf(dispatch) }),
        dispatch,
        context,
      ),
    ),
    pagination: harvestPagination(query, harvested.total, nextCursor),
    facets: {},
    query: {
      q: query.terms,
      usedWords: used.map(({ typed }) => typed),
      ignoredWords: ignored.map(({ typed }) => typed),
      relaxed: harvested.relaxed,
      didYouMean: [],
    },
    index: { build: harvested.build, changed: harvested.changed },
  });
}

function harvestPagination({ perPage }: Query, total: number, nextCursor: string | null) {
  const pages = Math.ceil(total / perPage);
  return { page: null, perPage, total, totalDispatches: total, pages, nextCursor };
}

function cursorOf(params: URLSearchParams) {
  const besides = NOT_IN_A_HARVEST.filter((name) => params.has(name));
  const cursor = readCursor(params.get('cursor') ?? '');
  if (cursor !== null && besides.length === 0) return cursor;
  const detail =
    besides.length > 0
      ? `${besides.join(', ')} cannot be given together with cursor.`
      : 'This cursor is not one of ours.';
  const errors = (besides.length > 0 ? besides : ['cursor']).map((parameter) => ({
    parameter,
    detail,
    allowed: parameter === 'cursor' ? ['*', 'the last nextCursor'] : ['nothing, beside cursor'],
  }));
  throw new ProblemError({ status: 400, type: 'invalid-parameter', detail, errors });
}
