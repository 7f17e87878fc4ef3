import { FILTER_NAMES, type Query } from '../../search/query.ts';
import type { Results } from '../../search/results.ts';
import { attributes, type Html, html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { renderDateFilter } from './date-filter.ts';
import { renderFacetGroup } from './facet-group.ts';

/**
 * Everything that narrows: dates and the four facets. Where there is little room the script shows it in a
 * dialog, which the last button closes; without script it stands open.
 */
export function renderFilterPanel(results: Results, undated: number, context: PageContext): Html {
  const { words } = context;
  const { query } = results;
  const groups = FILTER_NAMES.flatMap((filter) => {
    const facet = results.facets.find(({ name }) => name === filter);
    return facet ? [renderFacetGroup(facet, filter, query, context)] : [];
  });
  return html`<section class="panel" aria-labelledby="filters-heading">
<h2 id="filters-heading" tabindex="-1">${words.filters}</h2>
${renderDateFilter(query, undated, context)}
${groups}
${renderUnfold(query, context)}
<p class="apply"><button type="submit" form="search" class="button">${words.apply}</button></p>
<p class="show-results"><button type="button" class="button primary" data-close data-show>${words.showResults(words.dispatches(results.totalDispatches))}</button></p>
</section>`;
}

/** The same dispatch on ten sites is one hit, or ten if the reader likes. */
function renderUnfold({ group }: Query, { words }: PageContext): Html {
  const box = attributes({
    type: 'checkbox',
    form: 'search',
    id: 'group',
    name: 'group',
    value: 'none',
    checked: group === 'none',
  });
  return html`<p class="unfold"><label><input${box}> ${words.unfold}</label></p>`;
}
