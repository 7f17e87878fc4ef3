import type { Response } from 'express';

/** One thing that is wrong, and what would be right. */
export type ParameterError = {
  /** A parameter, or another part of the request (`path`, `method`, `body`); `service` where the fault is not in it. */
  readonly parameter: string;
  readonly detail: string;
  readonly allowed?: readonly string[];
  readonly didYouMean?: string;
};

/** Why a request failed, as RFC 9457 has it. */
export type Problem = {
  readonly status: number;
  /** Last part of the type's address: `/problems/<type>`. Part of the contract: add, never rename. */
  readonly type: ProblemType;
  readonly detail?: string;
  readonly errors: readonly ParameterError[];
  readonly headers?: Readonly<Record<string, string>>;
};

/** Every kind of problem with its title. */
export const PROBLEM_TITLES = {
  'unknown-parameter': 'There is no such parameter',
  'invalid-parameter': 'A parameter has a value that is not allowed',
  'unsupported-operator': 'The words hold an operator that is not understood here',
  'page-too-deep': 'Pages end before this one',
  'invalid-body': 'The body of the request cannot be read',
  unauthorized: 'A key is needed',
  'not-found': 'There is nothing at this address',
  'method-not-allowed': 'This address does not take that method',
  'request-timeout': 'The request took too long to arrive',
  'too-large': 'The body of the request is too large',
  'address-too-long': 'The address is too long',
  'unsupported-media-type': 'The body has a type that is not read here',
  'rate-limited': 'Too many requests',
  'head-too-large': 'The address and the headers are too long',
  'not-http': 'The request cannot be read',
  'search-unavailable': 'The search does not answer at the moment',
  'index-missing': 'Nothing has been indexed yet',
  'index-changed': 'The index changed while it was being read',
  internal: 'Something went wrong on our side',
} as const;
export type ProblemType = keyof typeof PROBLEM_TITLES;

/** Thrown by routes; the error handler (`error-handler.ts`) answers it. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? PROBLEM_TITLES[problem.type]);
    this.problem = problem;
  }
}

/** Answers with a problem; `Cache-Control: no-store`, since it may be gone at the next try. */
export function sendProblem(response: Response, problem: Problem): void {
  const { type, status, detail, errors, headers } = problem;
  // The tag is that of the answer which there would have been.
  response.removeHeader('etag');
  response.status(status).set({ 'cache-control': 'no-store', ...headers });
  response.type('application/problem+json').json({
    type: `/problems/${type}`,
    title: PROBLEM_TITLES[type],
    status,
    ...(detail === undefined ? {} : { detail }),
    instance: response.req.originalUrl.slice(0, 2000),
    errors,
  });
}
