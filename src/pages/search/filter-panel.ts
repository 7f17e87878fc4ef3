import { FILTER_NAMES, type Query, withUndated } from '../../search/query.ts';
import type { Results } from '../../search/results.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { searchAddress } from '../search-address.ts';
import { appliedFilters } from './applied-filters.ts';
import { renderFacetGroup } from './facet-group.ts';

/**
 * Everything that narrows: dates and the four facets. On a narrow screen it is folded behind a
 * button that says how many filters are on; the style sheet opens it where there is room.
 */
export function renderFilterPanel(results: Results, undated: number, context: PageContext): Html {
  const { words } = context;
  const { query } = results;
  const applied = appliedFilters(query, context).length;
  const groups = FILTER_NAMES.flatMap((filter) => {
    const facet = results.facets.find(({ name }) => name === filter);
    return facet ? [renderFacetGroup(facet, filter, query, context)] : [];
  });
  return html`<details class="panel" id="filters">
<summary class="button">${words.filters}${applied > 0 && html` <span class="chosen">${words.selected(applied)}</span>`}</summary>
<section aria-labelledby="filters-heading">
<h2 id="filters-heading" tabindex="-1">${words.filters}</h2>
${renderDates(query, undated, context)}
${groups}
${renderFold(query, context)}
<p class="apply"><button type="submit" form="search" class="button">${words.apply}</button></p>
<p class="show-results"><button type="submit" form="search" class="button primary">${words.showResults(words.dispatches(results.total))}</button></p>
</section>
</details>`;
}

/** The same dispatch on ten sites is one hit or ten, as the reader likes. */
function renderFold({ group }: Query, { words }: PageContext): Html {
  const box = attributes({
    type: 'checkbox',
    form: 'search',
    id: 'group',
    name: 'group',
    value: 'family',
    checked: group === 'family',
  });
  return html`<p class="fold"><label><input${box}> ${words.fold}</label></p>`;
}

function renderDates(query: Query, undated: number, context: PageContext): Html {
  const { words } = context;
  const field = (name: 'from' | 'to', label: string) =>
    html`<div class="field"><label for="${name}">${label}</label><input${attributes({
      id: name,
      name,
      type: 'text',
      form: 'search',
      value: query[name] ?? '',
      inputmode: 'numeric',
      autocomplete: 'off',
      pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?',
      title: words.dateHint,
      'aria-describedby': 'date-hint',
      maxlength: 10,
    })}></div>`;
  return html`<div class="dates"><fieldset><legend><h3>${words.dates}</h3></legend>
<div class="range">${field('from', words.from)}${field('to', words.to)}</div>
<p class="note" id="date-hint">${words.dateHint}</p>
${undated > 0 && html`<p><a href="${linkTo(context, searchAddress(withUndated(query, 'only')))}">${words.undated(undated)}</a></p>`}
</fieldset></div>`;
}
