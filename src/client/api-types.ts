// Made from src/api/openapi.yaml by `npm run client-types`; change that, not this.

/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PartialDate".
 */
export type PartialDate = string;

/**
 * A piece of text. Not HTML; escape it when you show it.
 *
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Fragment".
 */
export interface Fragment {
  text: string;
  /**
   * It matched.
   */
  marked: boolean;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Labelled".
 */
export interface Labelled {
  id: string;
  label: string;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "NamedPerson".
 */
export interface NamedPerson {
  id: string;
  label: string;
  /**
   * The operator wrote the person down; `false`: found by the look of the name alone.
   */
  confirmed: boolean;
  /**
   * The form printed first.
   */
  asPrinted: string;
  /**
   * How often the person is named.
   */
  count: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Links".
 */
export interface Links {
  self: string;
  page: string;
  /**
   * The address the page was found at.
   */
  original: string | null;
}
/**
 * A dispatch as a list shows it; with `fields`, only those.
 *
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Hit".
 */
export interface Hit {
  id?: string;
  headline?: string | null;
  standfirst?: string | null;
  agency?: Labelled | null;
  /**
   * The agency slot as printed, when we do not know the agency.
   */
  credit?: string | null;
  /**
   * As printed; with `fields=*` the object of the whole dispatch.
   */
  dateline?:
    | string
    | {
        [k: string]: unknown;
      }
    | null;
  language?: string | null;
  date?: string | null;
  dateBasis?: 'dateline' | 'source-url' | 'page' | 'none';
  dispatchedOn?: string | null;
  publishedAt?: string | null;
  places?: string[];
  people?: NamedPerson[];
  family?: string | null;
  /**
   * Dispatches of its `family` in the archive, itself included; 1 when it has none.
   */
  familySize?: number;
  /**
   * Printed words by which it was found although it has a searched word nowhere as it was typed.
   */
  similarSpelling?: string[];
  relation?: 'original' | 'reprint' | 'excerpt' | 'translation' | 'version' | null;
  url?: string | null;
  site?: string | null;
  firstIndexedAt?: string;
  fragments?: {
    headline: Fragment[];
    snippet: Fragment[];
  };
  links?: Links;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Pagination".
 */
export interface Pagination {
  /**
   * Null in a harvest.
   */
  page: number | null;
  perPage: number;
  /**
   * Exact; families when grouped.
   */
  total: number;
  totalDispatches: number;
  pages: number;
  nextCursor: string | null;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "FacetValue".
 */
export interface FacetValue {
  value: string;
  label: string;
  /**
   * Exactly what `narrowUrl` finds; other chosen values of the same facet do not lessen it.
   */
  count: number;
  selected: boolean;
  excluded: boolean;
  toggleUrl: string;
  excludeUrl: string | null;
  narrowUrl: string;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Facet".
 */
export interface Facet {
  values: FacetValue[];
  /**
   * There are more values; ask with a larger `facet_size`.
   */
  truncated: boolean;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Results".
 */
export interface Results {
  data: Hit[];
  pagination: Pagination;
  facets: {
    [k: string]: Facet;
  };
  query: {
    q: string;
    usedWords: string[];
    /**
     * Left out; the engine takes ten words.
     */
    ignoredWords: string[];
    /**
     * No dispatch had all the words, so the commonest were let go.
     */
    relaxed: boolean;
    /**
     * Other spellings, when nothing matched or only similar spellings did. Each was tried with the same filters: `total` is how many dispatches `url` finds. Empty in a harvest.
     */
    didYouMean: {
      q: string;
      total: number;
      /**
       * Query string of the search.
       */
      url: string;
    }[];
  };
  index: IndexState;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "IndexState".
 */
export interface IndexState {
  /**
   * Changes when the index changes.
   */
  build: string | null;
  /**
   * In a harvest; the index is not the one it began with.
   */
  changed?: boolean;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Hits".
 */
export interface Hits {
  data: Hit[];
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Counted".
 */
export interface Counted {
  id: string;
  label: string;
  count: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Tally".
 */
export interface Tally {
  text: string;
  count: number;
  /**
   * Day of the first dispatch that prints it.
   */
  first: string | null;
  last: string | null;
  /**
   * By month, or by year where only that is known.
   */
  periods: YearCount[];
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "YearCount".
 */
export interface YearCount {
  period: string;
  count: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Timeline".
 */
export interface Timeline {
  interval: 'year' | 'month' | 'day';
  buckets: {
    period: string;
    count: number;
    /**
     * By the ids of `series`.
     */
    per?: {
      [k: string]: number;
    };
  }[];
  series: Counted[];
  /**
   * Dated, but not precisely enough for the interval.
   */
  lessPrecise: number;
  undated: number;
  /**
   * All buckets, `lessPrecise` and `undated` together.
   */
  total: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Entry".
 */
export interface Entry {
  id: string;
  label: string;
  /**
   * The name that was found, when it is not the label.
   */
  alsoKnownAs: string | null;
  /**
   * Dispatches that have it.
   */
  count: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Entries".
 */
export interface Entries {
  data: Entry[];
  pagination: Paging;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Paging".
 */
export interface Paging {
  page: number;
  perPage: number;
  total: number;
  pages: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PersonEntry".
 */
export interface PersonEntry {
  id: string;
  label: string;
  /**
   * The name that was found, when it is not the label.
   */
  alsoKnownAs: string | null;
  /**
   * Dispatches that have it.
   */
  count: number;
  /**
   * The operator wrote the person down; `false`: found by the look of the name alone.
   */
  confirmed: boolean;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PersonEntries".
 */
export interface PersonEntries {
  data: PersonEntry[];
  pagination: Paging;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Person".
 */
export interface Person {
  id: string;
  label: string;
  /**
   * The operator wrote the person down; `false`: found by the look of the name alone.
   */
  confirmed: boolean;
  /**
   * Every name we find the person by.
   */
  names: string[];
  count: number;
  first: string | null;
  last: string | null;
  /**
   * The longest time between two dispatches whose days are known.
   */
  silence: {
    from: string;
    to: string;
    days: number;
  } | null;
  years: YearCount[];
  agencies: Counted[];
  /**
   * Who is named in the same dispatches.
   */
  with: Counted[];
  /**
   * Names as printed in the dispatches.
   */
  printed: Tally[];
  /**
   * Titles printed beside the name.
   */
  roles: Tally[];
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Suggestion".
 */
export interface Suggestion {
  id: string;
  label: string;
  /**
   * The name that was found, when it is not the label.
   */
  alsoKnownAs: string | null;
  /**
   * Dispatches that have it.
   */
  count: number;
  /**
   * The query that choosing it makes.
   */
  url: string;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "PersonSuggestion".
 */
export interface PersonSuggestion {
  id: string;
  label: string;
  /**
   * The name that was found, when it is not the label.
   */
  alsoKnownAs: string | null;
  /**
   * Dispatches that have it.
   */
  count: number;
  /**
   * The operator wrote the person down; `false`: found by the look of the name alone.
   */
  confirmed: boolean;
  /**
   * The query that choosing it makes.
   */
  url: string;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Suggestions".
 */
export interface Suggestions {
  q: string;
  people: PersonSuggestion[];
  agencies: Suggestion[];
  places: Suggestion[];
  headlines: {
    id: string;
    headline: Fragment[];
    date: string | null;
  }[];
}
/**
 * Everything that is known of a dispatch, with the evidence of each derived value.
 *
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "WholeDispatch".
 */
export interface WholeDispatch {
  id: string;
  headline: string | null;
  standfirst: string | null;
  byline: string | null;
  body: string;
  text: string;
  captions: string[];
  sourceLines: string[];
  language: string | null;
  agency: Labelled | null;
  agencies: {
    id: string;
    role: 'origin' | 'credit' | 'source' | 'relay' | 'quoted' | 'publisher';
    evidence: {
      rule: string;
      printed?: string;
      /**
       * @minItems 2
       * @maxItems 2
       */
      span?: never[];
      confidence: 'high' | 'medium' | 'low';
    };
  }[];
  agencyCandidates: string[];
  credit: string | null;
  dateline: {
    text: string;
    /**
     * @minItems 2
     * @maxItems 2
     */
    span: never[];
    places: {
      name: string;
      qualifier?: string;
    }[];
    day: number | null;
    month: number | null;
    year: number | null;
    date: string | null;
    lagDays: number | null;
    rule: string;
    confidence: 'high' | 'medium' | 'low';
  } | null;
  dispatchedOn: string | null;
  publishedAt: string | null;
  date: string | null;
  dateBasis: 'dateline' | 'source-url' | 'page' | 'none';
  sortAt: number | null;
  year: string | null;
  month: string | null;
  monthDay: string | null;
  people: NamedPerson[];
  mentions: {
    person: string;
    asPrinted: string;
    role?: string;
    field?: 'headline' | 'standfirst' | 'text';
    /**
     * @minItems 2
     * @maxItems 2
     */
    span: never[];
    count: number;
    tier: string;
  }[];
  places: string[];
  provenance: {
    kind: 'page' | 'source' | 'agency';
    url: string | null;
    site: string | null;
    date: string | null;
    agency: string | null;
    status: 'claimed' | 'verified';
  }[];
  family: string | null;
  relation: ('original' | 'reprint' | 'excerpt' | 'translation' | 'version') | null;
  url: string | null;
  site: string | null;
  source: {
    path: string;
    sha256: string;
    bytes: number;
    charset: string;
    brokenCharacters: number;
    capturedAt: string | null;
  };
  textSha256: string;
  evidence: {
    [k: string]: {
      rule: string;
      printed?: string;
      /**
       * @minItems 2
       * @maxItems 2
       */
      span?: never[];
      confidence: 'high' | 'medium' | 'low';
    };
  };
  firstIndexedAt: string;
  links: Links;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "Problem".
 */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail?: string;
  instance: string;
  errors: {
    /**
     * The parameter, or another part of the request: `path`, `method`, `body`, `headers`, `authorization`, `rate`, `request`. `service`: nothing is wrong with the request.
     */
    parameter: string;
    detail: string;
    allowed?: string[];
    didYouMean?: string;
  }[];
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "searchDispatchesQuery".
 */
export interface SearchDispatchesQuery {
  /**
   * Words, `"a phrase"`, `-word` to exclude. Of more than ten words the shortest are left out and listed in `query.ignoredWords`. A phrase reaches across a comma or full stop only where it has one itself.
   */
  q?: string;
  /**
   * Agency ids; one of them sent it.
   */
  agency?: string | string[];
  /**
   * Agencies to leave out.
   */
  agency_not?: string | string[];
  /**
   * Person ids; see `person_match`.
   */
  person?: string | string[];
  /**
   * Persons to leave out.
   */
  person_not?: string | string[];
  /**
   * Places of the dateline.
   */
  place?: string | string[];
  /**
   * Places to leave out.
   */
  place_not?: string | string[];
  /**
   * Languages of the text, as BCP 47 tags.
   */
  lang?: string | string[];
  /**
   * Languages to leave out.
   */
  lang_not?: string | string[];
  /**
   * `all`: every person given is named in the same dispatch.
   */
  person_match?: 'any' | 'all';
  /**
   * First day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  from?: string;
  /**
   * Last day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  to?: string;
  /**
   * Which day counts: the best one known, the day the agency sent it, or the day the page appeared.
   */
  date_field?: 'date' | 'dispatched' | 'published';
  /**
   * A day of any year, `MM-DD`; of the date that `date_field` names.
   */
  on?: string;
  /**
   * Dispatches without a date; `auto`: they are in unless `from` or `to` is given.
   */
  undated?: 'auto' | 'include' | 'exclude' | 'only';
  /**
   * `any`: a person is found under every known spelling and script; `exact`: only as printed.
   */
  names?: 'any' | 'exact';
  /**
   * Without words `relevance` means `newest`.
   */
  sort?: 'relevance' | 'newest' | 'oldest';
  /**
   * `family`: reprints, versions and translations of one dispatch are one hit. Facets count dispatches all the same.
   */
  group?: 'none' | 'family';
  /**
   * What to count, joined by commas.
   */
  facets?: ('agency' | 'person' | 'place' | 'lang' | 'year' | 'month')[];
  /**
   * Most values per facet; years and months are always whole.
   */
  facet_size?: number;
  /**
   * Up to 10000; `cursor` goes further.
   */
  page?: number;
  per_page?: number;
  /**
   * Only these fields of each dispatch, joined by commas; `*` is the whole dispatch.
   */
  fields?: string;
  /**
   * `*` begins a harvest, `pagination.nextCursor` goes on. Not with `page`, `sort`, `group` or `facets`.
   */
  cursor?: string;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "citeQuery".
 */
export interface CiteQuery {
  format?: 'bibtex' | 'ris' | 'csl' | 'text';
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "exportCsvQuery".
 */
export interface ExportCsvQuery {
  /**
   * Words, `"a phrase"`, `-word` to exclude. Of more than ten words the shortest are left out and listed in `query.ignoredWords`. A phrase reaches across a comma or full stop only where it has one itself.
   */
  q?: string;
  /**
   * Agency ids; one of them sent it.
   */
  agency?: string | string[];
  /**
   * Agencies to leave out.
   */
  agency_not?: string | string[];
  /**
   * Person ids; see `person_match`.
   */
  person?: string | string[];
  /**
   * Persons to leave out.
   */
  person_not?: string | string[];
  /**
   * Places of the dateline.
   */
  place?: string | string[];
  /**
   * Places to leave out.
   */
  place_not?: string | string[];
  /**
   * Languages of the text, as BCP 47 tags.
   */
  lang?: string | string[];
  /**
   * Languages to leave out.
   */
  lang_not?: string | string[];
  /**
   * `all`: every person given is named in the same dispatch.
   */
  person_match?: 'any' | 'all';
  /**
   * First day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  from?: string;
  /**
   * Last day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  to?: string;
  /**
   * Which day counts: the best one known, the day the agency sent it, or the day the page appeared.
   */
  date_field?: 'date' | 'dispatched' | 'published';
  /**
   * A day of any year, `MM-DD`; of the date that `date_field` names.
   */
  on?: string;
  /**
   * Dispatches without a date; `auto`: they are in unless `from` or `to` is given.
   */
  undated?: 'auto' | 'include' | 'exclude' | 'only';
  /**
   * `any`: a person is found under every known spelling and script; `exact`: only as printed.
   */
  names?: 'any' | 'exact';
  /**
   * Without words `relevance` means `newest`.
   */
  sort?: 'relevance' | 'newest' | 'oldest';
  /**
   * `family`: reprints, versions and translations of one dispatch are one hit. Facets count dispatches all the same.
   */
  group?: 'none' | 'family';
  /**
   * Only these fields of each dispatch, joined by commas; `*` is the whole dispatch.
   */
  fields?: string;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "exportJsonLinesQuery".
 */
export interface ExportJsonLinesQuery {
  /**
   * Words, `"a phrase"`, `-word` to exclude. Of more than ten words the shortest are left out and listed in `query.ignoredWords`. A phrase reaches across a comma or full stop only where it has one itself.
   */
  q?: string;
  /**
   * Agency ids; one of them sent it.
   */
  agency?: string | string[];
  /**
   * Agencies to leave out.
   */
  agency_not?: string | string[];
  /**
   * Person ids; see `person_match`.
   */
  person?: string | string[];
  /**
   * Persons to leave out.
   */
  person_not?: string | string[];
  /**
   * Places of the dateline.
   */
  place?: string | string[];
  /**
   * Places to leave out.
   */
  place_not?: string | string[];
  /**
   * Languages of the text, as BCP 47 tags.
   */
  lang?: string | string[];
  /**
   * Languages to leave out.
   */
  lang_not?: string | string[];
  /**
   * `all`: every person given is named in the same dispatch.
   */
  person_match?: 'any' | 'all';
  /**
   * First day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  from?: string;
  /**
   * Last day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  to?: string;
  /**
   * Which day counts: the best one known, the day the agency sent it, or the day the page appeared.
   */
  date_field?: 'date' | 'dispatched' | 'published';
  /**
   * A day of any year, `MM-DD`; of the date that `date_field` names.
   */
  on?: string;
  /**
   * Dispatches without a date; `auto`: they are in unless `from` or `to` is given.
   */
  undated?: 'auto' | 'include' | 'exclude' | 'only';
  /**
   * `any`: a person is found under every known spelling and script; `exact`: only as printed.
   */
  names?: 'any' | 'exact';
  /**
   * Without words `relevance` means `newest`.
   */
  sort?: 'relevance' | 'newest' | 'oldest';
  /**
   * `family`: reprints, versions and translations of one dispatch are one hit. Facets count dispatches all the same.
   */
  group?: 'none' | 'family';
  /**
   * Only these fields of each dispatch, joined by commas; `*` is the whole dispatch.
   */
  fields?: string;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "getFeedQuery".
 */
export interface GetFeedQuery {
  /**
   * Words, `"a phrase"`, `-word` to exclude. Of more than ten words the shortest are left out and listed in `query.ignoredWords`. A phrase reaches across a comma or full stop only where it has one itself.
   */
  q?: string;
  /**
   * Agency ids; one of them sent it.
   */
  agency?: string | string[];
  /**
   * Agencies to leave out.
   */
  agency_not?: string | string[];
  /**
   * Person ids; see `person_match`.
   */
  person?: string | string[];
  /**
   * Persons to leave out.
   */
  person_not?: string | string[];
  /**
   * Places of the dateline.
   */
  place?: string | string[];
  /**
   * Places to leave out.
   */
  place_not?: string | string[];
  /**
   * Languages of the text, as BCP 47 tags.
   */
  lang?: string | string[];
  /**
   * Languages to leave out.
   */
  lang_not?: string | string[];
  /**
   * `all`: every person given is named in the same dispatch.
   */
  person_match?: 'any' | 'all';
  /**
   * First day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  from?: string;
  /**
   * Last day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  to?: string;
  /**
   * Which day counts: the best one known, the day the agency sent it, or the day the page appeared.
   */
  date_field?: 'date' | 'dispatched' | 'published';
  /**
   * A day of any year, `MM-DD`; of the date that `date_field` names.
   */
  on?: string;
  /**
   * Dispatches without a date; `auto`: they are in unless `from` or `to` is given.
   */
  undated?: 'auto' | 'include' | 'exclude' | 'only';
  /**
   * `any`: a person is found under every known spelling and script; `exact`: only as printed.
   */
  names?: 'any' | 'exact';
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "getTimelineQuery".
 */
export interface GetTimelineQuery {
  /**
   * Words, `"a phrase"`, `-word` to exclude. Of more than ten words the shortest are left out and listed in `query.ignoredWords`. A phrase reaches across a comma or full stop only where it has one itself.
   */
  q?: string;
  /**
   * Agency ids; one of them sent it.
   */
  agency?: string | string[];
  /**
   * Agencies to leave out.
   */
  agency_not?: string | string[];
  /**
   * Person ids; see `person_match`.
   */
  person?: string | string[];
  /**
   * Persons to leave out.
   */
  person_not?: string | string[];
  /**
   * Places of the dateline.
   */
  place?: string | string[];
  /**
   * Places to leave out.
   */
  place_not?: string | string[];
  /**
   * Languages of the text, as BCP 47 tags.
   */
  lang?: string | string[];
  /**
   * Languages to leave out.
   */
  lang_not?: string | string[];
  /**
   * `all`: every person given is named in the same dispatch.
   */
  person_match?: 'any' | 'all';
  /**
   * First day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  from?: string;
  /**
   * Last day, included: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
   */
  to?: string;
  /**
   * Which day counts: the best one known, the day the agency sent it, or the day the page appeared.
   */
  date_field?: 'date' | 'dispatched' | 'published';
  /**
   * A day of any year, `MM-DD`; of the date that `date_field` names.
   */
  on?: string;
  /**
   * Dispatches without a date; `auto`: they are in unless `from` or `to` is given.
   */
  undated?: 'auto' | 'include' | 'exclude' | 'only';
  /**
   * `any`: a person is found under every known spelling and script; `exact`: only as printed.
   */
  names?: 'any' | 'exact';
  interval?: 'year' | 'month' | 'day';
  /**
   * Split each bucket by these values.
   */
  per?: 'agency' | 'person' | 'place' | 'lang';
  /**
   * Into how many values.
   */
  series?: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "listAgenciesQuery".
 */
export interface ListAgenciesQuery {
  /**
   * The beginning of any of their names.
   */
  q?: string;
  page?: number;
  per_page?: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "listPlacesQuery".
 */
export interface ListPlacesQuery {
  /**
   * The beginning of any of their names.
   */
  q?: string;
  page?: number;
  per_page?: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "listPeopleQuery".
 */
export interface ListPeopleQuery {
  /**
   * The beginning of any of their names.
   */
  q?: string;
  /**
   * Only people whom the operator has confirmed, or only those whom nobody has.
   */
  confirmed?: boolean;
  page?: number;
  per_page?: number;
}
/**
 * This interface was referenced by `Api`'s JSON-Schema
 * via the `definition` "suggestQuery".
 */
export interface SuggestQuery {
  q: string;
  per_kind?: number;
}
