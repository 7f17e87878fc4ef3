/** What a command may touch of the world around it, so that a test can be the terminal. */
export type Terminal = {
  /** Results: what a pipe wants. */
  readonly out: (text: string) => void;
  /** Everything said along the way. */
  readonly err: (text: string) => void;
  readonly isInteractive: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the operator asks to end (Ctrl-C, SIGTERM). */
  readonly signal: AbortSignal;
};

/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, usage: 2, rejections: 3 } as const;

/** A command was called in a way that can't work; printed without a stack, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The terminal of this process. A second Ctrl-C ends at once. */
export function processTerminal(): Terminal {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending.signal.aborted) process.exit(130);
      ending.abort();
    });
  }
  // A reader that closes early (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    isInteractive: process.stderr.isTTY === true,
    env: process.env,
    signal: ending.signal,
  };
}
