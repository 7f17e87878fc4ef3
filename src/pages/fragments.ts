import { type Html, html } from './html.ts';
import type { Fragment } from './search-words.ts';

/** Fragments as markup: `<mark>` around the marked ones, all of them escaped. */
export function renderFragments(fragments: readonly Fragment[]): Html {
  return html`${fragments.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}`;
}
