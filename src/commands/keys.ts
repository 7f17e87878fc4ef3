import { randomBytes } from 'node:crypto';
import { keysFrom } from '../../indexer/engine/engine-keys.ts';
import { EXIT, type Terminal } from './terminal.ts';

/**
 * Prints the keys for a Meilisearch of one's own, as lines for `.env`: a random master key (or the one in
 * MEILI_MASTER_KEY) and the search-only key that follows from it, so that the facade never holds more.
 */
export async function keys(terminal: Terminal): Promise<number> {
  const masterKey = terminal.env['MEILI_MASTER_KEY'] || randomBytes(32).toString('hex');
  terminal.out(`MEILI_MASTER_KEY=${masterKey}`);
  terminal.out(`MEILI_SEARCH_KEY=${keysFrom(masterKey).searchKey}`);
  return EXIT.done;
}
