import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { engineTime } from '../search/engine-time.ts';
import { ProblemError } from './problem.ts';

/** Counts and times of all answers, for Prometheus. */
export type Metrics = {
  readonly measure: RequestHandler;
  /** Answers the measurements to whoever sends the key. */
  readonly show: (key: string) => RequestHandler;
};

const NO_KEY = {
  parameter: 'authorization',
  detail: 'The header is missing or holds another key.',
  allowed: ['Bearer and the key for measurements'],
};

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Begins to measure this process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const shared = { registers: [registry], buckets: SECONDS };
  const answers = new Histogram({
    ...shared,
    name: 'http_request_duration_seconds',
    help: 'Time from request to answer',
    labelNames: ['route', 'status'] as const,
  });
  const engine = new Histogram({
    ...shared,
    name: 'engine_duration_seconds',
    help: 'Time that a request waited for the engine',
  });
  return {
    measure: (request, response, next) => {
      const begun = performance.now();
      const waited = engineTime.getStore();
      response.once('finish', () => {
        // The pattern of the route and not the address, which has no end of different values.
        const route = request.route ? `${request.baseUrl}${request.route.path}` : 'none';
        const seconds = (performance.now() - begun) / 1000;
        answers.observe({ route, status: response.statusCode }, seconds);
        if (waited && waited.ms > 0) engine.observe(waited.ms / 1000);
      });
      next();
    },
    show: (key) => async (request, response) => {
      if (!isSame(request.get('authorization') ?? '', `Bearer ${key}`)) {
        throw new ProblemError({
          ...{ status: 401, type: 'unauthorized' },
          errors: [NO_KEY],
          headers: { 'www-authenticate': 'Bearer' },
        });
      }
      response.type(registry.contentType).send(await registry.metrics());
    },
  };
}

/** Takes as long for a guess that begins right as for any other. */
function isSame(sent: string, wanted: string): boolean {
  const [a, b] = [sent, wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
