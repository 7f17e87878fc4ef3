import { mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Meilisearch } from 'meilisearch';
import { findEngineBinary, TESTED_VERSION } from './engine-binary.ts';
import { keysFrom, masterKeyOf } from './engine-keys.ts';
import { type Lock, tryLock } from './lock-file.ts';
import { isAlive, thisProcess } from './process-identity.ts';
import { addressOf } from './server-process.ts';
import { joinServer, leaveServer, leaveServerAtExit, type ServerWish } from './shared-server.ts';
import { supervise } from './supervise.ts';

/** A Meilisearch that answers at `url`, for as long as it is not stopped. */
export type Engine = {
  /** Without a slash at the end. Stays the same when the server is restarted. */
  readonly url: string;
  /** May write documents, indexes and settings; not keys. Never give it to the facade. */
  readonly adminKey: string;
  /** May search the published indexes, and nothing else. */
  readonly searchKey: string;
  /** Version of the server, or `unknown` when it does not say. */
  readonly version: string;
  /** True when the server is a child of ours, false when it was named by `meiliUrl`. */
  readonly owned: boolean;
  /** Leaves the server; the last one of our processes to leave stops it. May be called twice. */
  readonly stop: () => Promise<void>;
};

export type EngineOptions = {
  /** Where a server of ours keeps its files; made when absent. */
  readonly dataFolder: string;
  /** A server that runs already; nothing is started and the data folder is not touched. */
  readonly meiliUrl?: string | undefined;
  /** Key for `meiliUrl`. */
  readonly meiliKey?: string | undefined;
  /** Search-only key for `meiliUrl`; `meiliKey` when absent. */
  readonly meiliSearchKey?: string | undefined;
  /** Path of the server to start. */
  readonly meiliBin?: string | undefined;
  /** One opening at a time may be exclusive: another one gets `DataFolderBusy`. */
  readonly exclusive?: boolean;
  readonly log: (line: string) => void;
};

/** Another living process has the data folder for itself. */
export class DataFolderBusy extends Error {
  override readonly name = 'DataFolderBusy';
  readonly pid: number | null;
  constructor(dataFolder: string, pid: number | null) {
    super(
      `${dataFolder} is in use by process ${pid ?? '(unknown)'}: stop it, or use another --data`,
    );
    this.pid = pid;
  }
}

let openings = 0;

/**
 * Gives the engine to work with: the server named by `meiliUrl`, else the one that already runs
 * on the data folder, else a new one, which is watched and restarted. Throws `DataFolderBusy`,
 * or an error that says what the operator can do.
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  if (options.meiliUrl !== undefined) return remoteEngine(options.meiliUrl, options);
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  const dataFolder = realpathSync(resolve(options.dataFolder));
  const exclusive = options.exclusive === true ? await lockFolder(dataFolder) : null;
  try {
    return await ownEngine(dataFolder, options, exclusive);
  } catch (error) {
    exclusive?.release();
    throw error;
  }
}

async function ownEngine(
  dataFolder: string,
  { meiliBin, log }: EngineOptions,
  exclusive: Lock | null,
): Promise<Engine> {
  openings += 1;
  const findBinary = () => findEngineBinary({ meiliBin, dataFolder });
  const user = { ...thisProcess(), opening: openings };
  const wish: ServerWish = { dataFolder, user, findBinary, log };
  let state = await joinServer(wish);
  const leaving = new AbortController();
  const watching = supervise({
    isRunning: () => isAlive(state.server),
    restart: async () => {
      state = await joinServer(wish);
    },
    log,
    signal: leaving.signal,
  });
  const stop = once(async () => {
    leaving.abort();
    await watching;
    unhook();
    await leaveServer(wish);
    exclusive?.release();
  });
  const unhook = leaveWithProcess(wish, stop, exclusive);
  const keys = keysFrom(masterKeyOf(dataFolder));
  return { url: addressOf(state.port), ...keys, version: state.version, owned: true, stop };
}

/**
 * No process of ours may end and leave its server behind: neither by `process.exit` and
 * exceptions, nor by a signal that the command does not listen to itself. Returns the undoing.
 */
function leaveWithProcess(
  wish: ServerWish,
  stop: () => Promise<void>,
  exclusive: Lock | null,
): () => void {
  const onExit = (): void => {
    leaveServerAtExit(wish);
    exclusive?.release();
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    // A command with a listener of its own stops things in its own order.
    if (process.listeners(signal).some((listener) => !ours.has(listener))) return;
    const end = (): boolean => process.kill(process.pid, signal);
    void stop().then(end, end);
  };
  ours.add(onSignal);
  process.once('exit', onExit);
  for (const signal of ENDING) process.on(signal, onSignal);
  return () => {
    process.off('exit', onExit);
    for (const signal of ENDING) process.off(signal, onSignal);
  };
}

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const ours = new WeakSet<(...args: never[]) => void>();

async function lockFolder(dataFolder: string): Promise<Lock> {
  const attempt = await tryLock(join(dataFolder, 'start.lock'));
  if (attempt.status === 'taken') return attempt.lock;
  throw new DataFolderBusy(dataFolder, attempt.holder?.pid ?? null);
}

async function remoteEngine(meiliUrl: string, options: EngineOptions): Promise<Engine> {
  const url = meiliUrl.replace(/\/+$/, '');
  const adminKey = options.meiliKey ?? '';
  const version = await versionOf(url, adminKey);
  if (version === 'unknown') {
    options.log(`${url} does not tell its version (yet)`);
  } else if (version !== TESTED_VERSION) {
    options.log(`${url} is Meilisearch ${version}; tested is ${TESTED_VERSION}`);
  }
  const searchKey = options.meiliSearchKey ?? adminKey;
  return { url, adminKey, searchKey, version, owned: false, stop: async () => {} };
}

/** A server that is away now may come back: that is for its users to see, not a reason to end. */
async function versionOf(url: string, key: string): Promise<string> {
  try {
    const client = new Meilisearch({ host: url, apiKey: key, timeout: 5_000 });
    return (await client.getVersion()).pkgVersion;
  } catch {
    return 'unknown';
  }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= act();
    return done;
  };
}
