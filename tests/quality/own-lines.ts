import { readFileSync } from 'node:fs';
import type { SetKind } from './set-kind.ts';

type Line = Readonly<Record<string, unknown>>;

/** The lines of a set: a file of JSON lines. */
export function readLines(file: string | URL): readonly Line[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Line);
}

/** The lines of the set that lives in the project. */
export function ownLines({ own }: SetKind): readonly Line[] {
  return own instanceof URL ? readLines(own) : own();
}
