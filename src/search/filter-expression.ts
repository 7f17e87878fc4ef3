import { daysIn, type PartialDate } from '../../indexer/partial-date.ts';
import { type FacetName, FILTER_NAMES, type FilterName, type Query } from './query.ts';

/** The engine's field behind each facet. Years and months of other dates are made from that date. */
export const FIELD_OF = {
  agency: 'agency',
  person: 'people',
  place: 'places',
  lang: 'language',
  year: 'year',
  month: 'month',
} as const satisfies Record<FacetName, string>;

/** The engine's field behind each kind of date. */
export const DATE_FIELD_OF = {
  date: 'date',
  dispatched: 'dispatchedOn',
  published: 'publishedAt',
} as const satisfies Record<Query['dateField'], string>;

/**
 * The engine's filter for a query: every line must hold. `leaveOut` lets one facet's own choice go
 * (years and months: all of `from`, `to` and `undated`), for counts that it does not lessen.
 */
export function filterOf(query: Query, leaveOut: FacetName | null = null): readonly string[] {
  const timeless = leaveOut === 'year' || leaveOut === 'month';
  return [
    ...FILTER_NAMES.flatMap((filter) => [
      ...(filter === leaveOut ? [] : included(query, filter)),
      ...query.exclude[filter].map((value) => `${FIELD_OF[filter]} != ${quoted(value)}`),
    ]),
    ...(timeless ? [] : dateLines(query)),
    ...(query.on === null ? [] : [dayOfAnyYear(query.on, query.dateField)]),
  ];
}

/** Only the best date has its day of the year beside it; of the others each year's day is asked for. */
function dayOfAnyYear(on: string, dateField: Query['dateField']): string {
  if (dateField === 'date') return `monthDay = ${quoted(on)}`;
  const days = YEARS.map((year) => quoted(`${year}-${on}`));
  return `${DATE_FIELD_OF[dateField]} IN [${days.join(', ')}]`;
}

/** Those in which there may be dispatches. */
const YEARS = Array.from({ length: 301 }, (_, n) => 1800 + n);

/** True when the counts of a facet need a query of their own. */
export function hasOwnChoice(query: Query, facet: FacetName): boolean {
  if (facet === 'year' || facet === 'month') return dateLines(query).length > 0;
  // Persons that must all be named lessen each other: their counts follow the choice.
  if (facet === 'person' && query.personMatch === 'all') return false;
  return query.include[facet].length > 0;
}

/** A value as the engine's filter language writes it; nothing in it can end the quotes. */
export function quoted(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}

function included(query: Query, filter: FilterName): readonly string[] {
  const values = query.include[filter].map(quoted);
  if (values.length === 0) return [];
  const field = FIELD_OF[filter];
  if (filter === 'person' && query.personMatch === 'all') {
    return values.map((value) => `${field} = ${value}`);
  }
  return [`${field} IN [${values.join(', ')}]`];
}

function dateLines({ from, to, dateField, undated }: Query): readonly string[] {
  const field = DATE_FIELD_OF[dateField];
  if (undated === 'only') return [`${field} IS NULL`];
  const range = [
    ...(from === null ? [] : [`${field} >= ${quoted(firstText(from))}`]),
    ...(to === null ? [] : [`${field} <= ${quoted(lastDay(to))}`]),
  ].join(' AND ');
  if (undated === 'include') return range === '' ? [] : [`(${range}) OR ${field} IS NULL`];
  if (range !== '') return [range];
  return undated === 'exclude' ? [`${field} IS NOT NULL`] : [];
}

/**
 * The least text of a date not before the first instant of `from`: a dispatch dated `1997` begins
 * with 1997-01-01, so `1997-01` and `1997-01-01` must let it in.
 */
function firstText(from: PartialDate): string {
  return from.replace(/(-01){1,2}$/, '');
}

function lastDay(to: PartialDate): string {
  const [year = '', month = '12', day] = to.split('-');
  return `${year}-${month}-${day ?? String(daysIn(Number(year), Number(month))).padStart(2, '0')}`;
}
