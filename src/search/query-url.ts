import { nearest } from './nearest.ts';
import {
  asSet,
  everything,
  FILTER_NAMES,
  type FilterName,
  type FilterValues,
  type Query,
} from './query.ts';
import { isDefault, MAX_PAGE, PARAMETERS, type Parameter } from './query-parameters.ts';

/** Why a URL is not a query: one parameter, what is wrong with it, and what would be right. */
export type QueryProblem = {
  readonly code: 'unknown-parameter' | 'invalid-parameter' | 'page-too-deep';
  readonly parameter: string;
  readonly detail: string;
  readonly allowed?: readonly string[];
  readonly didYouMean?: string;
};

/** The engine cannot hold longer facet values; nothing longer could ever be found. */
const MAX_VALUE_BYTES = 468;
const MAX_VALUES = 200;

const single = new Map(PARAMETERS.map((parameter) => [parameter.name, parameter]));
const filterParameters = FILTER_NAMES.flatMap((filter) => [
  { name: filter as string, filter, side: 'include' as const },
  { name: `${filter}_not`, filter, side: 'exclude' as const },
]);

/** Every parameter that a search understands. */
export const SEARCH_PARAMETERS: readonly string[] = [
  ...single.keys(),
  ...filterParameters.map(({ name }) => name),
];

/**
 * Reads a query from the parameters of a URL. An empty parameter (forms send those) counts as not
 * given; an unknown or wrong one is a problem, never ignored. `alsoAllowed` names parameters that
 * the caller reads itself; `defaults` is what an empty address asks for.
 */
export function queryFromUrl(
  params: URLSearchParams,
  alsoAllowed: readonly string[] = [],
  defaults: Query = everything,
): Query | QueryProblem[] {
  const problems = unknownParameters(params, alsoAllowed);
  let query: Query = {
    ...defaults,
    include: filterValues(params, 'include'),
    exclude: filterValues(params, 'exclude'),
  };
  for (const parameter of PARAMETERS) {
    const [text, ...more] = params.getAll(parameter.name).filter((given) => given !== '');
    if (text === undefined) continue;
    const said = more.length > 0 ? null : parameter.read(text);
    if (said) query = { ...query, ...said };
    else problems.push(more.length > 0 ? givenTwice(parameter) : wrongValue(parameter, text));
  }
  problems.push(...contradictions(query));
  return problems.length > 0 ? problems : query;
}

/** The canonical URL of a query, from `?` on: fixed order, defaults left out. */
export function queryToUrl(query: Query, defaults: Query = everything): string {
  const params = new URLSearchParams();
  const add = (parameter: Parameter) => {
    if (!isDefault(parameter, query, defaults))
      params.append(parameter.name, parameter.print(query));
  };
  const [terms, ...rest] = PARAMETERS;
  if (terms) add(terms);
  for (const { name, filter, side } of filterParameters) {
    for (const value of query[side][filter]) params.append(name, value);
  }
  rest.forEach(add);
  return `?${params}`;
}

function filterValues(params: URLSearchParams, side: 'include' | 'exclude'): FilterValues {
  const valuesOf = (filter: FilterName) =>
    asSet(params.getAll(side === 'include' ? filter : `${filter}_not`).filter(Boolean));
  return {
    agency: valuesOf('agency'),
    person: valuesOf('person'),
    place: valuesOf('place'),
    lang: valuesOf('lang'),
  };
}

function unknownParameters(
  params: URLSearchParams,
  alsoAllowed: readonly string[],
): QueryProblem[] {
  const allowed = [...SEARCH_PARAMETERS, ...alsoAllowed];
  return [...new Set(params.keys())]
    .filter((name) => !allowed.includes(name))
    .map((name) => ({
      code: 'unknown-parameter',
      parameter: name,
      detail: `There is no parameter ${JSON.stringify(name)}.`,
      allowed,
      ...suggestion(name, allowed),
    }));
}

function wrongValue(parameter: Parameter, text: string): QueryProblem {
  if (parameter.name === 'page' && /^[1-9]\d*$/.test(text)) return tooDeep(parameter);
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return {
    code: 'invalid-parameter',
    parameter: parameter.name,
    detail: `${JSON.stringify(shown)} is not allowed here.`,
    allowed: parameter.allowed,
    ...suggestion(text, parameter.allowed),
  };
}

function tooDeep({ name, allowed }: Parameter): QueryProblem {
  const detail = `Pages end at ${MAX_PAGE}: take everything with cursor=* and then pagination.nextCursor.`;
  return { code: 'page-too-deep', parameter: name, detail, allowed };
}

function givenTwice({ name, allowed }: Parameter): QueryProblem {
  const detail = `${name} may be given once.`;
  return { code: 'invalid-parameter', parameter: name, detail, allowed };
}

/** What is wrong with a query whose parts are all right. */
function contradictions(query: Query): QueryProblem[] {
  const code = 'invalid-parameter';
  const problems: QueryProblem[] = [];
  const { from, to } = query;
  if (from !== null && to !== null && from.slice(0, to.length) > to) {
    const detail = `from (${from}) is later than to (${to}).`;
    problems.push({ code, parameter: 'from', detail, allowed: [`up to ${to}`] });
  }
  const all = filterParameters.map(({ name, filter, side }) => ({
    name,
    values: query[side][filter],
  }));
  const tooLong = all.find(({ values }) =>
    values.some((one) => Buffer.byteLength(one) > MAX_VALUE_BYTES),
  );
  if (tooLong) {
    const detail = `A value may have at most ${MAX_VALUE_BYTES} bytes.`;
    const allowed = [`at most ${MAX_VALUE_BYTES} bytes`];
    problems.push({ code, parameter: tooLong.name, detail, allowed });
  }
  if (all.reduce((sum, { values }) => sum + values.length, 0) > MAX_VALUES) {
    const parameter = all.reduce((a, b) => (b.values.length > a.values.length ? b : a)).name;
    const detail = `At most ${MAX_VALUES} values may be chosen.`;
    problems.push({ code, parameter, detail, allowed: [`at most ${MAX_VALUES} values in all`] });
  }
  return problems;
}

function suggestion(written: string, allowed: readonly string[]): { didYouMean?: string } {
  const word = nearest(written, allowed);
  return word === null ? {} : { didYouMean: word };
}
