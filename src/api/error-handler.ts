import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { EngineUnavailable, IndexMissing } from '../search/engine-errors.ts';
import { IndexChanged } from '../search/every-dispatch.ts';
import { nearest } from '../search/nearest.ts';
import { type Problem, ProblemError, type ProblemType, sendProblem } from './problem.ts';

/** What body parsers and routers throw, by status. */
const TYPE_OF_STATUS: Readonly<Record<number, ProblemType>> = {
  400: 'invalid-body',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
};

const RETRY = { 'retry-after': '1' };

/** Turns everything thrown into a problem; only what nobody expected is logged as an error. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (response.headersSent) {
      // Half an answer is sent: only a broken connection says that it is not whole.
      response.destroy();
      // Readers who leave before the end are nothing to tell of.
      const isLeft = (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';
      if (!isLeft) logger.warn({ err: error, url: request.originalUrl }, 'answer broken off');
      return;
    }
    const problem = toProblem(error);
    const log = { err: error, url: request.originalUrl };
    if (problem.status === 500) logger.error(log, 'request failed');
    else if (problem.status === 503) logger.warn(log, 'engine not available');
    sendProblem(response, problem);
  };
}

/** The end of all routes: nothing is at this address, and which of `paths` may have been meant. */
export function notFound(paths: readonly string[]): RequestHandler {
  return (request, response) => {
    const asked = (request.baseUrl + request.path).slice(0, 200);
    const detail = `There is nothing at ${asked}.`;
    const meant = nearest(asked, paths);
    sendProblem(response, {
      ...{ status: 404, type: 'not-found', detail },
      errors: [{ parameter: 'path', detail, ...(meant === null ? {} : { didYouMean: meant }) }],
    });
  };
}

function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof EngineUnavailable) return unavailable('search-unavailable', error);
  if (error instanceof IndexChanged) return { status: 503, type: 'index-changed', headers: RETRY };
  if (error instanceof IndexMissing) return unavailable('index-missing', error);
  const { status, message } = error as { status?: number; message?: string };
  const type = status === undefined ? undefined : TYPE_OF_STATUS[status];
  if (status === undefined || type === undefined) return { status: 500, type: 'internal' };
  return { status, type, ...(message === undefined ? {} : { detail: message }) };
}

function unavailable(
  type: ProblemType,
  { retryAfterSeconds }: EngineUnavailable | IndexMissing,
): Problem {
  return { status: 503, type, headers: { 'retry-after': String(retryAfterSeconds) } };
}
