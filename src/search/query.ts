import type { PartialDate } from '../../indexer/partial-date.ts';

/** What a reader can narrow by, as the parameters are called. */
export const FILTER_NAMES = ['agency', 'person', 'place', 'lang'] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** What can be counted: every filter, and the years and months that make the timeline. */
export const FACET_NAMES = [...FILTER_NAMES, 'year', 'month'] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** For each filter the chosen values, sorted and without doubles. */
export type FilterValues = Readonly<Record<FilterName, readonly string[]>>;

export const DATE_FIELDS = ['date', 'dispatched', 'published'] as const;
export const UNDATED = ['auto', 'include', 'exclude', 'only'] as const;
export const SORTS = ['relevance', 'newest', 'oldest'] as const;

/** Everything that was asked for; immutable, and the same thing as its URL (`query-url.ts`). */
export type Query = {
  /** The words as typed: words, `"phrase"`, `-word`. Empty means every dispatch. */
  readonly terms: string;
  /** Values of one filter are alternatives; the filters together all hold. */
  readonly include: FilterValues;
  readonly exclude: FilterValues;
  /** `all`: every chosen person is named in the same dispatch. */
  readonly personMatch: 'any' | 'all';
  /** First and last day, both included, each as precise as it was given. */
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  /** Which day `from`, `to`, the timeline and the order by date look at. */
  readonly dateField: (typeof DATE_FIELDS)[number];
  /** A day of any year, `MM-DD`. */
  readonly on: string | null;
  /** Dispatches without a date; `auto`: they are in unless `from` or `to` is set. */
  readonly undated: (typeof UNDATED)[number];
  /** Without terms nothing is more relevant than anything: `relevance` then means `newest`. */
  readonly sort: (typeof SORTS)[number];
  /** `family`: reprints, versions and translations of one dispatch are one hit. */
  readonly group: 'none' | 'family';
  /** `any`: a person is found under every spelling and script; `exact`: only as printed. */
  readonly names: 'any' | 'exact';
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly facets: readonly FacetName[];
  /** Most values given per facet of agencies, persons, places, languages; a timeline is always whole. */
  readonly facetSize: number;
};

const nothingChosen: FilterValues = { agency: [], person: [], place: [], lang: [] };

/** The query that asks for everything, newest first. */
export const everything: Query = {
  terms: '',
  include: nothingChosen,
  exclude: nothingChosen,
  personMatch: 'any',
  from: null,
  to: null,
  dateField: 'date',
  on: null,
  undated: 'auto',
  sort: 'relevance',
  group: 'none',
  names: 'any',
  page: 1,
  perPage: 20,
  facets: [],
  facetSize: 20,
};

/** Chooses a value, or takes it back when it is chosen; a value is never both chosen and excluded. */
export function toggle(query: Query, filter: FilterName, value: string): Query {
  return {
    ...query,
    include: put(query.include, filter, toggled(query.include[filter], value)),
    exclude: put(query.exclude, filter, without(query.exclude[filter], value)),
    page: 1,
  };
}

/** Excludes a value, or takes that back. */
export function exclude(query: Query, filter: FilterName, value: string): Query {
  return {
    ...query,
    include: put(query.include, filter, without(query.include[filter], value)),
    exclude: put(query.exclude, filter, toggled(query.exclude[filter], value)),
    page: 1,
  };
}

/** Chooses this value alone: what else was chosen in the same filter is let go. */
export function only(query: Query, filter: FilterName, value: string): Query {
  return {
    ...query,
    include: put(query.include, filter, [value]),
    exclude: put(query.exclude, filter, without(query.exclude[filter], value)),
    page: 1,
  };
}

/** Chooses the days from `from` to `to`; a range asks for dated dispatches. */
export function withDates(query: Query, from: PartialDate | null, to: PartialDate | null): Query {
  return { ...query, from, to, undated: 'auto', page: 1 };
}

export function withTerms(query: Query, terms: string): Query {
  return { ...query, terms: terms.trim(), page: 1 };
}

export function withSort(query: Query, sort: Query['sort']): Query {
  return { ...query, sort, page: 1 };
}

export function withUndated(query: Query, undated: Query['undated']): Query {
  return { ...query, undated, page: 1 };
}

export function withPage(query: Query, page: number): Query {
  return { ...query, page };
}

/** Keeps the words and the way results are shown; lets every filter and date go. */
export function withoutFilters(query: Query): Query {
  const dates = { from: null, to: null, on: null, undated: 'auto' } as const;
  return { ...query, ...dates, include: nothingChosen, exclude: nothingChosen, page: 1 };
}

/** True when something other than words narrows the results. */
export function isNarrowed(query: Query): boolean {
  return (
    FILTER_NAMES.some((name) => query.include[name].length + query.exclude[name].length > 0) ||
    query.from !== null ||
    query.to !== null ||
    query.on !== null ||
    query.undated !== 'auto'
  );
}

/** The order the hits really come in. */
export function orderOf(query: Query): Query['sort'] {
  return query.sort === 'relevance' && query.terms === '' ? 'newest' : query.sort;
}

/** Sorted and without doubles: the one spelling of a set of values. */
export function asSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

function put(all: FilterValues, filter: FilterName, values: readonly string[]): FilterValues {
  return { ...all, [filter]: asSet(values) };
}

function toggled(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? without(values, value) : [...values, value];
}

function without(values: readonly string[], value: string): readonly string[] {
  return values.filter((other) => other !== value);
}
