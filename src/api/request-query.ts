import type { Request } from 'express';
import { type Operator, unsupportedOperator } from '../search/operators.ts';
import type { Query } from '../search/query.ts';
import { type QueryProblem, queryFromUrl } from '../search/query-url.ts';
import { ProblemError } from './problem.ts';

/** The parameters as sent, without the empty ones: forms send those, and they count as not given. */
export function paramsOf(request: Request): URLSearchParams {
  return givenParams(queryString(request));
}

/** The names of all parameters as sent, with or without a value. */
export function namesOf(request: Request): readonly string[] {
  return [...new Set(new URLSearchParams(queryString(request)).keys())];
}

function queryString({ originalUrl }: Request): string {
  const at = originalUrl.indexOf('?');
  return at < 0 ? '' : originalUrl.slice(at);
}

/** The same for Express, so that the validator and the routes read one thing. */
export function parseQuery(text: string): Record<string, string | string[]> {
  const params = givenParams(text);
  const query: Record<string, string | string[]> = Object.create(null);
  for (const name of params.keys()) {
    const [first = '', ...more] = params.getAll(name);
    query[name] = more.length === 0 ? first : [first, ...more];
  }
  return query;
}

function givenParams(text: string): URLSearchParams {
  const given = [...new URLSearchParams(text)].filter(([, value]) => value !== '');
  return new URLSearchParams(given);
}

/** The query of a request; throws the problem when the parameters are not one. */
export function queryOf(request: Request, alsoAllowed: readonly string[] = []): Query {
  const query = queryFromUrl(paramsOf(request), alsoAllowed);
  if (Array.isArray(query)) throw badParameters(query);
  const operator = unsupportedOperator(query.terms);
  if (operator !== null) throw operatorProblem(operator);
  return query;
}

function operatorProblem({ written, hint }: Operator): ProblemError {
  const detail = `${JSON.stringify(written)} is no operator here. ${hint}`;
  return new ProblemError({
    ...{ status: 400, type: 'unsupported-operator', detail },
    errors: [{ parameter: 'q', detail, allowed: ['words', '"a phrase"', '-word', '-"a phrase"'] }],
  });
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
