import { only, type Query, withDates } from '../../search/query.ts';
import type { Timeline } from '../../search/timeline.ts';
import { type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { pageDefaults } from '../page-query.ts';
import { searchAddress } from '../search-address.ts';
import { type Column, type CoverageSpan, columnsOf } from './coverage-span.ts';

/** How many shades a cell has; the number itself is always written. */
const SHADES = 4;

/**
 * What the archive holds: dispatches per agency and decade, year or month, so that "nothing
 * found" is not taken for "nothing sent".
 */
export function coveragePage(span: CoverageSpan, timeline: Timeline, context: PageContext): Page {
  const { words } = context;
  const title = span.name === null ? words.coverage : `${words.coverage}: ${span.name}`;
  const above = span.interval === 'month' ? `${span.name?.slice(0, 3)}0s` : null;
  return {
    title,
    skipLinks: [['#coverage', words.coverage]],
    main: html`<main class="coverage-page">
<h1>${title}</h1>
<p>${words.coverageNote}</p>
<p class="note">${words.dispatches(timeline.total)}${timeline.undated > 0 && html`, ${words.undated(timeline.undated)}`}</p>
${span.name !== null && html`<p><a href="${linkTo(context, '/coverage')}">${words.wholeTime}</a>${above && html` · <a href="${linkTo(context, `/coverage/${above}`)}">${above}</a>`}</p>`}
<div class="scroll" tabindex="0" role="region" aria-labelledby="coverage-caption" id="coverage">${renderTable(span, timeline, context)}</div>
</main>`,
  };
}

function renderTable(span: CoverageSpan, timeline: Timeline, context: PageContext): Html {
  const { words, formats } = context;
  const columns = columnsOf(timeline.buckets);
  const most = Math.max(1, ...columns.flatMap(({ per }) => Object.values(per)));
  const rows = timeline.series.map(({ id, label, count }) => {
    const query = only(pageDefaults, 'agency', id);
    const cells = columns.map((column) => renderCell(column, id, most, query, context));
    const link = linkTo(context, searchAddress(withDates(query, span.from, span.to)));
    return html`<tr><th scope="row"><a href="${link}">${label}</a></th>${cells}<td>${formats.number(count)}</td></tr>`;
  });
  return html`<table class="coverage"><caption class="visually-hidden" id="coverage-caption">${words.coverage}</caption>
<thead><tr><th scope="col">${words.agency}</th>${columns.map((column) => html`<th scope="col">${columnHeading(column, context)}</th>`)}<th scope="col">${words.total}</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><th scope="row">${words.allAgencies}</th>${columns.map(({ count }) => html`<td>${formats.number(count)}</td>`)}<td>${formats.number(columns.reduce((sum, { count }) => sum + count, 0))}</td></tr></tfoot></table>`;
}

/** A decade or a year leads to its own page; a month is the finest there is. */
function columnHeading({ name }: Column, context: PageContext): Html {
  const { formats } = context;
  return name.length > 5
    ? html`<abbr title="${formats.date(name)}">${formats.monthName(name.slice(5), 'short')}</abbr>`
    : html`<a href="${linkTo(context, `/coverage/${name}`)}">${name}</a>`;
}

function renderCell(
  { from, to, per }: Column,
  id: string,
  most: number,
  query: Query,
  context: PageContext,
): Html {
  const count = per[id] ?? 0;
  if (count === 0) return html`<td class="none"></td>`;
  const shade = Math.ceil((Math.log(count + 1) / Math.log(most + 1)) * SHADES);
  const address = searchAddress(withDates(query, from, to));
  return html`<td class="shade-${shade}"><a href="${linkTo(context, address)}">${context.formats.number(count)}</a></td>`;
}
