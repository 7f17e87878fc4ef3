import { orderOf, type Query, SORTS } from '../../search/query.ts';
import { attributes, type Html, html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/**
 * The order of the hits as a select of the search form. Without words nothing is a better match
 * than anything else, so that choice is not offered; the order that comes by itself is sent as
 * nothing, to keep addresses short.
 */
export function renderSort(query: Query, { words }: PageContext): Html {
  const order = orderOf(query);
  const usual = orderOf({ ...query, sort: 'relevance' });
  const offered = SORTS.filter((sort) => sort !== 'relevance' || query.terms !== '');
  const options = offered.map(
    (sort) =>
      html`<option${attributes({ value: sort === usual ? '' : sort, selected: sort === order })}>${words.sorts[sort]}</option>`,
  );
  return html`<p class="sort"><label for="sort">${words.sort}</label> <select id="sort" name="sort" form="search" autocomplete="off">${options}</select> <button type="submit" form="search" class="button without-script">${words.apply}</button></p>`;
}
