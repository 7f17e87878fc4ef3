import { isUnconfirmed } from '../../../indexer/dispatch.ts';
import { withoutRemark } from '../../search/labels.ts';
import { exclude, type FilterName, type Query } from '../../search/query.ts';
import type { Facet, FacetValue } from '../../search/results.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { queryString, searchAddress } from '../search-address.ts';

/** One facet as checkboxes of the search form; with a link beside each value that leaves it out. */
export function renderFacetGroup(
  facet: Facet,
  filter: FilterName,
  query: Query,
  context: PageContext,
): Html {
  const { words } = context;
  const name = words.facets[filter];
  const chosen = facet.values.filter(({ selected, excluded }) => selected || excluded).length;
  return html`<details class="facet" id="facet-${filter}" open>
<summary><h3>${name}</h3>${chosen > 0 && html`<span class="chosen">${words.selected(chosen)}</span>`}</summary>
<fieldset><legend class="visually-hidden">${words.filterBy(name)}</legend>
${facet.truncated && renderFinder(filter, query, context)}
${facet.values.length === 0 ? html`<p class="note">${words.noValues}</p>` : renderValues(facet.values.map(plain), filter, query, context)}
</fieldset>
${facet.truncated && html`<p><a class="more" data-values-of="${filter}" href="${linkTo(context, `/facets/${filter}${queryString(query)}`)}">${words.more[filter]}</a></p>`}
</details>`;
}

/** Looks inside a long list; the script answers it in place, without script the full list does. */
function renderFinder(filter: FilterName, query: Query, context: PageContext): Html {
  const { words } = context;
  const label = words.findIn(words.facets[filter]);
  return html`<input${attributes({
    type: 'search',
    class: 'find with-script',
    id: `find-${filter}`,
    'aria-label': label,
    placeholder: words.findPlaceholder[filter],
    autocomplete: 'off',
    'data-find': linkTo(context, `/facets/${filter}${queryString(query)}`),
  })}>`;
}

/** A value, and the other name it was found by. */
export interface ShownValue extends FacetValue {
  readonly foundAs: string | null;
}

function plain(value: FacetValue): ShownValue {
  return { ...value, foundAs: null };
}

/** The values themselves, chosen ones first as they come; `form` is the form that their boxes belong to. */
export function renderValues(
  values: readonly ShownValue[],
  filter: FilterName,
  query: Query,
  context: PageContext,
  form: string = 'search',
): Html {
  return html`<ul class="values" data-values>${values.map((value) => renderValue(value, filter, query, context, form))}</ul>`;
}

function renderValue(
  shown: ShownValue,
  filter: FilterName,
  query: Query,
  context: PageContext,
  form: string,
): Html {
  const { words, formats } = context;
  const { value, label, count, selected, excluded, foundAs } = shown;
  const withoutIt = linkTo(context, searchAddress(exclude(query, filter, value)));
  const not = excluded ? `${words.not} ` : '';
  const also = foundAs === null ? '' : `, ${words.foundAs(foundAs)}`;
  const box = attributes({
    type: 'checkbox',
    form,
    name: excluded ? `${filter}_not` : filter,
    value,
    id: `${form === 'search' ? '' : 'all-'}${filter}-${value}`,
    checked: selected || excluded,
    'aria-label': `${not}${label}${also}, ${words.dispatches(count)}`,
  });
  const otherName = foundAs !== null && html` <small dir="auto">${words.foundAs(foundAs)}</small>`;
  return html`<li${attributes({ class: excluded ? 'excluded' : null })}><label><input${box}><span class="value" dir="auto">${not}${filter === 'person' && isUnconfirmed(value) ? renderUnconfirmed(label, context) : label}${otherName}</span><span class="count">${!excluded && formats.number(count)}</span></label>${!excluded && html`<a class="exclude" href="${withoutIt}" aria-label="${words.excludeValue(label)}">${words.exclude}</a>`}</li>`;
}

/** One line: the word "unconfirmed" is said with the box; to the eye a question mark stands for it. */
function renderUnconfirmed(label: string, { words }: PageContext): Html {
  const name = withoutRemark(label, words.unconfirmed);
  // No line of its own for the sign: it stays beside the last word.
  return html`${name}\u00a0<abbr class="unsure" title="${words.unconfirmedNote}">?</abbr>`;
}
