import { type Query, withDates } from '../../search/query.ts';
import type { Facet, Results } from '../../search/results.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { searchAddress } from '../search-address.ts';
import { type Period, periodsOf } from './timeline-periods.ts';

/** Height of the chart and width of one bar with its gap, in units of the drawing. */
const HEIGHT = 56;
const STEP = 10;
const GAP = 1;
/** A period with one dispatch must be seen beside one with thousands. */
const LOWEST_BAR = 2;

/**
 * Dispatches over time: bars for the eye and the mouse, a table of the same for everybody else.
 * The two date fields are the real control; on pages without them the bars are links and nothing more.
 */
export function renderTimeline(
  { facets, query }: Results,
  context: PageContext,
  canBrush = true,
): Html | null {
  const periods = periodsOf(facets, query);
  if (periods.length < 2) return null;
  const { words } = context;
  const isNarrow = query.from !== null || query.to !== null;
  return html`<section class="timeline" aria-labelledby="timeline-heading">
<h2 id="timeline-heading" class="visually-hidden">${words.timeline}</h2>
${renderChart(periods, query, context, canBrush)}
${canBrush && renderEdges(periods, showsWhole(periods, facets), context)}
<p class="axis" aria-hidden="true">${axisLabels(periods).map((value) => html`<span>${context.formats.date(value)}</span>`)}</p>
<div class="timeline-foot">
<details id="timeline-table"><summary>${words.timelineTable}</summary>${renderTable(periods, query, context)}</details>
${isNarrow && html`<a href="${linkTo(context, searchAddress(withDates(query, null, null)))}">${words.wholeTime}</a>`}
</div>
</section>`;
}

function renderChart(
  periods: readonly Period[],
  query: Query,
  context: PageContext,
  canBrush: boolean,
): Html {
  const { words, formats } = context;
  const most = Math.max(1, ...periods.map(({ count }) => count));
  const bars = periods.map(({ value, count, chosen }, i) => {
    const height = count === 0 ? 0 : Math.max(LOWEST_BAR, (count / most) * HEIGHT);
    const bar = attributes({
      x: i * STEP + GAP / 2,
      y: (HEIGHT - height).toFixed(1),
      width: STEP - GAP,
      height: height.toFixed(1),
    });
    return html`<a${attributes({
      href: hrefOf(value, query, context),
      class: chosen ? null : 'outside',
      'data-period': value,
      tabindex: -1,
    })}><title>${formats.date(value)}: ${words.dispatches(count)}</title><path d="M${i * STEP} 0h${STEP}v${HEIGHT}h-${STEP}z"/><rect${bar}/></a>`;
  });
  const title = canBrush ? words.brushHint : null;
  return html`<div${attributes({ class: 'chart', id: 'chart', title, 'aria-hidden': 'true' })}>
<svg viewBox="0 0 ${periods.length * STEP} ${HEIGHT}" preserveAspectRatio="none">${bars}</svg>
</div>`;
}

/**
 * Two handles at the edges of the chosen bars, for the arrow keys as for a finger: native sliders whose steps
 * are the lines between the bars. The script writes where they stand into the two date fields.
 */
function renderEdges(
  periods: readonly Period[],
  isWhole: boolean,
  { words, formats }: PageContext,
): Html {
  const first = Math.max(
    0,
    periods.findIndex(({ chosen }) => chosen),
  );
  const last = periods.findLastIndex(({ chosen }) => chosen);
  const edge = (id: string, value: number, bar: number, label: string) =>
    html`<input${attributes({
      ...{ type: 'range', id, min: 0, max: periods.length, step: 1, value, autocomplete: 'off' },
      'aria-label': label,
      'aria-valuetext': formats.date(periods[bar]?.value ?? ''),
    })}>`;
  const to = last < 0 ? periods.length : last + 1;
  const group = attributes({
    ...{ class: 'edges with-script', id: 'edges', role: 'group' },
    ...{ 'aria-label': words.timeline, 'data-whole': isWhole },
  });
  return html`<div${group}>${edge('edge-from', first, first, words.firstBar)}${edge('edge-to', to, to - 1, words.lastBar)}</div>`;
}

/** True when no dispatch of the query lies before the first bar or after the last. */
function showsWhole(periods: readonly Period[], facets: readonly Facet[]): boolean {
  const years = facets.find(({ name }) => name === 'year')?.values.map(({ value }) => value) ?? [];
  const ends = [
    [periods[0], years[0]],
    [periods.at(-1), years.at(-1)],
  ] as const;
  return ends.every(([period, year]) => period?.value.slice(0, 4) === year);
}

function axisLabels(periods: readonly Period[]): readonly string[] {
  const middle = periods.length >= 9 ? [periods[Math.floor((periods.length - 1) / 2)]] : [];
  return [periods[0], ...middle, periods.at(-1)].flatMap((period) => period?.value ?? []);
}

function renderTable(periods: readonly Period[], query: Query, context: PageContext): Html {
  const { words, formats } = context;
  const unit = periods[0]?.value.length === 4 ? words.year : words.month;
  const rows = periods
    .filter(({ count }) => count > 0)
    .map(
      ({ value, count }) =>
        html`<tr><th scope="row"><a href="${hrefOf(value, query, context)}">${formats.date(value)}</a></th><td>${formats.number(count)}</td></tr>`,
    );
  return html`<table><thead><tr><th scope="col">${unit}</th><th scope="col">${words.number}</th></tr></thead><tbody>${rows}</tbody></table>`;
}

function hrefOf(value: string, query: Query, context: PageContext): string {
  const period = value as Query['from'];
  return linkTo(context, searchAddress(withDates(query, period, period)));
}
