import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts';

/** A lock that was taken; `release` may be called more than once. */
export type Lock = { readonly release: () => void };

/** What an attempt gave: the lock, or the living process that has it. */
export type LockAttempt =
  | { readonly status: 'taken'; readonly lock: Lock }
  | { readonly status: 'held'; readonly holder: ProcessIdentity | null };

/** A file without a holder in it is being written right now, unless it is older than this. */
const WRITING_MS = 5_000;

/**
 * Takes a lock that lives across processes and is freed by a crash: a file made with O_EXCL that
 * names its holder. A holder that no longer runs has no lock.
 */
export function tryLock(path: string): LockAttempt {
  // Two rounds: the second follows a stale lock that was removed in the first.
  for (let round = 0; round < 2; round += 1) {
    if (create(path)) return { status: 'taken', lock: lockAt(path) };
    if (!removeIfStale(path)) break;
  }
  return { status: 'held', holder: readHolder(path) };
}

/** Waits for a lock that others hold for a short time only. Throws after `timeoutMs`. */
export async function waitForLock(path: string, timeoutMs: number): Promise<Lock> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const attempt = tryLock(path);
    if (attempt.status === 'taken') return attempt.lock;
    if (Date.now() > deadline) {
      throw new Error(`${path} is held by process ${attempt.holder?.pid ?? '?'} for too long`);
    }
    await delay(25 + Math.random() * 25);
  }
}

function create(path: string): boolean {
  try {
    writeFileSync(path, JSON.stringify(thisProcess()), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function lockAt(path: string): Lock {
  let held = true;
  const release = (): void => {
    if (held) rmSync(path, { force: true });
    held = false;
  };
  return { release };
}

/**
 * Only who holds the breaker may remove a stale lock, and looks again once it has it: otherwise
 * two processes could both see the stale lock, and the slower one would remove the faster one's.
 */
function removeIfStale(path: string): boolean {
  if (!isStale(path)) return false;
  const breaker = `${path}.break`;
  if (!create(breaker)) {
    // The breaker is held for microseconds; one that stays was left by a crash.
    if (isStale(breaker)) rmSync(breaker, { force: true });
    return false;
  }
  try {
    if (!isStale(path)) return false;
    rmSync(path, { force: true });
    return true;
  } finally {
    rmSync(breaker, { force: true });
  }
}

function isStale(path: string): boolean {
  const holder = readHolder(path);
  if (holder !== null) return !isAlive(holder);
  try {
    return Date.now() - statSync(path).mtimeMs > WRITING_MS;
  } catch {
    return false;
  }
}

function readHolder(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}
