import { type Request, type Response, Router } from 'express';
import type { Entry } from '../search/directory.ts';
import { nearest } from '../search/nearest.ts';
import type { FilterName } from '../search/query.ts';
import { suggest } from '../search/suggest.ts';
import { type Interval, MAX_BUCKETS, timelineOf } from '../search/timeline.ts';
import { ProblemError } from './problem.ts';
import { paramsOf, queryOf } from './request-query.ts';
import { type ApiDeps, get, languageOf, linksBeside, notFoundProblem } from './route.ts';

/** Who and what is in the archive, and when: `/agencies`, `/places`, `/people`, `/timeline`, `/suggest`. */
export function archiveRoutes(deps: ApiDeps): Router {
  const router = Router();
  const { directory, engine, labels } = deps;
  for (const [list, facet] of [
    ['agencies', 'agency'],
    ['places', 'place'],
  ] as const) {
    get(router, `/${list}`, async (request, response) => {
      const params = paramsOf(request);
      const counts = (await deps.facts())[facet];
      const found = directory[list](params.get('q') ?? '', counts, languageOf(request));
      sendListing(found, request, response);
    });
  }
  get(router, '/people', async (request, response) => {
    const params = paramsOf(request);
    const counts = (await deps.facts()).person;
    const found = directory.people(params.get('q') ?? '', counts, languageOf(request));
    const asked = params.get('confirmed');
    const wanted = found.filter(({ confirmed }) => asked === null || asked === String(confirmed));
    sendListing(wanted, request, response);
  });
  get(router, '/people/:id', async (request, response) => {
    const id = String(request.params['id']);
    const facts = await deps.person(id, languageOf(request));
    if (facts === null) {
      const known = (await deps.facts()).person.keys();
      const meant = directory.bearerOf(id) ?? nearest(id, [...known]);
      throw notFoundProblem(`No dispatch names ${JSON.stringify(id)}.`, meant);
    }
    response.json(facts);
  });
  get(router, '/timeline', async (request, response) => {
    const params = paramsOf(request);
    const asked = {
      interval: (params.get('interval') ?? 'month') as Interval,
      per: params.get('per') as FilterName | null,
      series: Number(params.get('series') ?? 10),
    };
    const query = queryOf(request, ['interval', 'per', 'series']);
    const context = { labels, language: languageOf(request) };
    const timeline = await timelineOf(query, asked, engine, context);
    if (timeline === null) throw tooManyBuckets(asked.interval);
    response.json(timeline);
  });
  get(router, '/suggest', async (request, response) => {
    const params = paramsOf(request);
    const typed = params.get('q') ?? '';
    const most = Number(params.get('per_kind') ?? 5);
    const language = languageOf(request);
    const facts = await deps.facts();
    response.json({
      q: typed,
      ...(await suggest(typed, most, directory, facts, engine, language)),
    });
  });
  return router;
}

/** One page of a list, with links to those beside it. */
function sendListing(found: readonly Entry[], request: Request, response: Response): void {
  const params = paramsOf(request);
  const perPage = Number(params.get('per_page') ?? 100);
  const number = Number(params.get('page') ?? 1);
  const pages = Math.ceil(found.length / perPage);
  response.links(linksBeside(number, pages, request, params));
  response.json({
    data: found.slice((number - 1) * perPage, number * perPage),
    pagination: { page: number, perPage, total: found.length, pages },
  });
}

function tooManyBuckets(interval: Interval): ProblemError {
  const detail = `By ${interval} this makes more than ${MAX_BUCKETS} buckets: ask for a shorter time.`;
  return new ProblemError({
    ...{ status: 400, type: 'invalid-parameter', detail },
    errors: [{ parameter: 'interval', detail, allowed: ['year', 'month'] }],
  });
}
