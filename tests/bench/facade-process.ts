import type { AddressInfo } from 'node:net';
import { loadAgencies } from '../../config/agencies.ts';
import { loadPeople } from '../../config/people.ts';
import { createHttpServer } from '../../src/api/http-server.ts';
import { createFacade } from '../../src/facade.ts';

/* A facade in a process of its own, so that its CPU can be told from that of whoever asks. */
const [url = '', searchKey = ''] = process.argv.slice(2);
const facade = createFacade({
  engine: { url, searchKey },
  agencies: loadAgencies(),
  people: loadPeople(),
  rateLimit: null,
});
const server = createHttpServer(facade).listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.once('disconnect', () => process.exit());
