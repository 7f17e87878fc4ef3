import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { EngineRefusal, EngineUnavailable, IndexMissing } from '../search/engine-errors.ts';
import { IndexChanged } from '../search/every-dispatch.ts';
import { nearest } from '../search/nearest.ts';
import { type Problem, ProblemError, type ProblemType, sendProblem } from './problem.ts';

/** What readers of bodies throw, by status. */
const TYPE_OF_STATUS: Readonly<Record<number, ProblemType>> = {
  400: 'invalid-body',
  413: 'too-large',
  415: 'unsupported-media-type',
};

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
    const problem = toProblem(error, response);
    const id = response.get('x-request-id');
    const log = { err: error, url: request.originalUrl, id };
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

function toProblem(error: unknown, response: Response): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof EngineUnavailable) return unavailable('search-unavailable', error);
  if (error instanceof IndexMissing) return unavailable('index-missing', error);
  // What the engine refuses is a mistake of ours, whatever status it gives.
  const isOurs = error instanceof EngineRefusal;
  if (error instanceof IndexChanged) return unavailable('index-changed', { retryAfterSeconds: 1 });
  const { status, message = '' } = error as { status?: number; message?: string };
  const type = status === undefined || isOurs ? undefined : TYPE_OF_STATUS[status];
  if (status === undefined || type === undefined)
    return fault(String(response.get('x-request-id')));
  return { status, type, detail: message, errors: [{ parameter: 'body', detail: message }] };
}

/** Tells nothing of the inside, but under which name the log has it. */
function fault(requestId: string): Problem {
  const detail = `The fault is not in the request. The log of the service has it as ${requestId}.`;
  return { status: 500, type: 'internal', detail, errors: [{ parameter: 'service', detail }] };
}

const WHAT_IS_AWAY = {
  'search-unavailable': 'The search engine does not answer, or has too much to do.',
  'index-missing': 'The search engine runs and holds no dispatches yet.',
  'index-changed': 'The dispatches were replaced while they were being read.',
} as const;

function unavailable(
  type: keyof typeof WHAT_IS_AWAY,
  { retryAfterSeconds }: { readonly retryAfterSeconds: number },
): Problem {
  const detail = `${WHAT_IS_AWAY[type]} Try again in ${retryAfterSeconds} seconds.`;
  return {
    ...{ status: 503, type, detail },
    errors: [{ parameter: 'service', detail }],
    headers: { 'retry-after': String(retryAfterSeconds) },
  };
}
