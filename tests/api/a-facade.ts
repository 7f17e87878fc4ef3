import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { createHttpServer } from '../../src/api/http-server.ts';
import { createFacade, type FacadeOptions } from '../../src/facade.ts';
import { fillIndex, startEngine, type TestEngine } from '../engine.ts';
import { fetchHeld } from './hold-to-contract.ts';

/** A facade that listens on a free port, over an engine of its own. */
export type TestFacade = {
  readonly url: string;
  readonly engine: TestEngine;
  /** Fails when the answer is not as the OpenAPI document says. */
  readonly get: (path: string, init?: RequestInit) => Promise<Response>;
  readonly stop: () => Promise<void>;
};

/** Starts both and fills the index with these dispatches. */
export async function startFacade(
  dispatches: readonly Dispatch[],
  options: Partial<FacadeOptions> = {},
): Promise<TestFacade> {
  const engine = await startEngine();
  if (dispatches.length > 0) await fillIndex(engine, dispatches);
  const facade = await serve({
    engine: { url: engine.url, searchKey: await searchKeyOf(engine) },
    checkResponses: true,
    ...options,
  });
  return {
    url: facade.url,
    engine,
    get: (path, init) => fetchHeld(`${facade.url}${path}`, init),
    stop: async () => {
      await facade.stop();
      await engine.stop();
    },
  };
}

/** A facade on a free port, over an engine that is somebody else's. */
export async function serve(
  options: FacadeOptions,
  maxArrivalMs?: number,
): Promise<{ readonly url: string; readonly stop: () => Promise<unknown> }> {
  const server = await new Promise<Server>((resolve) => {
    const listening: Server = createHttpServer(createFacade(options), maxArrivalMs).listen(
      0,
      '127.0.0.1',
      () => resolve(listening),
    );
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The key that a facade gets in production: it may search and read when the index changed. */
async function searchKeyOf(engine: TestEngine): Promise<string> {
  const { key } = await engine.client.createKey({
    actions: ['search', 'indexes.get'],
    indexes: ['dispatches*', 'people*'],
    expiresAt: null,
  });
  return key;
}
