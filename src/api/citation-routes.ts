import { Router } from 'express';
import { citationOf, toPlainCitation } from '../pages/dispatch/citation.ts';
import { CITATION_FORMATS } from '../pages/dispatch/citation-formats.ts';
import { agencyOf } from '../search/hits.ts';
import { dayOfAccess } from './day-of-access.ts';
import { dispatchOf } from './dispatch-routes.ts';
import { paramsOf } from './request-query.ts';
import { type ApiDeps, baseUrlOf, get, namingFor } from './route.ts';

const EXTENSION_OF: Readonly<Record<string, string>> = {
  bibtex: 'bib',
  ris: 'ris',
  csl: 'csl.json',
};

/** `/dispatches/{id}/cite`: agency, place and day, site, original address and the hash of the page. */
export function citationRoutes(deps: ApiDeps): Router {
  const router = Router();
  get(router, '/dispatches/:id/cite', async (request, response) => {
    const dispatch = await dispatchOf(deps, request);
    const citation = citationOf(dispatch, {
      agency: agencyOf(dispatch, namingFor(deps, request))?.label ?? null,
      permalink: `${baseUrlOf(deps, request)}/dispatches/${dispatch.id}`,
      accessed: dayOfAccess(),
    });
    const asked = EXTENSION_OF[paramsOf(request).get('format') ?? 'text'];
    const format = CITATION_FORMATS.find(({ extension }) => extension === asked);
    if (format) response.type(format.type).send(format.write(citation));
    else response.type('text/plain').send(`${toPlainCitation(citation)}\n`);
  });
  return router;
}
