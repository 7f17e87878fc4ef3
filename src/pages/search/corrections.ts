import { type Query, withTerms } from '../../search/query.ts';
import type { Correction } from '../../search/spelling/corrections.ts';
import { type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { searchAddress } from '../search-address.ts';

/** "Did you mean": links to other spellings and what each finds; what was typed is never rewritten. */
export function renderCorrections(
  corrections: readonly Correction[],
  query: Query,
  context: PageContext,
): Html | null {
  if (corrections.length === 0) return null;
  const { words } = context;
  const links = corrections.map(({ terms, fragments, total }) => {
    const href = linkTo(context, searchAddress(withTerms(query, terms)));
    const spelling = fragments.map(({ text, marked }) => (marked ? html`<b>${text}</b>` : text));
    return html`<li><a href="${href}" dir="auto">${spelling}</a> <span class="note">${words.dispatches(total)}</span></li>`;
  });
  return html`<nav class="did-you-mean" aria-labelledby="meant-heading"><h2 id="meant-heading">${words.didYouMean}</h2><ul>${links}</ul></nav>`;
}
