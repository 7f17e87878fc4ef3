import type { Hit, Results } from '../../search/results.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { renderHit } from '../search/hit.ts';
import { searchAddress } from '../search-address.ts';

/** Dispatches of one day of the year, whatever the year, under a heading for each year. */
export function onThisDayPage(monthDay: string, results: Results, context: PageContext): Page {
  const { words, formats } = context;
  const title = words.onDay(formats.monthDay(monthDay));
  const all = linkTo(context, searchAddress(results.query));
  const more = results.total > results.hits.length;
  return {
    title,
    head: html`<link rel="canonical" href="${context.origin}/on-this-day/${monthDay}">`,
    skipLinks: [['#years', words.skipToResults]],
    main: html`<main class="day-page">
<h1>${title}</h1>
${renderDayChooser(monthDay, context)}
${results.total > 0 && html`<p><a href="${all}">${words.dispatches(results.total)}</a></p>`}
<div id="years" tabindex="-1">
${results.total === 0 ? html`<p>${words.nothingOnDay} <a href="${linkTo(context, '/coverage')}">${words.coverage}</a></p>` : byYear(results.hits).map(([year, hits]) => renderYear(year, hits, context))}
</div>
${more && html`<p><a class="button" href="${all}">${words.allDispatches}</a></p>`}
</main>`,
  };
}

function renderYear(year: string, hits: readonly Hit[], context: PageContext): Html {
  return html`<section aria-labelledby="y${year}"><h2 id="y${year}">${year}</h2>
<ol class="hits">${hits.map((hit) => renderHit(hit, '', context))}</ol></section>`;
}

function renderDayChooser(monthDay: string, context: PageContext): Html {
  const { words, formats } = context;
  const [month = '', day = ''] = monthDay.split('-');
  const months = Array.from({ length: 12 }, (_, i) => {
    const value = String(i + 1).padStart(2, '0');
    return html`<option${attributes({ value, selected: value === month })}>${formats.monthName(value)}</option>`;
  });
  const step = (days: number, rel: string, label: string) =>
    html`<li><a href="${linkTo(context, `/on-this-day/${dayAfter(monthDay, days)}`)}" rel="${rel}">${label}</a></li>`;
  return html`<form action="/on-this-day" method="get" class="day-form">
<label>${words.day} <input${attributes({ type: 'number', name: 'day', min: 1, max: 31, value: Number(day), required: true })}></label>
<label>${words.month} <select name="month">${months}</select></label>
${context.ui && html`<input type="hidden" name="ui" value="${context.ui}">`}
<button type="submit" class="button">${words.show}</button>
</form>
<ul class="day-steps">${step(-1, 'prev', words.dayBefore)}${step(1, 'next', words.dayAfter)}</ul>`;
}

/** Newest year first, as the hits come. */
function byYear(hits: readonly Hit[]): readonly (readonly [string, readonly Hit[]])[] {
  const years = new Map<string, Hit[]>();
  for (const hit of hits) {
    const year = hit.date?.slice(0, 4) ?? '';
    years.set(year, [...(years.get(year) ?? []), hit]);
  }
  return [...years];
}

/** The month and day `days` later; 2000 is a leap year, so that 29 February is among them. */
export function dayAfter(monthDay: string, days: number): string {
  const day = new Date(`2000-${monthDay}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(5, 10);
}
