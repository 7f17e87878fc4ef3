import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { constrainedMemory, kill } from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import type { EngineBinary } from './engine-binary.ts';
import { isAlive, type ProcessIdentity, processAt } from './process-identity.ts';

export type ServerStart = {
  readonly binary: EngineBinary;
  /** Absolute, so that the running server can be recognised by its command line. */
  readonly dataFolder: string;
  readonly port: number;
  readonly masterKey: string;
};

const READY_MS = 60_000;
const STOP_MS = 10_000;
const LOG_LIMIT_BYTES = 5_000_000;
const MIB = 1024 * 1024;

/** Where the documents of this version lie: another version starts beside it, with an empty folder. */
export function databaseFolder(dataFolder: string, version: string): string {
  return join(dataFolder, `meilisearch-${version}`);
}

/** The address of a server that we started: never reachable from another machine. */
export function addressOf(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/**
 * Starts a server and waits until it answers. It gets a process group of its own, because Ctrl-C
 * in a terminal goes to the whole group, and the order of stopping is ours; and it writes to a
 * file, because it may outlive the process that started it.
 */
export async function startServer(start: ServerStart): Promise<ProcessIdentity> {
  const logPath = join(start.dataFolder, 'engine.log');
  mkdirSync(databaseFolder(start.dataFolder, start.binary.version), { recursive: true });
  const logFile = openSync(logPath, sizeOf(logPath) > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  try {
    const child = spawn(start.binary.path, flagsFor(start), {
      cwd: start.dataFolder,
      detached: true,
      stdio: ['ignore', logFile, logFile],
      // By environment, since a command line can be read by everyone on the machine.
      env: { ...process.env, MEILI_MASTER_KEY: start.masterKey, RUST_BACKTRACE: '0' },
    });
    const failure = new Promise<Error>((resolve) => child.once('error', resolve));
    child.unref();
    const server = child.pid === undefined ? null : processAt(child.pid);
    if (server === null) throw child.pid === undefined ? await failure : diedAtOnce(logPath);
    await untilReady(server, start.port, logPath);
    return server;
  } finally {
    closeSync(logFile);
  }
}

function flagsFor(start: ServerStart): readonly string[] {
  return [
    ['--db-path', databaseFolder(start.dataFolder, start.binary.version)],
    ['--http-addr', `127.0.0.1:${start.port}`],
    ['--env', 'production'],
    ['--no-analytics'],
    // Without a limit each batch takes two thirds of the machine's memory, and ten times as long.
    ['--max-indexing-memory', `${indexingMemoryMib()}MiB`],
    // A second thread does not index faster on few cores, and makes readers wait.
    ['--max-indexing-threads', '1'],
    ['--log-level', 'WARN'],
  ].flat();
}

/** A quarter of what the machine or the container has, between 256 MiB and 1 GiB. */
function indexingMemoryMib(): number {
  const limit = constrainedMemory();
  const available = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.round(Math.min(1024, Math.max(256, available / 4 / MIB)));
}

async function untilReady(server: ProcessIdentity, port: number, logPath: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (!(await answers(port))) {
    if (!isAlive(server)) throw diedAtOnce(logPath);
    if (Date.now() > deadline) {
      await stopServer(server);
      throw new Error(`the engine did not answer within ${READY_MS / 1000} s; see ${logPath}`);
    }
    await delay(25);
  }
}

/** Whether a server says on this port that it is available. */
export async function answers(port: number, timeoutMs = 2_000): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    return (await fetch(`${addressOf(port)}/health`, { signal })).ok;
  } catch {
    return false;
  }
}

/** Asks a server to end and makes it end when it does not. Nothing acknowledged is lost either way. */
export async function stopServer(server: ProcessIdentity): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAlive(server)) return;
    signalTo(server, signal);
    const deadline = Date.now() + STOP_MS;
    while (isAlive(server) && Date.now() < deadline) await delay(10);
  }
}

/** Sends a signal to that very process, and to no other that has its id by now. */
export function signalTo(server: ProcessIdentity, signal: NodeJS.Signals): void {
  try {
    if (isAlive(server)) kill(server.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

/**
 * Servers that run on a database in this folder, whoever started them: found by their command
 * line. Only Linux can tell; elsewhere the state file has to do.
 */
export function serversOn(dataFolder: string): readonly ProcessIdentity[] {
  if (process.platform !== 'linux') return [];
  const database = `--db-path\0${join(dataFolder, 'meilisearch-')}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && commandLine(name).includes(database))
    .flatMap((name) => processAt(Number(name)) ?? []);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** A port below the range that systems give to outgoing connections, so that it stays free across a restart. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function diedAtOnce(logPath: string): Error {
  return new Error(
    `the engine ended at its start; the last it said (${logPath}):\n${tail(logPath)}`,
  );
}

function tail(path: string): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
