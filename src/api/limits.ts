import { randomUUID } from 'node:crypto';
import cors from 'cors';
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { sendProblem } from './problem.ts';

/** Longer addresses are no query of ours: 200 filter values of usual length fit. */
const MAX_ADDRESS_LENGTH = 8_000;
const MAX_BODY_BYTES = 64 * 1024;

/** How many requests one address may make. */
export type RateLimit = { readonly requests: number; readonly windowMs: number };

export const defaultRateLimit: RateLimit = { requests: 600, windowMs: 60_000 };

/** Refuses addresses too long to be a query, with 414. */
export const addressLimit: RequestHandler = (request, response, next) => {
  if (request.originalUrl.length <= MAX_ADDRESS_LENGTH) {
    next();
    return;
  }
  const detail = `An address may have at most ${MAX_ADDRESS_LENGTH} characters.`;
  const [longest = 'path'] = [...new URLSearchParams(request.originalUrl.split('?')[1])]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name]) => name);
  sendProblem(response, {
    ...{ status: 414, type: 'address-too-long', detail },
    errors: [
      {
        ...{ parameter: longest.slice(0, 80), detail },
        allowed: [`at most ${MAX_ADDRESS_LENGTH} characters in the whole address`],
      },
    ],
  });
};

/** Nothing under `/v1` reads a body: a large one is refused before it is sent, with 413. */
export const bodyLimit: RequestHandler = (request, response, next) => {
  if (Number(request.get('content-length') ?? 0) <= MAX_BODY_BYTES) {
    next();
    return;
  }
  const detail = `A body may have at most ${MAX_BODY_BYTES} bytes, and none is read here.`;
  sendProblem(response, {
    ...{ status: 413, type: 'too-large', detail, headers: { connection: 'close' } },
    errors: [{ parameter: 'body', detail, allowed: [`at most ${MAX_BODY_BYTES} bytes`] }],
  });
};

/** Refuses addresses whose path is no percent-encoded text, with 404: nothing can be there. */
export const readablePath: RequestHandler = (request, response, next) => {
  try {
    decodeURIComponent(request.path);
    next();
  } catch {
    const detail = 'The path holds a % that does not begin a character.';
    sendProblem(response, {
      ...{ status: 404, type: 'not-found', detail },
      errors: [{ parameter: 'path', detail, allowed: ['text in UTF-8, percent-encoded'] }],
    });
  }
};

/** Counts requests per network address and says in `RateLimit` what is left (429 when nothing is). */
export function rateLimits({ requests, windowMs }: RateLimit): RequestHandler {
  return rateLimit({
    limit: requests,
    windowMs,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => {
      const detail = `Try again in ${response.get('retry-after')} seconds.`;
      const allowed = [`${requests} requests from one address in ${windowMs / 1000} seconds`];
      sendProblem(response, {
        ...{ status: 429, type: 'rate-limited', detail },
        errors: [{ parameter: 'rate', detail, allowed }],
      });
    },
  });
}

const EXPOSED = [
  'ETag',
  'Link',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'Server-Timing',
  'X-Request-Id',
];

/** Lets pages of these origins read the answers; `*` is everybody. */
export function crossOrigin(origins: readonly string[]): RequestHandler {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    methods: ['GET', 'HEAD', 'POST'],
    exposedHeaders: [...EXPOSED, 'X-Total-Count', 'X-Query'],
    maxAge: 86_400,
  });
}

/** Gives every request a name that the log and the answer share; a proxy's own is kept. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  response.set('x-request-id', given && /^[\w-]{1,64}$/.test(given) ? given : randomUUID());
  next();
};
