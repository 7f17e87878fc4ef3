import { setTimeout as delay } from 'node:timers/promises';
import { MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';

const PAUSE_MS = 100;

/**
 * Asks again while the engine does not answer at all, as during its restart, until `deadline`
 * (milliseconds since 1970). An answer, also a refusal, is passed on at once. Only for what may
 * be done twice: a request that got no answer may have been carried out.
 */
export async function patiently<T>(ask: () => Promise<T>, deadline: number): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!isAway(error) || Date.now() > deadline) throw error;
      await delay(PAUSE_MS);
    }
  }
}

function isAway(error: unknown): boolean {
  return (
    error instanceof MeilisearchRequestError || error instanceof MeilisearchRequestTimeOutError
  );
}
