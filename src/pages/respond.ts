import type { Response } from 'express';
import { type Html, toMarkup } from './html.ts';
import type { PageContext } from './page-context.ts';
import { type Page, renderPage } from './page-frame.ts';

/**
 * What a page of ours may do: run and load its own files, and nothing else. Held by every page, so
 * markup that slipped through would find no way to act.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
  // The same address gives another language to another reader.
  Vary: 'Accept-Language',
};

/** Sends a page with the headers that all pages have. */
export function sendPage(
  response: Response,
  context: PageContext,
  page: Page,
  status: number = 200,
): void {
  sendMarkup(response, context, renderPage(context, page), status);
}

/** Sends a whole document with the same headers. */
export function sendMarkup(
  response: Response,
  context: PageContext,
  document: Html,
  status: number,
): void {
  response
    .status(status)
    .set(HEADERS)
    .set('Cache-Control', status === 200 ? 'public, max-age=0, must-revalidate' : 'no-store')
    .set('Content-Language', context.words.language)
    .type('html')
    .send(toMarkup(document));
}
