import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Dispatch } from '../../../indexer/dispatch.ts';
import { html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';

/**
 * What a stored page may do when it is shown: nothing. No script, no network, no form; its own
 * styles and pictures inside the page are all that is left to it.
 */
const INERT_POLICY = [
  'sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The page around a stored page: what it is, whether it is still the one that was read, a frame. */
export function storedPagePage(dispatch: Dispatch, bytes: Uint8Array, context: PageContext): Page {
  const { words } = context;
  const { source } = dispatch;
  const isSame = createHash('sha256').update(bytes).digest('hex') === source.sha256;
  const back = linkTo(context, `/dispatches/${dispatch.id}`);
  return {
    title: `${words.storedPage}: ${dispatch.headline ?? words.noHeadline}`,
    head: html`<meta name="robots" content="noindex">`,
    skipLinks: [['#stored', words.storedPage]],
    main: html`<main class="stored-page">
<nav class="way-back" aria-label="${words.storedPage}"><a href="${back}">${words.backToDispatch}</a></nav>
<h1>${words.storedPage}</h1>
<p class="note">${words.storedNote}</p>
<p><code>${source.path}</code></p>
<p class="notice">${isSame ? words.sameHash : words.otherHash} <code class="hash">${source.sha256}</code></p>
<iframe id="stored" sandbox src="/dispatches/${dispatch.id}/stored/page" title="${words.storedPage}" referrerpolicy="no-referrer"></iframe>
</main>`,
  };
}

/** Sends the bytes as they are stored, as a document that can do nothing. */
export function sendStoredPage(response: Response, dispatch: Dispatch, bytes: Uint8Array): void {
  response
    .set('Content-Security-Policy', INERT_POLICY)
    .set('Content-Type', `text/html; charset=${dispatch.source.charset}`)
    .set('X-Content-Type-Options', 'nosniff')
    .set('X-DNS-Prefetch-Control', 'off')
    .set('Referrer-Policy', 'no-referrer')
    .set('Cross-Origin-Resource-Policy', 'same-origin')
    .set('X-Robots-Tag', 'noindex')
    .send(Buffer.from(bytes));
}
