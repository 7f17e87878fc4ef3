import { setTimeout as delay } from 'node:timers/promises';

/** What is watched, and how it is brought back. */
export type Watch = {
  readonly isRunning: () => boolean;
  readonly restart: () => Promise<void>;
  readonly log: (line: string) => void;
  readonly signal: AbortSignal;
};

const LOOK_MS = 500;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** A server that lived this long was well: the next failure counts as the first. */
const SETTLED_MS = 10_000;

/** Restarts the server whenever it dies, after pauses that double, until the signal is aborted. */
export async function supervise(watch: Watch): Promise<void> {
  let failures = 0;
  let lastStart = Date.now();
  while (await pause(LOOK_MS, watch.signal)) {
    if (watch.isRunning()) continue;
    if (Date.now() - lastStart > SETTLED_MS) failures = 0;
    watch.log('the engine has ended; it is started again');
    if (!(await pause(pauseMs(failures), watch.signal))) return;
    failures += 1;
    lastStart = Date.now();
    await watch.restart().catch((error: Error) => watch.log(error.message));
  }
}

/** The pause before attempt number `failures` + 1. */
export function pauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
}

/** False when the signal came; never keeps the process alive. */
async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await delay(ms, undefined, { signal, ref: false });
    return !signal.aborted;
  } catch {
    return false;
  }
}
