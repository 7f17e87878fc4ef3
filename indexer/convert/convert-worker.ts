import { parentPort, workerData } from 'node:worker_threads';
import type { ArchivedPage } from '../archive/archived-page.ts';
import { convertPage } from './convert-page.ts';
import { assemble } from './converter.ts';
import type { Ready, WorkerSetup } from './converter-pool.ts';

const setup = workerData as WorkerSetup;
const converter = assemble(setup.parts);

parentPort?.on('message', (page: ArchivedPage) => {
  parentPort?.postMessage(convertPage(page, converter, setup.trace));
});

const ready: Ready = 'ready';
parentPort?.postMessage(ready);
