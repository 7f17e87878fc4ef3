import {
  exclude,
  FILTER_NAMES,
  isNarrowed,
  type Query,
  toggle,
  withDates,
  withoutFilters,
  withUndated,
} from '../../search/query.ts';
import { type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { searchAddress } from '../search-address.ts';
import { isRelativeTo } from './date-filter.ts';

/** One filter that is on: its words, and the query without it. */
export interface AppliedFilter {
  readonly label: string;
  readonly without: Query;
}

/** Everything that narrows the results but the words themselves, in the order of the panel. */
export function appliedFilters(query: Query, context: PageContext): readonly AppliedFilter[] {
  return [...appliedValues(query, context), ...appliedDates(query, context)];
}

function appliedValues(query: Query, { words, label }: PageContext): readonly AppliedFilter[] {
  return FILTER_NAMES.flatMap((name) => [
    ...query.include[name].map((value) => ({
      label: label(name, value),
      without: toggle(query, name, value),
    })),
    ...query.exclude[name].map((value) => ({
      label: `${words.not} ${label(name, value)}`,
      without: exclude(query, name, value),
    })),
  ]);
}

function appliedDates(query: Query, context: PageContext): readonly AppliedFilter[] {
  const { words, formats, period } = context;
  const { from, to, on, undated } = query;
  const isRelative = period !== null && isRelativeTo(query, context);
  return [
    from !== null && {
      label: isRelative ? words.periods[period.period] : words.since(formats.date(from)),
      without: withDates(query, null, to),
    },
    to !== null && { label: words.until(formats.date(to)), without: withDates(query, from, null) },
    on !== null && {
      label: words.onDay(formats.monthDay(on)),
      without: { ...query, on: null, page: 1 },
    },
    undated !== 'auto' && {
      label: words.undatedChoices[undated],
      without: withUndated(query, 'auto'),
    },
  ].filter((filter) => filter !== false);
}

/** The filters that are on, each a link that takes it away. */
export function renderAppliedFilters(query: Query, context: PageContext): Html | null {
  if (!isNarrowed(query)) return null;
  const { words } = context;
  const chips = appliedFilters(query, context).map(
    ({ label, without }) =>
      html`<li><a class="chip" href="${linkTo(context, searchAddress(without))}"><span class="visually-hidden">${words.remove} </span>${label}<span aria-hidden="true" class="cross">×</span></a></li>`,
  );
  return html`<nav aria-label="${words.applied}"><ul class="chips">${chips}
<li><a class="chip-all" href="${linkTo(context, searchAddress(withoutFilters(query)))}">${words.clearAll}</a></li></ul></nav>`;
}
