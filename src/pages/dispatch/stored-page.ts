import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Dispatch } from '../../../indexer/dispatch.ts';
import { html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { unbroken } from '../unbroken.ts';

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
<p class="notice">${unbroken(isSame ? words.sameHash : words.otherHash)} <code class="hash">${source.sha256}</code></p>
<p><a href="/dispatches/${dispatch.id}/stored/bytes" download>${words.downloadBytes}</a></p>
<iframe id="stored" sandbox src="/dispatches/${dispatch.id}/stored/page" title="${words.storedPage}" referrerpolicy="no-referrer"></iframe>
</main>`,
  };
}

/** Sends the stored page as a document that can do nothing. */
export function sendStoredPage(response: Response, dispatch: Dispatch, bytes: Uint8Array): void {
  response
    .set('Content-Security-Policy', INERT_POLICY)
    .set('Content-Type', `text/html; charset=${dispatch.source.charset}`)
    .set('X-Content-Type-Options', 'nosniff')
    .set('X-DNS-Prefetch-Control', 'off')
    .set('Referrer-Policy', 'no-referrer')
    .set('Cross-Origin-Resource-Policy', 'same-origin')
    .set('X-Robots-Tag', 'noindex')
    .send(withoutCallers(bytes, dispatch.source.charset));
}

/** Sends the bytes as they are stored, to be kept and held against their hash. */
export function sendStoredBytes(response: Response, dispatch: Dispatch, bytes: Uint8Array): void {
  response
    .set('X-Content-Type-Options', 'nosniff')
    .attachment(`${dispatch.id}.html`)
    .type('application/octet-stream')
    .send(Buffer.from(bytes));
}

/** Elements for which a browser connects to the site they name before any policy stops it. */
const CALLERS =
  /<(\/?)(link|iframe|frame|object|embed|applet|video|audio|source|track|fencedframe)(?=[\s/>])/gi;

/**
 * The page with those elements under names that do nothing. What they name is not loaded anyway; but
 * only without them does no other site hear that somebody reads here. `basefont` is parsed as `link`
 * is: any other name would end the head of the page.
 */
function withoutCallers(bytes: Uint8Array, charset: string): Buffer {
  const inert = (page: string) =>
    page.replace(CALLERS, (_, slash: string, name: string) =>
      name.toLowerCase() === 'link' ? `<${slash}basefont` : `<${slash}x-${name}`,
    );
  const page = Buffer.from(bytes);
  if (/^utf-?16be/i.test(charset)) {
    const pairs = page.subarray(0, page.length - (page.length % 2)).swap16();
    return Buffer.from(inert(pairs.toString('utf16le')), 'utf16le').swap16();
  }
  // In every other encoding of the web a tag is written in ASCII.
  const encoding = /^utf-?16/i.test(charset) ? 'utf16le' : 'latin1';
  return Buffer.from(inert(page.toString(encoding)), encoding);
}
