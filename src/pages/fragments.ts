import type { Fragment } from '../search/results.ts';
import { type Html, html } from './html.ts';

/** Fragments as markup: `<mark>` around the marked ones, all of them escaped. */
export function renderFragments(fragments: readonly Fragment[]): Html {
  return html`${fragments.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}`;
}
