import type { Query } from '../../search/query.ts';
import { attributes, type Html, html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { pageDefaults } from '../page-query.ts';
import { unbroken } from '../unbroken.ts';
import { isRelativeTo } from './date-filter.ts';

/**
 * The search form: a plain GET form that works by itself. Filters elsewhere on the page belong to
 * it by their `form` attribute; what has no control of its own is carried in hidden fields.
 */
export function renderSearchBox(query: Query, context: PageContext): Html {
  const { words } = context;
  const input = attributes({
    type: 'search',
    id: 'q',
    name: 'q',
    value: query.terms,
    maxlength: 512,
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'search',
    // Nothing to read: it lets the style sheet know whether the box is empty.
    placeholder: ' ',
    'aria-describedby': 'q-hint',
    'aria-keyshortcuts': '/ Control+K Meta+K',
    dir: 'auto',
  });
  return html`<form role="search" id="search" action="/" method="get" class="search-box" autocomplete="off">
<label for="q">${words.searchLabel}</label>
<div class="box"><span class="with-key"><input${input}><kbd class="key with-script" aria-hidden="true">/</kbd></span><button type="submit" class="button primary">${words.search}</button></div>
<p class="note" id="q-hint">${unbroken(words.searchHint)}</p>
<details class="help"><summary>${words.searchHelp}</summary><dl>${words.helpLines.map(([terms, meaning]) => html`<dt><code>${terms}</code></dt><dd>${meaning}</dd>`)}</dl></details>
<div id="carried" data-live>${carriedFields(query, context).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}</div>
</form>`;
}

/** What the query asks that no control of the form says. */
export function carriedFields(
  query: Query,
  context: PageContext,
): readonly (readonly [string, string])[] {
  const { ui, period } = context;
  const fields: readonly (readonly [string, string, string])[] = [
    ['period', isRelativeTo(query, context) ? (period?.period ?? '') : '', ''],
    ['person_match', query.personMatch, pageDefaults.personMatch],
    ['date_field', query.dateField, pageDefaults.dateField],
    ['on', query.on ?? '', ''],
    ['undated', query.undated, pageDefaults.undated],
    ['names', query.names, pageDefaults.names],
    ['per_page', String(query.perPage), String(pageDefaults.perPage)],
    ['ui', ui ?? '', ''],
  ];
  return fields.flatMap(([name, value, usual]) => (value === usual ? [] : [[name, value]]));
}
