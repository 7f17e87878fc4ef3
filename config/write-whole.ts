import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: whoever reads it meanwhile, or after a power cut, finds the old or the new one. */
export function writeWhole(path: string, text: string, mode?: number): void {
  writeFileSync(`${path}.new`, text, { mode });
  renameSync(`${path}.new`, path);
}
