import { randomUUID } from 'node:crypto';
import cors from 'cors';
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { sendProblem } from './problem.ts';

/** Longer addresses are no query of ours: 200 filter values of usual length fit. */
const MAX_ADDRESS_LENGTH = 8_000;

/** How many requests one address may make. */
export type RateLimit = { readonly requests: number; readonly windowMs: number };

export const defaultRateLimit: RateLimit = { requests: 600, windowMs: 60_000 };

/** Refuses addresses too long to be a query, with 414. */
export const addressLimit: RequestHandler = (request, response, next) => {
  if (request.originalUrl.length <= MAX_ADDRESS_LENGTH) {
    next();
    return;
  }
  const detail = `At most ${MAX_ADDRESS_LENGTH} characters.`;
  sendProblem(response, { status: 414, type: 'address-too-long', detail });
};

/** Counts requests per network address and says in `RateLimit` what is left (429 when nothing is). */
export function rateLimits({ requests, windowMs }: RateLimit): RequestHandler {
  return rateLimit({
    limit: requests,
    windowMs,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => {
      sendProblem(response, { status: 429, type: 'rate-limited' });
    },
  });
}

const EXPOSED = ['ETag', 'Link', 'RateLimit', 'Retry-After', 'Server-Timing', 'X-Request-Id'];

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
