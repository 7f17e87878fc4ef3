import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../../indexer/engine/connect.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import { convertPlainly, NO_RULES } from './small-archive.ts';

/** A run that is killed the hard way while its n-th request is on its way to the engine. */
const [archive = '', url = '', adminKey = '', mode = '', nth = '0'] = process.argv.slice(2);
const send = globalThis.fetch;
let requests = 0;
globalThis.fetch = async (...request) => {
  requests += 1;
  const answer = send(...request);
  if (requests === Number(nth)) {
    await delay(2);
    process.kill(process.pid, 'SIGKILL');
  }
  return answer;
};
const report = await reindex({
  archives: [archive],
  client: connect({ url, adminKey }),
  convert: convertPlainly,
  configuration: NO_RULES,
  full: mode === 'full',
  now: () => new Date(),
});
console.log(`${report.outcome} after ${requests} requests`);
