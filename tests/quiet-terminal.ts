import type { Terminal } from '../src/commands/terminal.ts';

/** A terminal that remembers what was printed. */
export function quietTerminal(env: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const ending = new AbortController();
  const terminal: Terminal = {
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    isInteractive: false,
    env,
    signal: ending.signal,
  };
  return {
    ...terminal,
    output: () => out.join('\n'),
    errors: () => err.join('\n'),
    end: () => ending.abort(),
  };
}
