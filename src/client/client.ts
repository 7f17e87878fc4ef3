import type * as Api from './api-types.ts';

export type ClientOptions = {
  /** Where the archive is served, such as `https://archive.example`. */
  readonly url: string;
  /** In place of the global `fetch`, to add headers or to test. */
  readonly fetch?: typeof fetch;
};

/** Everything the API answers, as functions named after its operations. They throw `ApiError` when the answer is a problem. */
export type Client = ReturnType<typeof createClient>;

/** An answer that is no success, with what is wrong and what is allowed. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Api.Problem;
  /** Seconds to wait before trying again, when the service says so. */
  readonly retryAfter: number | null;

  constructor(problem: Api.Problem, retryAfter: number | null) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

type Params = Readonly<Record<string, unknown>>;

/** A client for one archive, for Node and browsers. Parameters are those of the API, lists as arrays. */
export function createClient(options: ClientOptions) {
  const send = options.fetch ?? fetch;
  const base = options.url.replace(/\/$/, '');

  async function get<T>(path: string, params: object = {}): Promise<T> {
    const answer = await send(urlOf(path, params));
    if (answer.ok) return (await answer.json()) as T;
    throw await toError(answer);
  }
  const urlOf = (path: string, params: object = {}) =>
    `${base}/v1${path}${toQuery(params as Params)}`;
  const ofDispatch = (id: string, rest = '') => `/dispatches/${encodeURIComponent(id)}${rest}`;

  /** Every dispatch of a query, page by page as they are needed; the order is that of their ids. */
  async function* everyDispatch(query: Api.SearchDispatchesQuery = {}): AsyncGenerator<Api.Hit> {
    let cursor: string | null = '*';
    while (cursor !== null) {
      const page: Api.Results = await get('/dispatches', { per_page: 100, ...query, cursor });
      yield* page.data;
      cursor = page.pagination.nextCursor;
    }
  }

  return {
    everyDispatch,
    searchDispatches: (query: Api.SearchDispatchesQuery = {}) =>
      get<Api.Results>('/dispatches', query),
    getDispatch: (id: string) => get<Api.WholeDispatch>(ofDispatch(id)),
    getRelated: (id: string) => get<Api.Hits>(ofDispatch(id, '/related')),
    getFamily: (id: string) => get<Api.Hits>(ofDispatch(id, '/family')),
    getTimeline: (query: Api.GetTimelineQuery = {}) => get<Api.Timeline>('/timeline', query),
    listAgencies: (query: Api.ListAgenciesQuery = {}) => get<Api.Entries>('/agencies', query),
    listPlaces: (query: Api.ListPlacesQuery = {}) => get<Api.Entries>('/places', query),
    listPeople: (query: Api.ListPeopleQuery = {}) => get<Api.PersonEntries>('/people', query),
    getPerson: (id: string) => get<Api.Person>(`/people/${encodeURIComponent(id)}`),
    suggest: (query: Api.SuggestQuery) => get<Api.Suggestions>('/suggest', query),
    /** Reports of the last reindexings, newest first. */
    listReindexings: () => get<{ readonly data: readonly object[] }>('/reindex'),
    /** True when the service answers searches. */
    isReady: async () => (await send(`${base}/readyz`)).ok,
    /** Addresses of files, to link to or to fetch as streams. */
    exportUrl: (format: 'csv' | 'jsonl', query: Api.ExportCsvQuery = {}) =>
      urlOf(`/export.${format}`, query),
    feedUrl: (query: Api.GetFeedQuery = {}) => urlOf('/feed.atom', query),
    citeUrl: (id: string, query: Api.CiteQuery = {}) => urlOf(ofDispatch(id, '/cite'), query),
  };
}

/** Lists that the API takes joined by commas; others are repeated. */
const JOINED = ['facets', 'fields'];

function toQuery(params: Params): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue;
    const values = Array.isArray(value) ? value : [value];
    if (JOINED.includes(name)) query.append(name, values.join(','));
    else for (const one of values) query.append(name, String(one));
  }
  return query.size === 0 ? '' : `?${query}`;
}

async function toError(answer: Response): Promise<ApiError> {
  const wait = answer.headers.get('retry-after');
  const unknown = {
    ...{ type: 'about:blank', title: answer.statusText || 'No answer', status: answer.status },
    instance: answer.url,
  };
  const problem = await answer.json().catch(() => unknown);
  return new ApiError(problem as Api.Problem, wait === null ? null : Number(wait));
}
