import { FILTER_NAMES, type FilterName, type Query } from '../../search/query.ts';
import type { Facet, FacetValue } from '../../search/results.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { queryString, searchAddress } from '../search-address.ts';
import { fold } from '../search-words.ts';
import { renderValues } from './facet-group.ts';
import { carriedFields } from './search-box.ts';

/** How a long list of values is shown: what is looked for in it, and in which order. */
export interface FacetView {
  readonly filter: FilterName;
  readonly find: string;
  readonly order: 'count' | 'name';
}

/** More than these nobody reads: the field finds the others. */
const MOST_SHOWN = 200;

/** All values of one facet for a query, with a field that finds among them. */
export function facetPage(facet: Facet, query: Query, view: FacetView, context: PageContext): Page {
  const { words, formats } = context;
  const { filter } = view;
  const values = matching(facet.values, view, words.language);
  const shown = values.slice(0, MOST_SHOWN);
  const title = words.more[filter];
  return {
    title,
    head: html`<meta name="robots" content="noindex">`,
    skipLinks: [['#values', words.filterBy(words.facets[filter])]],
    main: html`<main class="facet-page">
<nav class="way-back"><a href="${linkTo(context, searchAddress(query))}">${words.backToResults}</a></nav>
<h1>${title}</h1>
${renderFindForm(query, view, context)}
<form id="search" action="/" method="get" class="all-values">
${[...queryFields(query, filter), ...carriedFields(query, context)].map(hiddenField)}
<fieldset id="values" tabindex="-1"><legend class="visually-hidden">${words.filterBy(words.facets[filter])}</legend>
${shown.length === 0 ? html`<p data-values>${words.noMatches}</p>` : renderValues(shown, filter, query, context)}
</fieldset>
${shown.length < values.length && html`<p class="note">${words.onlyFirst(formats.number(shown.length), formats.number(values.length))}</p>`}
<p><button type="submit" class="button primary">${words.apply}</button></p>
</form>
</main>`,
  };
}

/** Chosen values always stay: the form would forget them otherwise. */
function matching(
  values: readonly FacetValue[],
  { find, order }: FacetView,
  language: string,
): readonly FacetValue[] {
  const wanted = fold(find).split(/\s+/).filter(Boolean);
  const kept = values.filter(({ label, selected, excluded }) => {
    const folded = fold(label);
    return selected || excluded || wanted.every((word) => folded.includes(word));
  });
  if (order === 'count') return kept;
  const { compare } = new Intl.Collator(language);
  return kept.toSorted((a, b) => compare(a.label, b.label));
}

function renderFindForm(
  query: Query,
  { filter, find, order }: FacetView,
  context: PageContext,
): Html {
  const { words } = context;
  const fields: readonly (readonly [string, string])[] = [
    ...queryFields(query, null),
    ...carriedFields(query, context),
  ];
  const options = (['count', 'name'] as const).map(
    (one) =>
      html`<option${attributes({ value: one, selected: one === order })}>${words.orders[one]}</option>`,
  );
  return html`<form action="/facets/${filter}" method="get" role="search" class="find-form">
${fields.map(hiddenField)}
<div class="box"><div class="field"><label for="find">${words.findPlaceholder[filter]}</label><input type="search" id="find" name="find" value="${find}" autocomplete="off"></div>
<div><label for="order">${words.sort}</label><select id="order" name="order">${options}</select></div>
<button type="submit" class="button">${words.show}</button></div>
</form>`;
}

/** The words, the dates, the order and the chosen values as fields; those of `own` have boxes. */
function queryFields(query: Query, own: FilterName | null): readonly (readonly [string, string])[] {
  const params = new URLSearchParams(queryString({ ...query, page: 1 }));
  const carried = [
    'q',
    'from',
    'to',
    'sort',
    'group',
    ...FILTER_NAMES.flatMap((f) => [f, `${f}_not`]),
  ];
  return [...params].filter(
    ([name]) => carried.includes(name) && name !== own && name !== `${own}_not`,
  );
}

function hiddenField([name, value]: readonly [string, string]): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
