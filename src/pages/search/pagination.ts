import { withPage } from '../../search/query.ts';
import type { Results } from '../../search/results.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { searchAddress } from '../search-address.ts';

const NEIGHBOURS = 2;

/** Numbered pages: the first, the last, and those around the current one. */
export function renderPagination({ query, pages }: Results, context: PageContext): Html | null {
  if (pages < 2) return null;
  const { words, formats } = context;
  const hrefOf = (page: number) => linkTo(context, searchAddress(withPage(query, page)));
  const step = (page: number, rel: string, words_: string) =>
    page >= 1 &&
    page <= pages &&
    html`<li><a href="${hrefOf(page)}" rel="${rel}">${words_}</a></li>`;
  const numbers = shownPages(query.page, pages).map((page, i, shown) => {
    const gap = page - (shown[i - 1] ?? 0) > 1;
    const link = attributes({
      href: hrefOf(page),
      'aria-label': words.page(formats.number(page)),
      'aria-current': page === query.page ? 'page' : null,
    });
    return html`${gap && html`<li class="gap" aria-hidden="true">…</li>`}<li><a${link}>${formats.number(page)}</a></li>`;
  });
  return html`<nav class="pagination" aria-label="${words.pages}"><ul>${step(query.page - 1, 'prev', words.previous)}${numbers}${step(query.page + 1, 'next', words.next)}</ul></nav>`;
}

/** Which of `pages` pages are linked from page `current`, in order. */
export function shownPages(current: number, pages: number): readonly number[] {
  const near = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, i) => current - NEIGHBOURS + i);
  const shown = new Set([1, ...near, pages].filter((page) => page >= 1 && page <= pages));
  return [...shown].sort((a, b) => a - b);
}
