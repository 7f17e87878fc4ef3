import { AsyncLocalStorage } from 'node:async_hooks';

/** How long one request has waited for the engine so far, in milliseconds. */
export type EngineTime = { ms: number };

/** The time account of the request that is being answered. */
export const engineTime = new AsyncLocalStorage<EngineTime>();

/** Runs `work` and adds its duration to the account of the request. */
export async function timed<T>(work: () => Promise<T>): Promise<T> {
  const account = engineTime.getStore();
  if (!account) return work();
  const begun = performance.now();
  try {
    return await work();
  } finally {
    account.ms += performance.now() - begun;
  }
}
