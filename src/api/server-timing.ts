import type { RequestHandler } from 'express';
import onHeaders from 'on-headers';
import { type EngineTime, engineTime } from '../search/engine-time.ts';

/** Says in `Server-Timing` how long the engine and the whole answer took. */
export const serverTiming: RequestHandler = (_request, response, next) => {
  const begun = performance.now();
  const engine: EngineTime = { ms: 0 };
  onHeaders(response, () => {
    const total = performance.now() - begun;
    response.setHeader(
      'server-timing',
      `engine;dur=${engine.ms.toFixed(1)}, total;dur=${total.toFixed(1)}`,
    );
  });
  engineTime.run(engine, next);
};
