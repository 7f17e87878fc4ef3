import { exclude, only, type Query, withDates, withUndated } from '../../search/query.ts';
import type { Timeline } from '../../search/timeline.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { pageDefaults } from '../page-query.ts';
import { searchAddress } from '../search-address.ts';
import { type Column, type CoverageSpan, columnsOf } from './coverage-span.ts';

/** A gap is to be seen as one; who listens hears the number. */
const nothing = html`<span class="visually-hidden">0</span>`;

/** How many shades a cell has; the number itself is always written. */
const SHADES = 4;

/**
 * What the archive holds: dispatches per agency and decade, year or month, so that "nothing
 * found" is not taken for "nothing sent".
 */
export function coveragePage(span: CoverageSpan, timeline: Timeline, context: PageContext): Page {
  const { words } = context;
  const title = span.name === null ? words.coverage : `${words.coverage}: ${span.name}`;
  return {
    title,
    skipLinks: [['#coverage', words.coverage]],
    main: html`<main class="coverage-page">
<h1>${title}</h1>
<p>${words.coverageNote}</p>
<p class="note">${renderSums(span, timeline, context)}</p>
${span.name !== null && renderWays(span, context)}
<div class="scroll" tabindex="0" role="region" aria-labelledby="coverage-caption" id="coverage">${renderTable(span, timeline, context)}</div>
</main>`,
  };
}

/** What the table counts, and what it cannot count: dispatches without a day, or known by their year alone. */
function renderSums(
  { from, to, interval }: CoverageSpan,
  { total, undated, lessPrecise }: Timeline,
  context: PageContext,
): Html {
  const { words } = context;
  const link = (query: Query, said: string) =>
    html`<a href="${linkTo(context, searchAddress(query))}">${said}</a>`;
  return html`${link(withDates(pageDefaults, from, to), words.dispatches(total))}${undated > 0 && html` · ${link(withUndated(pageDefaults, 'only'), words.undated(undated))}`}${interval === 'month' && lessPrecise > 0 && html` · ${words.onlyYearKnown(lessPrecise)}`}`;
}

/** Up to the whole time and the decade, sideways to the periods before and after. */
function renderWays({ name, interval }: CoverageSpan, context: PageContext): Html {
  const { words } = context;
  const link = (address: string, said: string, rel: string) =>
    html`<li><a${attributes({ href: linkTo(context, address), rel })}>${said}</a></li>`;
  const isYear = interval === 'month';
  const start = Number(name?.slice(0, 4));
  const sideways = (years: number) => `${start + years}${isYear ? '' : 's'}`;
  const step = isYear ? 1 : 10;
  return html`<ul class="day-steps">${link('/coverage', words.wholeTime, 'up')}${isYear && link(`/coverage/${Math.floor(start / 10)}0s`, `${Math.floor(start / 10)}0s`, 'up')}
${link(`/coverage/${sideways(-step)}`, `← ${sideways(-step)}`, 'prev')}${link(`/coverage/${sideways(step)}`, `${sideways(step)} →`, 'next')}</ul>`;
}

function renderTable(span: CoverageSpan, timeline: Timeline, context: PageContext): Html {
  const { words, formats } = context;
  const columns = columnsOf(span, timeline.buckets);
  const most = Math.max(1, ...columns.flatMap(({ per }) => Object.values(per)));
  const rows = timeline.series.map(({ id, label, count }) => {
    const query = only(pageDefaults, 'agency', id);
    const cells = columns.map((column) => renderCell(column, id, most, query, context));
    const link = linkTo(context, searchAddress(withDates(query, span.from, span.to)));
    return html`<tr><th scope="row"><a href="${link}">${label}</a></th>${cells}<td><a href="${link}">${formats.number(count)}</a></td></tr>`;
  });
  const unknown = columns.map(({ count, per }) => count - sum(Object.values(per)));
  // All dispatches but those of every agency that the table names.
  const ofNobody = timeline.series.reduce(
    (query: Query, { id }) => exclude(query, 'agency', id),
    pageDefaults,
  );
  const unknownCell = ({ from, to }: Pick<Column, 'from' | 'to'>, count: number) =>
    renderSum({ from, to, count }, context, ofNobody);
  const unknownTotal = timeline.total - sum(timeline.series.map(({ count }) => count));
  const unknownRow =
    unknownTotal > 0 &&
    html`<tr><th scope="row">${words.agencyUnknown}</th>${columns.map((column, i) => unknownCell(column, unknown[i] ?? 0))}${unknownCell(span, unknownTotal)}</tr>`;
  return html`<table class="coverage"><caption class="visually-hidden" id="coverage-caption">${words.coverage}</caption>
<thead><tr><th scope="col">${words.agency}</th>${columns.map((column) => html`<th scope="col">${columnHeading(column, context)}</th>`)}<th scope="col">${words.total}</th></tr></thead>
<tbody>${rows}${unknownRow}</tbody>
<tfoot><tr><th scope="row">${words.allAgencies}</th>${columns.map((column) => renderSum(column, context))}${renderSum({ ...span, count: timeline.total }, context)}</tr></tfoot></table>`;
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
  if (count === 0) return html`<td class="none">${nothing}</td>`;
  const shade = Math.ceil((Math.log(count + 1) / Math.log(most + 1)) * SHADES);
  const address = searchAddress(withDates(query, from, to));
  return html`<td class="shade-${shade}"><a href="${linkTo(context, address)}">${context.formats.number(count)}</a></td>`;
}

/** All that a query finds in a time: in one column, or in the whole table. */
function renderSum(
  { from, to, count }: Pick<Column, 'from' | 'to' | 'count'>,
  context: PageContext,
  query: Query = pageDefaults,
): Html {
  if (count === 0) return html`<td class="none">${nothing}</td>`;
  const address = searchAddress(withDates(query, from, to));
  return html`<td><a href="${linkTo(context, address)}">${context.formats.number(count)}</a></td>`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
