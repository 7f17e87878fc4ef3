import type { Query } from '../search/query.ts';
import type { QueryProblem } from '../search/query-url.ts';
import { type Html, html } from './html.ts';
import { linkTo, type PageContext } from './page-context.ts';
import type { Page } from './page-frame.ts';
import { pageDefaults } from './page-query.ts';
import { renderSearchBox } from './search/search-box.ts';
import { searchAddress } from './search-address.ts';

/** A page that says that something is not there, not understood or broken, and how to go on. */
export function messagePage(
  title: string,
  message: Html,
  context: PageContext,
  query: Query = pageDefaults,
): Page {
  return {
    title,
    head: html`<meta name="robots" content="noindex">`,
    skipLinks: [['#q', context.words.skipToSearch]],
    main: html`<main class="message-page" data-live id="message"><h1>${title}</h1>${message}
${renderSearchBox(query, context)}</main>`,
  };
}

/** There is no page at this address. */
export function notFoundPage(context: PageContext): Page {
  const { words } = context;
  return messagePage(words.notFound, html`<p>${words.notFoundText}</p>`, context);
}

/** The address is no query: says which part, what would be right, and leads on with what is `left` of it. */
export function badQueryPage(
  problems: readonly QueryProblem[],
  left: Query,
  context: PageContext,
): Page {
  const { words } = context;
  const lines = problems.map(
    ({ code, parameter, allowed, didYouMean }) =>
      html`<li><code>${parameter}</code>: ${words.queryProblems[code]}${allowed && allowed.length < 12 && html` <span class="note">${allowed.join(', ')}</span>`}${didYouMean && html` <strong>${didYouMean}?</strong>`}</li>`,
  );
  const on = html`<p><a class="button" href="${linkTo(context, searchAddress(left))}">${words.goOnWithoutIt}</a></p>`;
  return messagePage(
    words.badQuery,
    html`<p>${words.badQueryText}</p><ul class="problems">${lines}</ul>${on}`,
    context,
    left,
  );
}

/** The search engine does not answer, or nothing is indexed yet; it is expected to be there soon. */
export function unavailablePage(context: PageContext, isUnindexed: boolean): Page {
  const { words } = context;
  const why = isUnindexed ? words.unindexedText : words.unavailableText;
  const again = html`<p>${why}</p><p><a class="button" href="${linkTo(context, context.address)}">${words.tryAgain}</a></p>`;
  return messagePage(words.unavailable, again, context);
}

/** A fault of ours. */
export function failedPage(context: PageContext): Page {
  const { words } = context;
  const again = html`<p>${words.failedText}</p><p><a class="button" href="${linkTo(context, context.address)}">${words.tryAgain}</a></p>`;
  return messagePage(words.failed, again, context);
}
