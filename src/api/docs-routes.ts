import { Router } from 'express';
import { DOCS_CSS, docsPage } from './docs-page.ts';
import type { OpenApiDocument } from './openapi.ts';
import { type ApiDeps, baseUrlOf, get } from './route.ts';

const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

/** `/docs`, the contract for people, and `/openapi.json`, the same for programs. */
export function docsRoutes(deps: ApiDeps, document: OpenApiDocument): Router {
  const router = Router();
  get(router, '/', (_request, response) => response.redirect('/v1/docs'));
  get(router, '/openapi.json', (_request, response) => {
    response.set('cache-control', 'public, max-age=3600').json(document);
  });
  get(router, '/docs.css', (_request, response) => {
    response.set('cache-control', 'public, max-age=3600').type('css').send(DOCS_CSS);
  });
  get(router, '/docs', async (request, response) => {
    const [first] = await deps.engine.searchAll([
      { q: '', limit: 1, attributesToRetrieve: ['id'] },
    ]);
    const [person = 'nobody'] = (await deps.facts()).person.keys();
    const examples = { id: first?.hits[0]?.id ?? 'none-yet', person };
    response.set({ 'content-security-policy': POLICY, 'cache-control': 'no-cache' });
    response.type('html').send(docsPage(document, baseUrlOf(deps, request), examples));
  });
  return router;
}
