import type { Results } from '../../search/results.ts';
import { type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { queryString, searchAddress } from '../search-address.ts';
import { renderAppliedFilters } from './applied-filters.ts';
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
}

/** The search page. Elements with `data-live` are what the live script replaces, by their id. */
export function searchPage(parts: SearchPageParts, context: PageContext): Page {
  const { results, undated } = parts;
  const { words } = context;
  const { query } = results;
  return {
    title: query.terms === '' ? words.search : headingOf(results, context),
    head: html`<link rel="canonical" href="${context.origin}${searchAddress(query)}">
<meta name="robots" content="${query.terms === '' && query.page === 1 ? 'index' : 'noindex'},follow">
<link rel="alternate" type="application/atom+xml" title="${words.results}" href="/v1/feed.atom${queryString({ ...query, page: 1 })}">`,
    skipLinks: [
      ['#q', words.skipToSearch],
      ['#filters-heading', words.skipToFilters],
      ['#results-heading', words.skipToResults],
    ],
    scripts: ['search-page.js'],
    main: html`<main class="search-page">
<h1 class="visually-hidden">${words.searchLabel}</h1>
${renderSearchBox(query, context)}
<div class="filters" id="filters-part" data-live>${renderFilterPanel(results, undated, context)}</div>
<p id="trouble" class="notice" role="alert" hidden data-offline="${words.offline}" data-slow="${words.slow}"></p>
<div class="results" id="results-part" data-live>${renderResults(parts, context)}</div>
<p role="status" aria-live="polite" aria-atomic="true" class="visually-hidden" id="status"></p>
</main>`,
  };
}

/** "1,234 dispatches for “summit”". */
export function headingOf(
  { total, totalDispatches, query }: Results,
  { words }: PageContext,
): string {
  if (total === 0) return query.terms === '' ? words.nothingAtAll : words.nothing(query.terms);
  const counted =
    query.group === 'family'
      ? words.folded(words.dispatches(totalDispatches), words.families(total))
      : words.dispatches(total);
  return query.terms === '' ? counted : words.dispatchesFor(counted, query.terms);
}

function renderResults({ results, widenings }: SearchPageParts, context: PageContext): Html {
  const { query, hits, total } = results;
  const queryEnd = queryString(query) || '?';
  return html`${renderAppliedFilters(query, context)}
${renderTimeline(results, context)}
<div class="results-head"><h2 id="results-heading" tabindex="-1">${headingOf(results, context)}</h2>
${total > 0 ? renderSort(query, context) : html`<input type="hidden" name="sort" form="search" value="${query.sort === 'relevance' ? '' : query.sort}">`}</div>
<p class="range-line">${rangeOf(results, context)}</p>
${renderNotes(results, context)}
${total === 0 ? renderEmptyState(query, widenings, context) : html`<ol class="hits">${hits.map((hit) => renderHit(hit, queryEnd, context))}</ol>`}
${renderPagination(results, context)}`;
}

function rangeOf({ query, hits, total }: Results, { words, formats }: PageContext): string {
  if (hits.length === 0 || total <= query.perPage) return '';
  const first = (query.page - 1) * query.perPage + 1;
  const last = first + hits.length - 1;
  return words.range(formats.number(first), formats.number(last), formats.number(total));
}

function renderNotes({ relaxed, ignoredWords, query, pages }: Results, context: PageContext): Html {
  const { words } = context;
  const isBeyond = pages > 0 && query.page > pages;
  return html`${relaxed && html`<p class="notice">${words.relaxed}</p>`}
${ignoredWords.length > 0 && html`<p class="notice">${words.ignored(ignoredWords.join(' '))}</p>`}
${isBeyond && html`<p class="notice">${words.beyond} <a href="${linkTo(context, searchAddress({ ...query, page: 1 }))}">${words.page('1')}</a></p>`}`;
}
