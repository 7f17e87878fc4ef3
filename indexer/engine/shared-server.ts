import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineBinary } from './engine-binary.ts';
import { createKeys, masterKeyOf } from './engine-keys.ts';
import {
  type EngineState,
  type EngineUser,
  readEngineState,
  removeEngineState,
  withoutUser,
  withUser,
  writeEngineState,
} from './engine-state.ts';
import { waitForLock } from './lock-file.ts';
import { isAlive } from './process-identity.ts';
import {
  addressOf,
  answers,
  databaseFolder,
  freePort,
  serversOn,
  signalTo,
  startServer,
  stopServer,
} from './server-process.ts';

/** A data folder, who wants its server, and how to get one. */
export type ServerWish = {
  /** Absolute and free of links. */
  readonly dataFolder: string;
  readonly user: EngineUser;
  readonly findBinary: () => Promise<EngineBinary>;
  readonly log: (line: string) => void;
};

/** Longer than a server may take to start plus to stop. */
const LOCK_MS = 90_000;
const PORT_TRIES = 3;
/** Its health route does no work, so a server silent for this long hangs. */
const HUNG_MS = 15_000;

/**
 * Makes sure that exactly one server runs on the data folder and that it counts this user: the
 * one that runs, also an orphan whose users were killed, else a new one. The engine itself would
 * let two servers run on one folder and lose tasks, hence the lock around all of it.
 */
export function joinServer(wish: ServerWish): Promise<EngineState> {
  return underLock(wish, async () => {
    const running = await usableServer(wish);
    const state = withUser(running ?? (await newServer(wish)), wish.user);
    writeEngineState(wish.dataFolder, state);
    // Also for one that runs already: its starter may have been killed before it got here.
    await createKeys(addressOf(state.port), masterKeyOf(wish.dataFolder));
    return state;
  });
}

/** Takes this user away; the last one stops the server. */
export function leaveServer(wish: ServerWish): Promise<void> {
  return underLock(wish, async () => {
    const state = readEngineState(wish.dataFolder);
    if (state === null) return;
    const rest = withoutUser(state, wish.user);
    if (rest.users.length > 0) return writeEngineState(wish.dataFolder, rest);
    await stopServer(state.server);
    removeEngineState(wish.dataFolder);
  });
}

/** The same without waiting, for the moment when a process ends and can't wait. */
export function leaveServerAtExit(wish: ServerWish): void {
  const state = readEngineState(wish.dataFolder);
  if (state === null) return;
  const rest = withoutUser(state, wish.user);
  if (rest.users.length > 0) writeEngineState(wish.dataFolder, rest);
  else signalTo(state.server, 'SIGTERM');
}

async function underLock<T>(wish: ServerWish, act: () => Promise<T>): Promise<T> {
  const lock = await waitForLock(join(wish.dataFolder, 'engine.lock'), LOCK_MS);
  try {
    return await act();
  } finally {
    lock.release();
  }
}

async function usableServer(wish: ServerWish): Promise<EngineState | null> {
  const state = readEngineState(wish.dataFolder);
  const isWanted =
    state !== null &&
    isAlive(state.server) &&
    (await answers(state.port, HUNG_MS)) &&
    (state.users.length > 0 || state.version === (await wish.findBinary()).version);
  for (const server of serversOn(wish.dataFolder)) {
    if (isWanted && server.pid === state.server.pid) continue;
    wish.log(`stopping an engine that was left on ${wish.dataFolder} (process ${server.pid})`);
    await stopServer(server);
  }
  if (isWanted) return state;
  if (state !== null) await stopServer(state.server);
  return null;
}

async function newServer(wish: ServerWish): Promise<EngineState> {
  const binary = await wish.findBinary();
  noteOtherVersions(wish, binary.version);
  const masterKey = masterKeyOf(wish.dataFolder);
  const { dataFolder } = wish;
  // A server that died is started again where its users look for it.
  const before = readEngineState(dataFolder);
  for (let tries = 1; ; tries += 1) {
    const port = before === null || before.users.length === 0 ? await freePort() : before.port;
    try {
      const server = await startServer({ binary, dataFolder, port, masterKey });
      return { server, port, version: binary.version, users: before?.users ?? [] };
    } catch (error) {
      const isPortTaken = (error as Error).message.includes('Address already in use');
      if (!isPortTaken || tries === PORT_TRIES) throw error;
    }
  }
}

/** A database is read by its own version only; what was indexed comes back from the archive. */
function noteOtherVersions(wish: ServerWish, version: string): void {
  if (existsSync(databaseFolder(wish.dataFolder, version))) return;
  const others = readdirSync(wish.dataFolder).filter((name) => name.startsWith('meilisearch-'));
  if (others.length === 0) return;
  wish.log(
    `the engine is ${version} now: it starts empty and is filled from the archive again; ` +
      `${others.join(', ')} in ${wish.dataFolder} is no longer used and may be deleted`,
  );
}
