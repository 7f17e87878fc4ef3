import type { MultiSearchQuery, MultiSearchResult } from 'meilisearch';
import { Pool } from 'undici';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { LIVE_INDEX, PEOPLE_INDEX } from '../../indexer/dispatch-index.ts';
import { EngineRefusal, EngineUnavailable, IndexMissing } from './engine-errors.ts';
import { timed } from './engine-time.ts';

/** One search inside a bundle; the index is always the live one. */
export type EngineQuery = Omit<MultiSearchQuery, 'indexUid'>;
export type EngineResult = MultiSearchResult<Partial<Dispatch>>;

/** How somebody is called in the archive. */
export type PersonNames = {
  readonly id: string;
  readonly name: string;
  readonly names: readonly string[];
};

/** An answer as it came, for what is only passed on. */
export type RawAnswer = { readonly status: number; readonly body: string };

/** The read side's only way to the engine. */
export type EngineClient = {
  /** Several searches in one request, answered in the same order. */
  readonly searchAll: (queries: readonly EngineQuery[]) => Promise<readonly EngineResult[]>;
  /** Everybody in the index of people whom no operator has confirmed. */
  readonly unconfirmedPeople: () => Promise<readonly PersonNames[]>;
  /** A text that changes whenever dispatches or people change or are swapped; `null` when the key may not know. */
  readonly indexBuild: () => Promise<string | null>;
  /** The same at this very moment; what `indexBuild` says may be half a second old. */
  readonly currentBuild: () => Promise<string | null>;
  /** Sends a request as it is; throws only when the engine does not answer. */
  readonly send: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<RawAnswer>;
  readonly close: () => Promise<void>;
};

export type EngineAddress = {
  readonly url: string;
  /** May search `dispatches` and `people`; with `indexes.get` as well, answers can be cached. */
  readonly searchKey: string;
};

/** More connections than this only make requests wait inside the engine instead of here. */
const CONNECTIONS = 8;
const MAX_WAITING = 200;
const TIMEOUT_MS = 8_000;
/** Far above any archive: the engine's own limit is lifted for this index. */
const MOST_PEOPLE = 1_000_000;
/** How long one answer about the index holds: so long a changed index may go unnoticed. */
const BUILD_TTL_MS = 500;

/** Opens a small pool of connections; nothing is sent before the first search. */
export function connectEngine({ url, searchKey }: EngineAddress): EngineClient {
  const pool = new Pool(url, {
    connections: CONNECTIONS,
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    connect: { timeout: 2_000 },
  });
  const headers = {
    authorization: `Bearer ${searchKey}`,
    'content-type': 'application/json',
    // Compressed answers come in pieces and stall for 40 ms each on the loopback.
    'accept-encoding': 'identity',
  };

  const send: EngineClient['send'] = (method, path, body) =>
    timed(() => exchange(method, path, body));

  async function exchange(
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
  ): Promise<RawAnswer> {
    if (pool.stats.pending >= MAX_WAITING) throw new EngineUnavailable('too many searches at once');
    const request = () =>
      pool.request({
        method,
        path,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      });
    const answer = await request()
      // A connection kept from before a restart of the engine fails once; searches are safe to repeat.
      .catch((error) => (isClosedSocket(error) ? request() : Promise.reject(error)))
      .then(async (response) => ({ status: response.statusCode, body: await response.body.text() }))
      .catch((cause) => {
        throw new EngineUnavailable('no answer', { cause });
      });
    return answer;
  }

  async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
    const answer = await send(method, path, body);
    if (answer.status === 200) return JSON.parse(answer.body) as T;
    throw toError(answer);
  }

  async function searchAll(queries: readonly EngineQuery[]): Promise<readonly EngineResult[]> {
    const bundle = queries.map((query) => ({ ...query, indexUid: LIVE_INDEX }));
    const { results } = await ask<{ results: EngineResult[] }>('POST', '/multi-search', {
      queries: bundle,
    });
    return results;
  }

  async function unconfirmedPeople(): Promise<readonly PersonNames[]> {
    const asked = {
      ...{ q: '', filter: 'confirmed = false', limit: MOST_PEOPLE },
      attributesToRetrieve: ['id', 'name', 'names'],
    };
    try {
      const path = `/indexes/${PEOPLE_INDEX}/search`;
      return (await ask<{ hits: PersonNames[] }>('POST', path, asked)).hits;
    } catch (error) {
      return orWithoutPeople(error, []);
    }
  }

  async function buildOf(index: string): Promise<string> {
    const path = `/indexes/${index}`;
    const { createdAt, updatedAt } = await ask<{ createdAt: string; updatedAt: string }>(
      'GET',
      path,
    );
    return `${Date.parse(createdAt).toString(36)}-${Date.parse(updatedAt).toString(36)}`;
  }

  async function readBuild(): Promise<string | null> {
    try {
      const people = buildOf(PEOPLE_INDEX).catch((error) => orWithoutPeople(error, 'nobody'));
      const [live, named] = await Promise.all([buildOf(LIVE_INDEX), people]);
      return `${live}-${named}`;
    } catch (error) {
      if (error instanceof EngineRefusal && error.status === 403) return null;
      throw error;
    }
  }

  return {
    ...{ searchAll, unconfirmedPeople, send },
    ...{ indexBuild: remembered(readBuild), currentBuild: readBuild },
    close: () => pool.close(),
  };
}

/** An older index or key has no people in it; that is no failure. */
function orWithoutPeople<T>(error: unknown, without: T): T {
  const isAbsent = error instanceof IndexMissing;
  if (isAbsent || (error instanceof EngineRefusal && error.status === 403)) return without;
  throw error;
}

/** Asks at most once per BUILD_TTL_MS; failures are not remembered. */
function remembered(read: () => Promise<string | null>): () => Promise<string | null> {
  let known: Promise<string | null> | null = null;
  let until = 0;
  return () => {
    if (known === null || Date.now() > until) {
      until = Date.now() + BUILD_TTL_MS;
      known = read();
      known.catch(() => {
        known = null;
      });
    }
    return known;
  };
}

function isClosedSocket(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}

/** The one place where the engine's errors become ours. */
function toError({ status, body }: RawAnswer): Error {
  const code = /"code":"(\w+)"/.exec(body)?.[1] ?? 'unknown';
  if (code === 'index_not_found') return new IndexMissing();
  if (status >= 500 || status === 429) return new EngineUnavailable(`${status} ${code}`);
  return new EngineRefusal(status, body);
}
