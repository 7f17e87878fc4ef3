import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';
import { nearest } from '../search/nearest.ts';
import type { OpenApiDocument } from './openapi.ts';
import { allowedOf, isRepeatable, parametersByPath } from './parameters-of.ts';
import { type ParameterError, ProblemError } from './problem.ts';
import { namesOf, paramsOf } from './request-query.ts';

/** What may be written for each parameter of a path. */
type Allowed = ReadonlyMap<string, Rule>;
type Rule = {
  readonly where: 'query' | 'path';
  readonly allowed: readonly string[];
  readonly isRepeatable: boolean;
};

/**
 * Holds every request under `/v1` against the OpenAPI document. With `checkResponses` (tests) the
 * answers as well: one that differs from the document fails with 500.
 */
export function contract(
  document: OpenApiDocument,
  { checkResponses }: { readonly checkResponses: boolean },
): readonly (RequestHandler | ErrorRequestHandler)[] {
  const validators = middleware({
    apiSpec: structuredClone(document),
    validateRequests: { allErrors: true },
    validateResponses: checkResponses,
    validateSecurity: false,
    ignoreUndocumented: true,
    ignorePaths: (path: string) => !path.startsWith('/v1/'),
    fileUploader: false,
  });
  const allowed = allowedByPath(document);
  return [...(validators as RequestHandler[]), refuseUnknown(allowed), explain(allowed)];
}

type ValidatorError = {
  readonly status?: number;
  readonly message?: string;
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
};

/** Parameters without a value count as not given; those that do not exist are refused all the same. */
function refuseUnknown(allowedByPath: ReadonlyMap<string, Allowed>): RequestHandler {
  return (request, _response, next) => {
    const allowed = allowedByPath.get(matchedIn(request).openApiRoute ?? '');
    const unknown = allowed ? unknownIn(request, allowed) : [];
    next(unknown.length > 0 && allowed ? wrongParameters(unknown, request, allowed) : undefined);
  };
}

function unknownIn(request: Request, allowed: Allowed): readonly string[] {
  return namesOf(request).filter((name) => allowed.get(name)?.where !== 'query');
}

type Matched = { readonly openApiRoute?: string; readonly pathParams?: Record<string, string> };

/** What the validator knows of the address: its path in the document, and the parts that stand for ids. */
function matchedIn(request: Request): Matched {
  return (request as Request & { openapi?: Matched }).openapi ?? {};
}

function wrongParameters(
  names: readonly string[],
  request: Request,
  allowed: Allowed,
): ProblemError {
  const params = paramsOf(request);
  const { pathParams } = matchedIn(request);
  const unknown = unknownIn(request, allowed);
  const errors = names.map((name) => {
    const rule = unknown.includes(name) ? undefined : allowed.get(name);
    if (!rule) return unknownParameter(name, allowed);
    const values = rule.where === 'path' ? [pathParams?.[name] ?? ''] : params.getAll(name);
    return wrongValue(name, values, rule);
  });
  return new ProblemError({
    status: 400,
    type: unknown.length > 0 ? 'unknown-parameter' : 'invalid-parameter',
    detail: errors.map(({ detail }) => detail).join(' '),
    errors,
  });
}

/** Says what the validator found in our words: the parameter, what is allowed, what was meant. */
function explain(allowedByPath: ReadonlyMap<string, Allowed>): ErrorRequestHandler {
  return (error: ValidatorError, request, _response, next) => {
    const allowed = allowedByPath.get(matchedIn(request).openApiRoute ?? '');
    if (error.status !== 400 || !error.errors || !allowed) {
      next(error);
      return;
    }
    const unknown = unknownIn(request, allowed);
    const wrong = error.errors.flatMap(({ path }) => path.split('/')[2] ?? []);
    next(wrongParameters([...new Set([...unknown, ...wrong])], request, allowed));
  };
}

function unknownParameter(name: string, allowedHere: Allowed): ParameterError {
  const detail = `There is no parameter ${JSON.stringify(name.slice(0, 80))} here.`;
  const known = [...allowedHere].flatMap(([one, { where }]) => (where === 'query' ? one : []));
  return { parameter: name, detail, allowed: known, ...suggestion(name, known) };
}

function wrongValue(
  name: string,
  values: readonly string[],
  { allowed, isRepeatable }: Rule,
): ParameterError {
  if (values.length === 0) return { parameter: name, detail: `${name} is needed.`, allowed };
  if (values.length > 1 && !isRepeatable) {
    return { parameter: name, detail: `${name} may be given once.`, allowed };
  }
  const words = values.flatMap((value) => value.split(','));
  const bad = words.find((word) => !allowed.includes(word)) ?? values.join(', ');
  const detail = `${name} may not be ${JSON.stringify(bad.slice(0, 80))}.`;
  return { parameter: name, detail, allowed, ...suggestion(bad, allowed) };
}

function suggestion(written: string, allowed: readonly string[]): { didYouMean?: string } {
  const word = nearest(written, allowed);
  return word === null ? {} : { didYouMean: word };
}

/** For every path of the document its parameters, each with what may be written. */
function allowedByPath(document: OpenApiDocument): ReadonlyMap<string, Allowed> {
  return new Map(
    [...parametersByPath(document)].map(([path, parameters]) => {
      const rules = parameters.map((one): [string, Rule] => {
        const allowed = allowedOf(one.schema, document);
        return [one.name, { where: one.in, allowed, isRepeatable: isRepeatable(one, document) }];
      });
      return [path, new Map(rules)];
    }),
  );
}
