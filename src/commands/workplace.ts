import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Environment, readEnvironment } from '../../config/environment.ts';
import { packageRoot } from '../../config/package-root.ts';
import { writeWhole } from '../../config/write-whole.ts';
import { type Configuration, openConfiguration } from '../../indexer/convert/configuration.ts';
import type { PoolOptions } from '../../indexer/convert/converter-pool.ts';
import { createKeys, type EngineKeys, keysFrom } from '../../indexer/engine/engine-keys.ts';
import { type Engine, openEngine } from '../../indexer/engine/open-engine.ts';
import { type Terminal, UsageError } from './terminal.ts';

/** Options that several commands share. */
export type WorkplaceOptions = {
  readonly archive?: readonly string[];
  readonly data?: string;
};

/** Which archive a command works on, and where the engine keeps its files. */
export type Workplace = {
  readonly environment: Environment;
  /** Absolute folders; empty when none is known. */
  readonly archives: readonly string[];
  readonly dataFolder: string;
  /** The configuration as it stands; loaded anew only when a file changed since it was last asked for. */
  readonly configuration: () => Configuration;
};

/** The archive that ships, kept apart from the operator's own. */
export const SAMPLE_ARCHIVE = join(packageRoot, 'sample');
const SAMPLE_DATA = join('data', 'sample');

/**
 * Options come before the environment, that before what was used last (an archive named once need not be
 * named again), that before the sample archive, which has a data folder of its own.
 */
export function openWorkplace(options: WorkplaceOptions, terminal: Terminal): Workplace {
  const environment = readEnvironment(terminal.env);
  const named = options.archive?.length ? options.archive : environment.DISPATCHES_ARCHIVE;
  const chosenData = options.data ?? terminal.env['DISPATCHES_DATA'];
  const ownData = resolve(chosenData ?? environment.DISPATCHES_DATA);
  const configuration = rememberConfiguration(environment.DISPATCHES_CONFIG);
  const at = (dataFolder: string, archives: readonly string[]): Workplace => ({
    ...{ environment, archives, dataFolder, configuration },
  });
  if (named.length > 0)
    return at(
      ownData,
      named.map((folder) => resolve(folder)),
    );
  const remembered = rememberedArchives(ownData);
  if (remembered.length > 0 || chosenData) return at(ownData, remembered);
  const dataFolder = resolve(SAMPLE_DATA);
  return at(dataFolder, rememberedArchives(dataFolder));
}

function rememberConfiguration(folder: string | undefined): () => Configuration {
  let last: Configuration | null = null;
  return () => {
    const now = openConfiguration(folder);
    if (last?.keys.all !== now.keys.all) last = now;
    return last;
  };
}

/** The archives of a command that can't do without one. */
export function archivesOf({ archives }: Workplace): readonly string[] {
  if (archives.length > 0) return archives;
  throw new UsageError('no archive: name a folder of HTML pages, or set DISPATCHES_ARCHIVE');
}

/** Opens the engine of a workplace; see `openEngine`. */
export async function engineOf(
  { environment, dataFolder }: Workplace,
  terminal: Terminal,
  exclusive = false,
): Promise<Engine> {
  const keys = await remoteKeys(environment);
  return openEngine({
    dataFolder,
    meiliUrl: environment.MEILI_URL,
    meiliKey: keys.adminKey,
    meiliSearchKey: keys.searchKey,
    meiliBin: environment.MEILI_BIN,
    exclusive,
    log: terminal.err,
  });
}

/** Keys for MEILI_URL: made from its master key when we have it, else as given. */
async function remoteKeys(environment: Environment): Promise<Partial<EngineKeys>> {
  const { MEILI_URL: url, MEILI_MASTER_KEY: masterKey } = environment;
  if (url && masterKey) {
    await createKeys(url, masterKey);
    return keysFrom(masterKey);
  }
  const { MEILI_ADMIN_KEY: adminKey, MEILI_SEARCH_KEY: searchKey } = environment;
  return { ...(adminKey && { adminKey }), ...(searchKey && { searchKey }) };
}

/** How pages are converted: threads, limits, and by which configuration. */
export function poolOptionsOf(environment: Environment, configuration: Configuration): PoolOptions {
  return {
    workers: environment.DISPATCHES_WORKERS,
    pageSeconds: environment.DISPATCHES_PAGE_SECONDS,
    configuration,
  };
}

/** Notes which archives the data folder belongs to, whole or not at all. */
export function rememberArchives({ dataFolder, archives }: Workplace): void {
  mkdirSync(dataFolder, { recursive: true });
  writeWhole(archivesFile(dataFolder), `${JSON.stringify(archives, null, 2)}\n`);
}

function rememberedArchives(dataFolder: string): readonly string[] {
  const file = archivesFile(dataFolder);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : [];
}

function archivesFile(dataFolder: string): string {
  return join(dataFolder, 'archives.json');
}
