import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { fileOf } from '../../indexer/archive/read-archives.ts';
import type { Configuration } from '../../indexer/convert/configuration.ts';
import type { Engine } from '../../indexer/engine/open-engine.ts';
import { nextNight } from '../../indexer/nightly/missed-night.ts';
import { createHttpServer } from '../api/http-server.ts';
import { createFacade } from '../facade.ts';
import { currentFacade } from './current-facade.ts';
import { lastReports } from './reports.ts';
import { UsageError } from './terminal.ts';
import type { Workplace } from './workplace.ts';

export type ServeFlags = { readonly port?: number; readonly host?: string };

const USUAL_PORT = 4080;

/** The facade, listening. */
export type OpenFacade = { readonly address: string; readonly close: () => Promise<void> };

/**
 * Starts the facade. A port that was asked for must be free; the default one may be taken by something
 * else, then the next free one is used.
 */
export async function openFacade(
  { environment, archives, dataFolder, configuration }: Workplace,
  engine: Engine,
  flags: ServeFlags,
): Promise<OpenFacade> {
  const logger = pino({ level: environment.DISPATCHES_LOG_LEVEL }, pino.destination(2));
  const create = ({ agencies, people, places }: Configuration) =>
    createFacade({
      engine,
      ...{ agencies: agencies(), people: people(), places: places() },
      corsOrigins: environment.DISPATCHES_CORS_ORIGINS,
      rateLimit: { requests: environment.DISPATCHES_RATE_LIMIT, windowMs: 60_000 },
      ...proxies(environment.DISPATCHES_TRUST_PROXY),
      ...(environment.DISPATCHES_PUBLIC_URL && { publicUrl: environment.DISPATCHES_PUBLIC_URL }),
      ...(environment.DISPATCHES_METRICS_KEY && { metricsKey: environment.DISPATCHES_METRICS_KEY }),
      reindexReports: () => lastReports(dataFolder),
      nextRun: () =>
        nextNight({
          expression: environment.DISPATCHES_SCHEDULE,
          timeZone: environment.DISPATCHES_TIMEZONE,
        }),
      storedPage: ({ source }) => readStored(source.path, archives),
      logger,
    });
  const facade = currentFacade(configuration, create, (err) =>
    logger.error({ err }, 'the configuration can not be read'),
  );
  const server = createHttpServer(facade);
  const host = flags.host ?? environment.DISPATCHES_HOST;
  await listen(server, host, flags.port ?? environment.DISPATCHES_PORT ?? null);
  const { port } = server.address() as AddressInfo;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    address: `http://${shown}:${port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        // Browsers keep connections open; those without a request under way are not waited for.
        server.closeIdleConnections();
      }),
  };
}

/** The bytes of a stored page; `null` when the archive has it no more. */
async function readStored(path: string, archives: readonly string[]): Promise<Uint8Array | null> {
  const file = fileOf(path, archives);
  return file === null ? null : readFile(file).catch(() => null);
}

async function listen(server: Server, host: string, asked: number | null): Promise<void> {
  try {
    await listenOn(server, host, asked ?? USUAL_PORT);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    if (asked !== null) throw new UsageError(`port ${asked} is in use: choose another --port`);
    await listenOn(server, host, 0);
  }
}

function listenOn(server: Server, host: string, port: number): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}

/** A number is so many hops; anything else names the proxies. */
function proxies(setting: string | undefined): { trustProxy?: number | string } {
  if (setting === undefined) return {};
  return { trustProxy: /^\d+$/.test(setting) ? Number(setting) : setting };
}
