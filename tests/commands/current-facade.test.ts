import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { openConfiguration } from '../../indexer/convert/configuration.ts';
import { currentFacade } from '../../src/commands/current-facade.ts';

let folder: string;
const mistakes: string[] = [];
const server = createServer();
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dispatches-current-'));
  for (const file of ['agencies.yaml', 'places.yaml', 'sites.yaml']) {
    cpSync(join(packageRoot, 'config', file), join(folder, file));
  }
  name('Ugo Tarantelli');
  const facade = currentFacade(
    () => openConfiguration(folder),
    ({ people }) => {
      const [person] = people().people;
      return (_, response) => response.end(person?.name);
    },
    ({ message }) => mistakes.push(message),
    0,
  );
  await new Promise<void>((done) => server.on('request', facade).listen(0, done));
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const name = (text: string) =>
  writeFileSync(
    join(folder, 'people.yaml'),
    `version: 1\npeople:\n  - { id: tarantelli, name: ${text} }\n`,
  );

it('names people as the configuration does now, and as before while it holds a mistake', async () => {
  const answer = async () =>
    (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)).text();
  expect(await answer()).toBe('Ugo Tarantelli');
  name('Ugo A. Tarantelli');
  expect(await answer()).toBe('Ugo A. Tarantelli');
  name('[');
  expect(await answer()).toBe('Ugo A. Tarantelli');
  expect(await answer()).toBe('Ugo A. Tarantelli');
  expect(mistakes).toHaveLength(1);
  expect(mistakes[0]).toContain('people.yaml');
  name('Ugo B. Tarantelli');
  expect(await answer()).toBe('Ugo B. Tarantelli');
});
