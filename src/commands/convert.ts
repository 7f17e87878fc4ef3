import { readFile, stat } from 'node:fs/promises';
import { readEnvironment } from '../../config/environment.ts';
import type { ReadPage } from '../../indexer/archive/read-folder.ts';
import { readFolder } from '../../indexer/archive/read-folder.ts';
import { openConfiguration } from '../../indexer/convert/configuration.ts';
import type { Conversion } from '../../indexer/convert/conversion.ts';
import { convertPages } from '../../indexer/convert/converter-pool.ts';
import { loadWhole } from '../../indexer/convert/load-whole.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { poolOptionsOf } from './workplace.ts';

export type ConvertFlags = { readonly explain?: boolean; readonly strict?: boolean };

/**
 * Pages to JSON lines, no engine needed: `{"path","dispatch"}` or `{"path","rejection"}`, in path order.
 * With `--explain`, what was chosen and dropped goes to standard error.
 */
export async function convert(
  paths: readonly string[],
  flags: ConvertFlags,
  terminal: Terminal,
): Promise<number> {
  const environment = readEnvironment(terminal.env);
  // Said once, before any page is blamed for it.
  const configuration = openConfiguration(environment.DISPATCHES_CONFIG);
  loadWhole(configuration);
  const conversions = convertPages(readPaths(paths), {
    ...poolOptionsOf(environment, configuration),
    trace: flags.explain ?? false,
  });
  let rejected = 0;
  for await (const conversion of conversions) {
    if ('rejection' in conversion) rejected++;
    if (flags.explain) explain(conversion, terminal);
    terminal.out(toLine(conversion));
  }
  return flags.strict && rejected > 0 ? EXIT.rejections : EXIT.done;
}

function toLine(conversion: Conversion): string {
  const { path } = conversion;
  return 'rejection' in conversion
    ? JSON.stringify({ path, rejection: conversion.rejection })
    : JSON.stringify({ path, dispatch: conversion.dispatch });
}

function explain(conversion: Conversion, terminal: Terminal) {
  terminal.err(conversion.path);
  for (const { step, rule, where, text } of conversion.trace ?? [])
    terminal.err(`  ${step} ${rule} ${where}: ${text}`);
  if ('rejection' in conversion) {
    const { code, detail } = conversion.rejection;
    terminal.err(`  rejected ${code}: ${detail}`);
    return;
  }
  for (const [field, { rule, printed, confidence }] of Object.entries(
    conversion.dispatch.evidence,
  )) {
    terminal.err(`  value ${field}: ${rule} (${confidence})${printed ? ` "${printed}"` : ''}`);
  }
}

/** Folders at any depth; single files under the path that was typed. */
async function* readPaths(paths: readonly string[]): AsyncGenerator<ReadPage> {
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) yield* readFolder(path);
    else yield await readOne(path);
  }
}

async function readOne(path: string): Promise<ReadPage> {
  try {
    const bytes = await readFile(path);
    return { path, bytes, url: null, capturedAt: null, httpCharset: null };
  } catch (error) {
    return { path, code: 'unreadable', detail: (error as Error).message };
  }
}
