import { toPartialDate } from '../../indexer/partial-date.ts';
import { DATE_FIELDS, FACET_NAMES, type Query, SORTS, UNDATED } from './query.ts';

/** One parameter of the URL that is given at most once. */
export type Parameter = {
  readonly name: string;
  /** What may be written, word by word, or one description in words. */
  readonly allowed: readonly string[];
  /** What the text says about the query; `null` when it is not allowed. */
  readonly read: (text: string) => Partial<Query> | null;
  /** The text of the query's value; its default is not written (`query-url.ts`). */
  readonly print: (query: Query) => string;
};

export const MAX_TERMS_LENGTH = 512;
export const MAX_PAGE = 10_000;
export const MAX_PER_PAGE = 100;
export const MAX_FACET_SIZE = 1000;

/** Every parameter but the repeatable filters, in the order of the canonical URL. */
export const PARAMETERS: readonly Parameter[] = [
  {
    name: 'q',
    allowed: [`at most ${MAX_TERMS_LENGTH} characters`],
    read: (text) => (text.length <= MAX_TERMS_LENGTH ? { terms: text.trim() } : null),
    print: (query) => query.terms,
  },
  word('person_match', 'personMatch', ['any', 'all']),
  date('from'),
  date('to'),
  word('date_field', 'dateField', DATE_FIELDS),
  {
    name: 'on',
    allowed: ['MM-DD'],
    // 2000 was a leap year: 02-29 is a day of some year.
    read: (text) =>
      /^\d\d-\d\d$/.test(text) && toPartialDate(`2000-${text}`) ? { on: text } : null,
    print: (query) => query.on ?? '',
  },
  word('undated', 'undated', UNDATED),
  word('sort', 'sort', SORTS),
  word('group', 'group', ['none', 'family']),
  word('names', 'names', ['any', 'exact']),
  {
    name: 'facets',
    allowed: FACET_NAMES,
    read: (text) => {
      const asked = text.split(',');
      const known = FACET_NAMES.filter((name) => asked.includes(name));
      return known.length === new Set(asked).size ? { facets: known } : null;
    },
    print: (query) => query.facets.join(','),
  },
  whole('facet_size', 'facetSize', MAX_FACET_SIZE),
  whole('per_page', 'perPage', MAX_PER_PAGE),
  whole('page', 'page', MAX_PAGE),
];

function word<K extends keyof Query>(
  name: string,
  key: K,
  allowed: readonly (Query[K] & string)[],
): Parameter {
  return {
    name,
    allowed,
    read: (text) => {
      const meant = allowed.find((one) => one === text);
      return meant === undefined ? null : { [key]: meant };
    },
    print: (query) => String(query[key]),
  };
}

function date(name: 'from' | 'to'): Parameter {
  return {
    name,
    allowed: ['YYYY', 'YYYY-MM', 'YYYY-MM-DD'],
    read: (text) => {
      const day = toPartialDate(text);
      return day === null ? null : { [name]: day };
    },
    print: (query) => query[name] ?? '',
  };
}

function whole(name: string, key: 'page' | 'perPage' | 'facetSize', most: number): Parameter {
  return {
    name,
    allowed: [`1 to ${most}`],
    read: (text) => {
      const number = Number(text);
      return /^[1-9]\d*$/.test(text) && number <= most ? { [key]: number } : null;
    },
    print: (query) => String(query[key]),
  };
}

/** What the URL need not say. */
export function isDefault(parameter: Parameter, query: Query, defaults: Query): boolean {
  return parameter.print(query) === parameter.print(defaults);
}
