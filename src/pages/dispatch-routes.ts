import { type Request, type Response, Router } from 'express';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { citationOf } from './dispatch/citation.ts';
import { CITATION_FORMATS } from './dispatch/citation-formats.ts';
import { comparePage } from './dispatch/compare-page.ts';
import { dispatchPage, permalinkOf } from './dispatch/dispatch-page.ts';
import { findResultPlace, type ResultPlace } from './dispatch/result-place.ts';
import { sendStoredBytes, sendStoredPage, storedPagePage } from './dispatch/stored-page.ts';
import type { PageContext } from './page-context.ts';
import { readPageQuery } from './page-query.ts';
import { sendPage } from './respond.ts';
import type { Site } from './site.ts';

/** The page of one dispatch and what can be taken from it. */
export function dispatchRoutes(site: Site): Router {
  const router = Router();
  router.get('/dispatches/:id', async (request, response, next) => {
    const context = site.contextOf(request);
    const dispatch = await site.dispatch(request.params.id);
    if (!dispatch) return next();
    const place = await placeOf(dispatch, request, site, context);
    const [family, related] = await Promise.all([site.family(dispatch), site.related(dispatch)]);
    const isStored = site.storedPage !== undefined;
    const today = isoDay(site.today());
    sendPage(
      response,
      context,
      dispatchPage({ dispatch, place, family, related, today, isStored }, context),
    );
  });
  router.get('/dispatches/:id/text.md', async (request, response, next) => {
    const dispatch = await site.dispatch(request.params.id);
    if (!dispatch) return next();
    const headline = dispatch.headline === null ? '' : `# ${dispatch.headline}\n\n`;
    const standfirst = dispatch.standfirst === null ? '' : `*${dispatch.standfirst}*\n\n`;
    sendFile(
      response,
      'text/markdown',
      `${dispatch.id}.md`,
      `${headline}${standfirst}${dispatch.body}\n`,
    );
  });
  router.get('/dispatches/:id/compare/:other', async (request, response, next) => {
    const { id, other } = request.params;
    const [one, two] = await Promise.all([site.dispatch(id), site.dispatch(other)]);
    if (!one || !two) return next();
    const context = site.contextOf(request);
    sendPage(response, context, comparePage(one, two, context));
  });
  router.get(
    ['', '/page', '/bytes'].map((part) => `/dispatches/:id/stored${part}`),
    async (request, response, next) => {
      const dispatch = await site.dispatch(String(request.params['id']));
      const bytes = dispatch && (await site.storedPage?.(dispatch));
      if (!dispatch || !bytes) return next();
      if (request.path.endsWith('/page')) return sendStoredPage(response, dispatch, bytes);
      if (request.path.endsWith('/bytes')) return sendStoredBytes(response, dispatch, bytes);
      const context = site.contextOf(request);
      sendPage(response, context, storedPagePage(dispatch, bytes, context));
    },
  );
  for (const format of CITATION_FORMATS) {
    router.get(`/dispatches/:id/cite.${format.extension}`, async (request, response, next) => {
      const dispatch = await site.dispatch(request.params['id'] ?? '');
      if (!dispatch) return next();
      const context = site.contextOf(request);
      const citation = citationOf(dispatch, {
        agency: dispatch.agency && context.label('agency', dispatch.agency),
        permalink: permalinkOf(dispatch, context),
        accessed: isoDay(site.today()),
      });
      const name = `dispatch-${dispatch.id}.${format.extension}`;
      sendFile(response, format.type, name, format.write(citation));
    });
  }
  return router;
}

/** The results a dispatch was opened from, which its address carries; an unreadable one is none. */
async function placeOf(
  { id }: Dispatch,
  request: Request,
  { search, today }: Site,
  { words }: PageContext,
): Promise<ResultPlace | null> {
  if (!request.originalUrl.includes('?')) return null;
  const query = readPageQuery(request, today());
  return 'terms' in query ? findResultPlace(id, query, search, words.language) : null;
}

function sendFile(response: Response, type: string, name: string, text: string): void {
  response
    .set('X-Content-Type-Options', 'nosniff')
    .attachment(name)
    .type(`${type}; charset=utf-8`)
    .send(text);
}

function isoDay(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
