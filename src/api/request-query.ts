import type { Request } from 'express';
import type { Query } from '../search/query.ts';
import { type QueryProblem, queryFromUrl } from '../search/query-url.ts';
import { ProblemError } from './problem.ts';

/** The parameters as sent; Express does not parse them for us (`query parser` is off). */
export function paramsOf(request: Request): URLSearchParams {
  const at = request.originalUrl.indexOf('?');
  return new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at));
}

/** The query of a request; throws the problem when the parameters are not one. */
export function queryOf(request: Request, alsoAllowed: readonly string[] = []): Query {
  const query = queryFromUrl(paramsOf(request), alsoAllowed);
  if (Array.isArray(query)) throw badParameters(query);
  return query;
}

export function badParameters(errors: readonly QueryProblem[]): ProblemError {
  const code = errors[0]?.code ?? 'invalid-parameter';
  return new ProblemError({
    status: 400,
    type: code,
    detail: errors.map(({ detail }) => detail).join(' '),
    errors: errors.map(({ code: _, ...error }) => error),
  });
}
