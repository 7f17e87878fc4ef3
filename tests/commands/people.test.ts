import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PEOPLE_INDEX } from '../../indexer/dispatch-index.ts';
import { type PersonDocument, peopleIndexSettings } from '../../indexer/people/people-index.ts';
import { main } from '../../src/commands/program.ts';
import { aDispatch } from '../a-dispatch.ts';
import { fillIndex, startEngine, type TestEngine } from '../engine.ts';
import { quietTerminal } from '../quiet-terminal.ts';

let engine: TestEngine;
let folder: string;
const FOUND = 'new-ugo-taranteli';

beforeAll(async () => {
  engine = await startEngine();
  folder = mkdtempSync(join(tmpdir(), 'people-command-'));
  mkdirSync(join(folder, 'config'));
  const people = 'version: 1\npeople:\n  - { id: ugo-tarantelli, name: Ugo Tarantelli }\n';
  writeFileSync(join(folder, 'config', 'people.yaml'), people);
  const index = engine.client.index(PEOPLE_INDEX);
  await engine.client.createIndex(PEOPLE_INDEX, { primaryKey: 'id' }).waitTask();
  await index.updateSettings(peopleIndexSettings).waitTask();
  const documents = [
    person(FOUND, 'Ugo Taranteli', 1),
    person('ugo-tarantelli', 'Ugo Tarantelli', 7),
  ];
  await index.addDocuments(documents).waitTask();
  const mention = { person: FOUND, asPrinted: 'Ugo Taranteli', role: 'mayor', count: 1 };
  await fillIndex(engine, [
    aDispatch({
      headline: 'A bridge opens',
      people: [FOUND],
      mentions: [{ ...mention, span: [0, 13], tier: 'discovered' }],
    }),
  ]);
}, 90_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await engine.stop();
});

function person(id: string, name: string, count: number): PersonDocument {
  return {
    ...{ id, name, count, names: [name], labels: {}, confirmed: !id.startsWith('new-') },
    ...{ firstSeen: '2001', lastSeen: '2025-09-04', agencies: ['kcna'], roles: [] },
  };
}

async function people(...args: string[]) {
  const terminal = quietTerminal({
    MEILI_URL: engine.url,
    MEILI_MASTER_KEY: engine.key,
    DISPATCHES_CONFIG: join(folder, 'config'),
    DISPATCHES_DATA: join(folder, 'data'),
  });
  const code = await main(terminal, ['people', ...args]);
  return { code, output: terminal.output(), errors: terminal.errors() };
}

it('lists people by how often they are named, and those whom nobody confirmed apart', async () => {
  const { output } = await people();
  expect(output.split('\n')[0]).toBe('     7  ugo-tarantelli  Ugo Tarantelli  2001–2025');
  const { output: unconfirmed } = await people('--unconfirmed');
  expect(unconfirmed).toBe(`     1  ${FOUND}  Ugo Taranteli  2001–2025  unconfirmed`);
});

it('suggests who may be the same, with examples and what to type', async () => {
  const { output } = await people('--suggest');
  expect(output).toContain('Ugo Taranteli (1) looks like the same as Ugo Tarantelli');
  expect(output).toContain(`--merge ${FOUND} --into ugo-tarantelli`);
  expect(output).toContain('2025-09-04  "mayor Ugo Taranteli"  A bridge opens');
});

it.each([
  [['--merge', FOUND], 'belong together'],
  [['--accept', 'new-nobody'], 'there is no unconfirmed person'],
])('%j is a mistake that is explained', async (args, explanation) => {
  const { code, errors } = await people(...args);
  expect(code).toBe(2);
  expect(errors).toContain(explanation);
});

it('writes decisions into the file of the operator', async () => {
  const merged = await people('--merge', FOUND, '--into', 'ugo-tarantelli');
  expect(merged).toMatchObject({ code: 0 });
  expect(await people('--reject', 'Ponte Nilde')).toMatchObject({ code: 0 });
  const file = readFileSync(join(folder, 'config', 'people', 'operator.yaml'), 'utf8');
  expect(file).toMatch(/merge:\n {2}- into: ugo-tarantelli\n {4}names:\n {6}- Ugo Taranteli\n/);
  expect(file).toMatch(/reject:\n {2}- Ponte Nilde\n/);
});
