import { matchedForm } from '../../search/matched-form.ts';
import { FILTER_NAMES, type FilterName, type Query } from '../../search/query.ts';
import type { Facet } from '../../search/results.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { queryString, searchAddress } from '../search-address.ts';
import type { Sources } from '../site.ts';
import { isRelativeTo } from './date-filter.ts';
import { renderValues, type ShownValue } from './facet-group.ts';
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
export function facetPage(
  facet: Facet,
  query: Query,
  view: FacetView,
  namesOf: Sources['namesOf'],
  context: PageContext,
): Page {
  const { words, formats } = context;
  const { filter } = view;
  const { values, matches } = matching(facet, view, namesOf, words.language);
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
<p class="note" id="found">${words.matches(matches)}</p>
<form id="values-form" action="/" method="get" class="all-values">
${[...queryFields(query, filter, context), ...carriedFields(query, context)].map(hiddenField)}
<fieldset id="values" tabindex="-1"><legend class="visually-hidden">${words.filterBy(words.facets[filter])}</legend>
${shown.length === 0 ? html`<p data-values>${words.noMatches}</p>` : renderValues(shown, filter, query, context, 'values-form')}
</fieldset>
${shown.length < values.length && html`<p class="note">${words.onlyFirst(formats.number(shown.length), formats.number(values.length))}</p>`}
<p class="apply-values"><button type="submit" class="button primary">${words.apply}</button></p>
</form>
</main>`,
  };
}

/**
 * The values that what is typed may mean, by any of their names, and how many these are. Chosen values always
 * stay: the form would forget them otherwise.
 */
function matching(
  { values }: Facet,
  { filter, find, order }: FacetView,
  namesOf: Sources['namesOf'],
  language: string,
): { readonly values: readonly ShownValue[]; readonly matches: number } {
  const typed = find.trim();
  let matches = 0;
  const kept = values.flatMap((value): readonly ShownValue[] => {
    const { label, selected, excluded } = value;
    const names = typed === '' ? [] : namesOf(filter, value.value);
    const form = matchedForm({ label, names }, typed);
    if (form !== null) matches += 1;
    else if (!selected && !excluded) return [];
    return [{ ...value, foundAs: form === label ? null : form }];
  });
  if (order === 'count') return { values: kept, matches };
  const { compare } = new Intl.Collator(language);
  return { values: kept.toSorted((a, b) => compare(a.label, b.label)), matches };
}

function renderFindForm(
  query: Query,
  { filter, find, order }: FacetView,
  context: PageContext,
): Html {
  const { words } = context;
  const fields: readonly (readonly [string, string])[] = [
    ...queryFields(query, null, context),
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
function queryFields(
  query: Query,
  own: FilterName | null,
  context: PageContext,
): readonly (readonly [string, string])[] {
  const params = new URLSearchParams(queryString({ ...query, page: 1 }));
  const carried = [
    'q',
    // A span that ends today is carried as what it is.
    ...(isRelativeTo(query, context) ? [] : ['from']),
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
