import type { Request } from 'express';
import { everything, type Query } from '../search/query.ts';
import { type QueryProblem, queryFromUrl } from '../search/query-url.ts';
import { type ChosenPeriod, isPeriod, PERIODS, startOf } from './period.ts';

/**
 * How the pages ask when an address does not say otherwise: the reprints, versions and translations of a
 * dispatch are one hit. The API lists every dispatch unless it is told to group.
 */
export const pageDefaults: Query = { ...everything, group: 'family' };

/** Parameters that other sites hang on links; they say nothing about a search. */
const TRACKERS = /^(utm_\w+|fbclid|gclid|msclkid|mc_cid|mc_eid|igshid)$/;

/** The parameters of a request that speak about the search; `ui` speaks about the page. */
export function searchParameters(request: Request): URLSearchParams {
  const params = new URL(request.originalUrl, 'http://localhost').searchParams;
  for (const name of [...params.keys()]) {
    if (name === 'ui' || TRACKERS.test(name)) params.delete(name);
  }
  return params;
}

/** The span ending today that a request asks for; dates of the reader's own go before it. */
export function periodOf(params: URLSearchParams, today: Date): ChosenPeriod | null {
  const period = params.get('period') ?? '';
  const isOwn = [params.get('from'), params.get('to')].some(Boolean);
  if (isOwn || !isPeriod(period)) return null;
  return { period, from: startOf(period, today) };
}

/** Reads the query of a page's address; `alsoAllowed` names what the page reads itself. */
export function readPageQuery(
  request: Request,
  today: Date,
  alsoAllowed: readonly string[] = [],
): Query | QueryProblem[] {
  const params = searchParameters(request);
  const period = params.get('period') ?? '';
  const chosen = periodOf(params, today);
  params.delete('period');
  if (chosen) params.set('from', chosen.from);
  const query = queryFromUrl(params, alsoAllowed, pageDefaults);
  if (period === '' || isPeriod(period)) return query;
  return [...(Array.isArray(query) ? query : []), wrongPeriod(period)];
}

/** What is left of a search when the parts that are not understood are taken out. */
export function withoutFaults(
  request: Request,
  faults: readonly QueryProblem[],
  alsoAllowed: readonly string[] = [],
): Query {
  const params = searchParameters(request);
  for (const name of ['period', ...faults.map(({ parameter }) => parameter)]) params.delete(name);
  const query = queryFromUrl(params, alsoAllowed, pageDefaults);
  return Array.isArray(query) ? pageDefaults : query;
}

function wrongPeriod(period: string): QueryProblem {
  const detail = `${JSON.stringify(period.slice(0, 80))} is not allowed here.`;
  return { code: 'invalid-parameter', parameter: 'period', detail, allowed: PERIODS };
}
