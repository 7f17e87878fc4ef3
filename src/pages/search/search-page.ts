import type { Version } from '../../search/related.ts';
import type { Results } from '../../search/results.ts';
import type { Correction } from '../../search/spelling/corrections.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { apiQueryString, queryString, searchAddress } from '../search-address.ts';
import { appliedFilters, renderAppliedFilters } from './applied-filters.ts';
import { renderCorrections } from './corrections.ts';
import { renderEmptyState, type Widening } from './empty-state.ts';
import { renderFilterPanel } from './filter-panel.ts';
import { renderHit } from './hit.ts';
import { renderPagination } from './pagination.ts';
import { renderSearchBox } from './search-box.ts';
import { renderSort } from './sort.ts';
import { renderTimeline } from './timeline.ts';

/** What the search page shows beside the results themselves. */
export interface SearchPageParts {
  readonly results: Results;
  /** How many dispatches the query finds that carry no date. */
  readonly undated: number;
  /** Wider queries, asked only when nothing was found. */
  readonly widenings: readonly Widening[];
  /** Other spellings that find something. */
  readonly corrections: readonly Correction[];
  /** The members of the families among the hits. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
}

/**
 * The search page. Elements with `data-live` are what the live script replaces, by their id; it may have
 * moved filters and sort into a dialog meanwhile.
 */
export function searchPage(parts: SearchPageParts, context: PageContext): Page {
  const { results, undated, corrections } = parts;
  const { words } = context;
  const { query } = results;
  return {
    title: query.terms === '' ? words.search : headingOf(results, context),
    head: html`<link rel="canonical" href="${context.origin}${searchAddress(query)}">
<meta name="robots" content="${query.terms === '' && query.page === 1 ? 'index' : 'noindex'},follow">
<link rel="alternate" type="application/atom+xml" title="${words.results}" href="/v1/feed.atom${apiQueryString({ ...query, page: 1 })}">`,
    skipLinks: [
      ['#q', words.skipToSearch],
      ['#filters-heading', words.skipToFilters],
      ['#results-heading', words.skipToResults],
    ],
    scripts: ['search-page.js'],
    main: html`<main class="search-page">
<h1 class="visually-hidden">${words.searchLabel}</h1>
${renderSearchBox(query, context)}
<div class="meant" id="meant-part" data-live>${renderCorrections(corrections, query, context)}</div>
${renderOpener(results, context)}
<div class="filters" id="filters-place"><div id="filters-part" data-live>${renderFilterPanel(results, undated, context)}</div></div>
<div class="results">
<p id="trouble" class="notice" role="alert" hidden data-offline="${words.offline}" data-slow="${words.slow}" data-again="${words.tryAgain}"></p>
<div id="above-part" data-live>${renderAppliedFilters(query, context)}
${renderTimeline(results, context)}</div>
<div class="results-head"><h2 id="results-heading" tabindex="-1" data-live>${headingOf(results, context)}</h2>
<div id="sort-place"><div id="sort-part" data-live>${renderOrder(results, context)}</div></div></div>
<div id="results-part" data-live>${renderResults(parts, context)}</div>
</div>
${renderDialogs(context)}
<p role="status" aria-live="polite" aria-atomic="true" class="visually-hidden" id="status"></p>
</main>`,
  };
}

/** On a narrow screen the filters are behind this button; without script they stand open. */
function renderOpener({ query }: Results, context: PageContext): Html {
  const { words } = context;
  const applied = appliedFilters(query, context).length;
  return html`<p class="opener"><button type="button" class="button" id="open-filters" aria-haspopup="dialog">${words.filterAndSort} <span class="chosen" id="filters-chosen" data-live>${applied > 0 && words.selected(applied)}</span></button></p>`;
}

/** Empty until the script fills them: with the filters, and with all values of one facet. */
function renderDialogs({ words }: PageContext): Html {
  const close = html`<button type="button" class="close" data-close aria-label="${words.close}">×</button>`;
  return html`<dialog id="filters-dialog" class="sheet" aria-labelledby="filters-dialog-heading">
<header><h2 id="filters-dialog-heading" tabindex="-1">${words.filterAndSort}</h2>${close}</header>
<div data-for="sort-part"></div><div data-for="filters-part"></div>
</dialog>
<dialog id="values-dialog" class="sheet" aria-labelledby="values-dialog-heading">
<header><h2 id="values-dialog-heading" tabindex="-1"></h2>${close}</header>
<div data-body></div>
<footer><button type="button" class="button primary" data-close data-show></button></footer>
</dialog>`;
}

/** "1,234 dispatches (980 families) for “summit”". */
export function headingOf(
  { total, totalDispatches, query }: Results,
  { words }: PageContext,
): string {
  if (total === 0) return query.terms === '' ? words.nothingAtAll : words.nothing(query.terms);
  const counted =
    total < totalDispatches
      ? words.folded(words.dispatches(totalDispatches), words.families(total))
      : words.dispatches(totalDispatches);
  return query.terms === '' ? counted : words.dispatchesFor(counted, query.terms);
}

function renderOrder({ query, total }: Results, context: PageContext): Html {
  if (total > 0) return renderSort(query, context);
  const value = query.sort === 'relevance' ? '' : query.sort;
  return html`<input${attributes({ type: 'hidden', name: 'sort', form: 'search', value })}>`;
}

function renderResults(
  { results, widenings, versions }: SearchPageParts,
  context: PageContext,
): Html {
  const { query, hits, total } = results;
  const queryEnd = queryString(query) || '?';
  const membersOf = (family: string | null) => (family === null ? undefined : versions.get(family));
  return html`<p class="range-line">${rangeOf(results, context)}</p>
${renderNotes(results, context)}
${total === 0 ? renderEmptyState(query, widenings, context) : html`<ol class="hits">${hits.map((hit) => renderHit(hit, queryEnd, context, membersOf(hit.family)))}</ol>`}
${renderPagination(results, context)}`;
}

function rangeOf(
  { query, hits, total, totalDispatches }: Results,
  { words, formats }: PageContext,
): string {
  if (hits.length === 0 || total <= query.perPage) return '';
  const first = (query.page - 1) * query.perPage + 1;
  const last = first + hits.length - 1;
  const all = total < totalDispatches ? words.families(total) : formats.number(total);
  return words.range(formats.number(first), formats.number(last), all);
}

function renderNotes({ relaxed, ignoredWords, query, pages }: Results, context: PageContext): Html {
  const { words } = context;
  const isBeyond = pages > 0 && query.page > pages;
  return html`${relaxed && html`<p class="notice">${words.relaxed}</p>`}
${ignoredWords.length > 0 && html`<p class="notice">${words.ignored(ignoredWords.join(' '))}</p>`}
${isBeyond && html`<p class="notice">${words.beyond} <a href="${linkTo(context, searchAddress({ ...query, page: 1 }))}">${words.page('1')}</a></p>`}`;
}
