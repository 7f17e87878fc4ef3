import { createHash } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { EngineClient } from '../search/engine-client.ts';
import { dayOfAccess } from './day-of-access.ts';
import { paramsOf } from './request-query.ts';

/** For a minute nobody asks again; for ten more an old answer is good while a new one is fetched. */
const CACHE_CONTROL = 'public, max-age=60, stale-while-revalidate=600';

/**
 * Tags every answer with the build of the index and what was asked, and answers 304 before any
 * search is made. `edition` stands for all else that answers depend on: labels and this program.
 */
export function httpCache(engine: EngineClient, edition: string): RequestHandler {
  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      next();
      return;
    }
    response.vary('Accept-Language');
    const build = await engine.indexBuild();
    if (build !== null) {
      const params = paramsOf(request);
      params.sort();
      const asked = [
        ...[build, edition, request.baseUrl + request.path, params],
        dayOfAccess(),
        request.headers['accept-language'],
      ];
      const tag = createHash('sha256').update(asked.join('\n')).digest('base64url').slice(0, 22);
      // Weak: compression changes the bytes and not what they say.
      response.set({ etag: `W/"${tag}"`, 'cache-control': CACHE_CONTROL });
      // Not `request.fresh`: that takes `no-cache`, which Node's fetch adds, for a wish to have it all.
      if (isHeld(`W/"${tag}"`, request.headers['if-none-match'])) {
        response.status(304).end();
        return;
      }
    }
    next();
  };
}

function isHeld(tag: string, held: string | undefined): boolean {
  return held === '*' || (held?.split(/\s*,\s*/).includes(tag) ?? false);
}
