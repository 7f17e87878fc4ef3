import { Meilisearch } from 'meilisearch';
import type { Engine } from './open-engine.ts';

/** No answer takes longer than this, even to a batch of documents on a busy machine. */
const REQUEST_MS = 120_000;

/**
 * The client for the write side. Connections are kept alive by Node's own `fetch`.
 * `identity`: a compressed answer is sent in pieces that wait 40 ms for each other.
 */
export function connect(engine: Pick<Engine, 'url' | 'adminKey'>): Meilisearch {
  return new Meilisearch({
    host: engine.url,
    apiKey: engine.adminKey,
    timeout: REQUEST_MS,
    requestInit: { headers: { 'accept-encoding': 'identity' } },
    clientAgents: ['dispatches'],
  });
}
