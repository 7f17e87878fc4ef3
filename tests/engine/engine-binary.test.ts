import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { findEngineBinary } from '../../indexer/engine/engine-binary.ts';
import { makeWorkshop } from './fixtures.ts';

const workshop = makeWorkshop();
afterEach(() => workshop.close());

const script = '#!/bin/sh\necho "meilisearch 1.99.0"\n';
const scriptSha256 = createHash('sha256').update(script).digest('hex');

function program(folder: string, mode: number): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'meilisearch');
  writeFileSync(path, script);
  chmodSync(path, mode);
  return path;
}

describe('the server is found', () => {
  it('where the operator says, with its own version', async () => {
    const dataFolder = workshop.folder();
    const meiliBin = program(dataFolder, 0o755);
    expect(await findEngineBinary({ meiliBin, dataFolder })).toEqual({
      path: meiliBin,
      version: '1.99.0',
    });
  });

  it('in the package, and made runnable', async () => {
    const dataFolder = workshop.folder();
    const packaged = program(dataFolder, 0o644);
    const found = await findEngineBinary({ packaged, packagedSha256: scriptSha256, dataFolder });
    expect(found).toEqual({ path: packaged, version: '1.21.0' });
    expect(readFileSync(found.path, 'utf8')).toBe(script);
  });

  it('on the PATH when no package has it', async () => {
    const dataFolder = workshop.folder();
    const path = program(join(dataFolder, 'bin'), 0o755);
    const searchPath = `/nowhere:${join(dataFolder, 'bin')}`;
    expect(await findEngineBinary({ packaged: null, searchPath, dataFolder })).toEqual({
      path,
      version: '1.99.0',
    });
  });
});

describe('no server is started', () => {
  it('when the bytes of the package are not the known ones', async () => {
    const dataFolder = workshop.folder();
    const packaged = program(dataFolder, 0o755);
    await expect(findEngineBinary({ packaged, dataFolder })).rejects.toThrow(
      new RegExp(`${scriptSha256}.*not started`),
    );
  });

  it('when the bytes of a checked package change, even to the same size and date; until then they are not hashed again', async () => {
    const dataFolder = workshop.folder();
    const packaged = program(dataFolder, 0o755);
    const longAgo = new Date(2020, 0, 1);
    utimesSync(packaged, longAgo, longAgo);
    // A file that changed a moment ago is not remembered.
    await pause(2_100);
    const choice = { packaged, packagedSha256: scriptSha256, dataFolder };
    await findEngineBinary(choice);
    const noted = readFileSync(join(dataFolder, 'engine-checked.json'), 'utf8');
    expect(noted).toContain(scriptSha256);
    await findEngineBinary(choice);
    // By a note that lies, it is seen that the bytes are not hashed once more.
    const lie = 'f'.repeat(64);
    writeFileSync(join(dataFolder, 'engine-checked.json'), noted.replaceAll(scriptSha256, lie));
    expect(await findEngineBinary({ ...choice, packagedSha256: lie })).toMatchObject({
      path: packaged,
    });
    writeFileSync(join(dataFolder, 'engine-checked.json'), noted);
    writeFileSync(packaged, script.replace('1.99.0', '1.98.0'));
    utimesSync(packaged, longAgo, longAgo);
    // By now only its times tell.
    await pause(2_100);
    await expect(findEngineBinary(choice)).rejects.toThrow(/not started/);
  });

  it('when there is none, and the ways to get one are named', async () => {
    const choice = { packaged: null, searchPath: '', dataFolder: '/nowhere' };
    await expect(findEngineBinary(choice)).rejects.toThrow(/MEILI_URL.*MEILI_BIN.*docker/s);
  });

  it('when the one the operator named does not run', async () => {
    const choice = { meiliBin: '/nowhere/meilisearch', dataFolder: '/nowhere' };
    await expect(findEngineBinary(choice)).rejects.toThrow(/\/nowhere\/meilisearch can't be run/);
  });
});
