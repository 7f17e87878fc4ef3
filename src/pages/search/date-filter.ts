import { type Query, withDates, withUndated } from '../../search/query.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext, withParameter } from '../page-context.ts';
import { PERIODS } from '../period.ts';
import { searchAddress } from '../search-address.ts';
import { unbroken } from '../unbroken.ts';

/**
 * The two date fields, the real control of time; spans that end today; undated dispatches. A span leaves the
 * fields empty: it stays relative until the reader writes days of their own.
 */
export function renderDateFilter(query: Query, undated: number, context: PageContext): Html {
  const { words } = context;
  const isRelative = isRelativeTo(query, context);
  const field = (name: 'from' | 'to', label: string) =>
    html`<div class="field"><label for="${name}">${label}</label><input${attributes({
      id: name,
      name,
      type: 'text',
      form: 'search',
      value: isRelative ? '' : (query[name] ?? ''),
      inputmode: 'numeric',
      autocomplete: 'off',
      pattern: '\\d{4}(-\\d{2}(-\\d{2})?)?',
      title: words.dateHint,
      'aria-describedby': 'date-hint',
      maxlength: 10,
    })}></div>`;
  return html`<div class="dates"><fieldset><legend><h3>${words.dates}</h3></legend>
<div class="range">${field('from', words.from)}${field('to', words.to)}</div>
<p class="note" id="date-hint">${unbroken(words.dateHint)}</p>
${renderPeriods(query, context)}
${undated > 0 && html`<p><a href="${linkTo(context, searchAddress(withUndated(query, 'only')))}">${words.undated(undated)}</a></p>`}
</fieldset></div>`;
}

/** True when the query's dates are the span ending today that the address names. */
export function isRelativeTo({ from, to }: Query, { period }: PageContext): boolean {
  return period !== null && from === period.from && to === null;
}

function renderPeriods(query: Query, context: PageContext): Html {
  const { words, period } = context;
  const dateless = linkTo(
    { ...context, period: null },
    searchAddress(withDates(query, null, null)),
  );
  const links = PERIODS.map((one) => {
    const isChosen = isRelativeTo(query, context) && period?.period === one;
    const link = attributes({
      id: `period-${one}`,
      href: isChosen ? dateless : withParameter(dateless, 'period', one),
      'aria-current': isChosen ? 'true' : null,
    });
    return html`<li><a${link}>${words.periods[one]}</a></li>`;
  });
  return html`<ul class="periods" aria-label="${words.spans}">${links}</ul>`;
}
