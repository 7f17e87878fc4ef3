import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, isInSight, type ProcessIdentity, thisProcess } from './process-identity.ts';

/** A lock that was taken; `release` may be called more than once. */
export type Lock = { readonly release: () => void };

/** What an attempt gave: the lock, or the living process that has it. */
export type LockAttempt =
  | { readonly status: 'taken'; readonly lock: Lock }
  | { readonly status: 'held'; readonly holder: ProcessIdentity | null };

/** A file without a holder in it is being written right now, unless it is older than this. */
const WRITING_MS = 5_000;

/** A holder touches its lock so often, for those who can't see whether it runs. */
const TOUCH_MS = 2_000;

/** Whose lock is not touched for so long is gone; a busy holder may be late by many seconds. */
const UNTOUCHED_MS = 30_000;

/**
 * Takes a lock that lives across processes and is freed by a crash: a file made with O_EXCL that
 * names its holder. A holder that no longer runs has no lock. One in another container, where its id
 * means nothing to us, shows by touching the file that it runs; `untouchedMs` is how long it is watched.
 */
export async function tryLock(path: string, untouchedMs = UNTOUCHED_MS): Promise<LockAttempt> {
  // Two rounds: the second follows a stale lock that was removed in the first.
  for (let round = 0; round < 2; round += 1) {
    if (create(path)) return { status: 'taken', lock: lockAt(path) };
    if (!(await removeIfStale(path, untouchedMs))) break;
  }
  return { status: 'held', holder: readHolder(path) };
}

/** Waits for a lock that others hold for a short time only. Throws after `timeoutMs`. */
export async function waitForLock(path: string, timeoutMs: number): Promise<Lock> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const attempt = await tryLock(path);
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
  const touching = setInterval(() => touch(path), TOUCH_MS).unref();
  const release = (): void => {
    clearInterval(touching);
    if (held) rmSync(path, { force: true });
    held = false;
  };
  return { release };
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Somebody removed it by hand: that must not end the run.
  }
}

/**
 * Only who holds the breaker may remove a stale lock, and looks once it has it whether that is still the
 * same: otherwise two processes could both see the stale lock, and the slower one would remove the faster
 * one's.
 */
async function removeIfStale(path: string, untouchedMs: number): Promise<boolean> {
  const seen = stateOf(path);
  if (!(await isStale(path, untouchedMs))) return false;
  const breaker = `${path}.break`;
  if (!create(breaker)) {
    // The breaker is held for microseconds; one that stays was left by a crash.
    if (await isStale(breaker, untouchedMs)) rmSync(breaker, { force: true });
    return false;
  }
  try {
    if (stateOf(path) !== seen) return false;
    rmSync(path, { force: true });
    return true;
  } finally {
    rmSync(breaker, { force: true });
  }
}

async function isStale(path: string, untouchedMs: number): Promise<boolean> {
  const holder = readHolder(path);
  if (holder === null) return Date.now() - (touchedAt(path) ?? Date.now()) > WRITING_MS;
  return isInSight(holder) ? !isAlive(holder) : !(await isTouched(path, untouchedMs));
}

/** Looks only whether the time changes: the clock of another machine may be another. */
async function isTouched(path: string, withinMs: number): Promise<boolean> {
  const [before, began] = [touchedAt(path), performance.now()];
  while (performance.now() - began < withinMs) {
    await delay(Math.min(withinMs, TOUCH_MS) / 2);
    if (touchedAt(path) !== before) return true;
  }
  return false;
}

function stateOf(path: string): string {
  return JSON.stringify([readHolder(path), touchedAt(path)]);
}

function touchedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function readHolder(path: string): ProcessIdentity | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity;
  } catch {
    return null;
  }
}
