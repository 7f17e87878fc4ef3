import type { RequestListener } from 'node:http';
import type { Configuration } from '../../indexer/convert/configuration.ts';

/** How often the files of the configuration are looked at: that costs some 40 ms. */
const LOOK_MS = 60_000;

/**
 * Answers by the configuration as it stands: a person or an agency that the operator names shows under that
 * name without a restart. A change that holds a mistake is told once, and what was known before goes on.
 */
export function currentFacade(
  configuration: () => Configuration,
  create: (configuration: Configuration) => RequestListener,
  tell: (mistake: Error) => void,
  lookMs = LOOK_MS,
): RequestListener {
  const first = configuration();
  let [facade, key, lookedAt] = [create(first), first.keys.all, performance.now()];
  const look = () => {
    lookedAt = performance.now();
    const now = configuration();
    if (now.keys.all === key) return;
    key = now.keys.all;
    facade = create(now);
  };
  return (request, response) => {
    try {
      if (performance.now() - lookedAt >= lookMs) look();
    } catch (error) {
      tell(error as Error);
    }
    facade(request, response);
  };
}
