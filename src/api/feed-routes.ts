import { type Request, Router } from 'express';
import { Feed } from 'feed';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { html, toMarkup } from '../pages/html.ts';
import { HIT_FIELDS } from '../search/engine-queries.ts';
import { queryToUrl } from '../search/query-url.ts';
import { settle } from '../search/settled-search.ts';
import { queryOf } from './request-query.ts';
import { type ApiDeps, baseUrlOf, get } from './route.ts';

const ENTRIES = 50;
const SUMMARY_LENGTH = 400;

/** `/feed.atom`: what a search finds, by when it came into the archive; a rebuild makes nothing new. */
export function feedRoutes(deps: ApiDeps): Router {
  const router = Router();
  get(router, '/feed.atom', async (request, response) => {
    const query = queryOf(request);
    const { search } = await settle(query, deps.engine);
    const [found] = await deps.engine.searchAll([
      {
        ...search,
        ...{ sort: ['firstIndexedAt:desc', 'id:asc'], limit: ENTRIES },
        attributesToRetrieve: [...HIT_FIELDS],
      },
    ]);
    const dispatches = (found?.hits ?? []) as readonly Dispatch[];
    response.type('application/atom+xml').send(atom(dispatches, queryToUrl(query), deps, request));
  });
  return router;
}

function atom(
  dispatches: readonly Dispatch[],
  asked: string,
  deps: ApiDeps,
  request: Request,
): string {
  const base = baseUrlOf(deps, request);
  const self = `${base}/v1/feed.atom${asked}`;
  const newest = dispatches[0]?.firstIndexedAt;
  const feed = new Feed({
    ...{ id: self, title: 'Dispatches', link: `${base}/${asked}`, generator: 'Dispatches' },
    feedLinks: { atom: self },
    updated: new Date(newest ?? 0),
  });
  for (const dispatch of dispatches) {
    const link = `${base}/dispatches/${dispatch.id}`;
    feed.addItem({
      // Readers of feeds take both for HTML.
      ...{ title: asHtml(titleOf(dispatch)), id: link, link },
      date: new Date(dispatch.firstIndexedAt),
      description: asHtml(dispatch.standfirst ?? summaryOf(dispatch)),
      author: [{ name: authorOf(dispatch, deps) }],
    });
  }
  return feed.atom1();
}

/** As markup, without the characters that no XML may have. */
function asHtml(text: string): string {
  return toMarkup(html`${text}`).replace(
    /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
    '',
  );
}

function titleOf({ headline, text }: Dispatch): string {
  return headline ?? `${text.slice(0, 80)}…`;
}

function authorOf({ agency, credit, site }: Dispatch, { labels }: ApiDeps): string {
  return agency === null ? (credit ?? site ?? 'unknown') : labels.labelOf('agency', agency, 'en');
}

function summaryOf({ text }: Dispatch): string {
  return text.length <= SUMMARY_LENGTH ? text : `${text.slice(0, SUMMARY_LENGTH)}…`;
}
