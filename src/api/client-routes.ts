import { Router } from 'express';
import { type ClientPackage, clientPackage } from './client-package.ts';
import { get } from './route.ts';

const CACHED = 'public, max-age=3600';

/** `/client.js`, the typed client as a module for browsers, and `/client.tgz`, the same for npm. */
export function clientRoutes(): Router {
  const router = Router();
  let made: Promise<ClientPackage> | null = null;
  const client = () => {
    made ??= clientPackage();
    made.catch(() => {
      made = null;
    });
    return made;
  };
  get(router, '/client.js', async (_request, response) => {
    response
      .set('cache-control', CACHED)
      .type('text/javascript')
      .send((await client()).module);
  });
  get(router, '/client.tgz', async (_request, response) => {
    response
      .set('cache-control', CACHED)
      .type('application/gzip')
      .send((await client()).tarball);
  });
  return router;
}
