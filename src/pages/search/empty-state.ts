import type { Query } from '../../search/query.ts';
import { type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { pageDefaults } from '../page-query.ts';
import { searchAddress } from '../search-address.ts';

/** A wider query that finds something: what to drop, and how many dispatches that gives. */
export interface Widening {
  /** Says what is dropped, before a number of dispatches. */
  readonly say: (counted: string) => string;
  readonly query: Query;
  readonly total: number;
}

/** What a reader sees when nothing matches: which filter to drop, and how many that gives. */
export function renderEmptyState(
  query: Query,
  widenings: readonly Widening[],
  context: PageContext,
): Html {
  const { words } = context;
  const helpful = widenings
    .filter(({ total }) => total > 0)
    .map(
      ({ say, query: wider, total }) =>
        html`<li><a href="${linkTo(context, searchAddress(wider))}">${say(words.dispatches(total))}</a></li>`,
    );
  return html`<div class="empty">
${helpful.length > 0 && html`<h3>${words.widen}</h3><ul>${helpful}</ul>`}
${query.terms !== '' && html`<p>${words.checkSpelling}</p>`}
<p><a href="${linkTo(context, searchAddress(pageDefaults))}">${words.everything}</a></p>
<p class="note">${words.heldOnly} <a href="${linkTo(context, '/coverage')}">${words.coverage}</a></p>
</div>`;
}
