import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Meilisearch } from 'meilisearch';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import type { ReadPage } from '../../indexer/archive/read-folder.ts';
import { openConfiguration } from '../../indexer/convert/configuration.ts';
import type { Conversion } from '../../indexer/convert/conversion.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { type Converter, converterOf } from '../../indexer/convert/converter.ts';
import { correctorOf } from '../../indexer/corrections/corrector.ts';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { LIVE_INDEX, PEOPLE_INDEX } from '../../indexer/dispatch-index.ts';
import type { PersonDocument } from '../../indexer/people/people-index.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import type { ReindexOptions } from '../../indexer/reindex/run.ts';
import { startEngine, type TestEngine } from '../engine.ts';

let engine: TestEngine;
let client: Meilisearch;
let folder: string;
let converter: Converter;
/** The engine and its tasks are slow on a busy machine. */
const PATIENCE_MS = 180_000;
const converted: string[] = [];

vi.setConfig({ testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS });

beforeAll(async () => {
  engine = await startEngine();
  client = engine.client;
});
afterAll(() => engine.stop());

beforeEach(() => {
  // Pages were saved long before the run: one saved this very second would be read again by the next.
  const later = performance.timeOrigin + 10_000;
  vi.spyOn(Date, 'now').mockImplementation(() => later + performance.now());
  folder = mkdtempSync(join(tmpdir(), 'people-'));
  mkdirSync(join(folder, 'config', 'people'), { recursive: true });
  for (const file of ['agencies.yaml', 'places.yaml', 'sites.yaml']) {
    copyFileSync(join(packageRoot, 'config', file), join(folder, 'config', file));
  }
  writeFileSync(join(folder, 'config', 'people.yaml'), KNOWN);
  decide('version: 1\n');
  for (const [name, text] of Object.entries(PAGES)) save(name, text);
});
afterEach(async () => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
  for (const { uid } of (await client.getIndexes({ limit: 100 })).results) {
    await client.deleteIndex(uid).waitTask();
  }
});

const KNOWN = `version: 1
people:
  - id: vladimir-putin
    name: Vladimir Putin
    scripts: { ru: [Владимир Путин] }
`;

const PAGES: Readonly<Record<string, string>> = {
  'one.html': `The engineer Edoardo Brancaleone opened the bridge with President Vladimir Putin.
    Edoardo Brancaleone thanked the workers.`,
  'two.html': 'Mayor Edoardo Brancaleone said that the road will follow. Brancaleone then left.',
  'three.html':
    'Edoard Brancaleon, as one paper writes him, was not there, said Giulia Ferrantini.',
  'four.html': 'The harvest was good and nobody is named in this report about corn and barley.',
};

function save(name: string, text: string): void {
  const file = join(folder, 'archive', name);
  mkdirSync(dirname(file), { recursive: true });
  const html = `<html lang="en"><head><title>Report ${name}</title></head><body><article><h1>Report ${name}</h1>
    <p>ROME, May 3 (ANSA) -- ${text}</p><p>The weather stayed fine all day, and the people of the
    town walked along the river until late in the evening.</p></article></body></html>`;
  writeFileSync(file, html);
}

function decide(yaml: string): void {
  writeFileSync(join(folder, 'config', 'people', 'operator.yaml'), yaml);
}

function run(options: Partial<ReindexOptions> = {}) {
  const configuration = openConfiguration(join(folder, 'config'));
  converter = converterOf(configuration);
  converted.length = 0;
  return reindex({
    archives: [join(folder, 'archive')],
    client,
    configuration,
    convert: inThisThread,
    now: () => new Date('2026-01-01T00:00:00Z'),
    ...options,
  });
}

async function* inThisThread(pages: AsyncIterable<ReadPage>): AsyncGenerator<Conversion> {
  for await (const page of pages) {
    if ('code' in page) yield { path: page.path, rejection: page };
    else {
      converted.push(page.path);
      yield convertPage(page, converter);
    }
  }
}

async function dispatches(): Promise<Record<string, Dispatch>> {
  const { results } = await client.index(LIVE_INDEX).getDocuments<Dispatch>({ limit: 100 });
  return Object.fromEntries(results.map((dispatch) => [dispatch.source.path, dispatch]).sort());
}

async function people(): Promise<Record<string, PersonDocument>> {
  const { results } = await client.index(PEOPLE_INDEX).getDocuments<PersonDocument>({ limit: 100 });
  return Object.fromEntries(results.map((person) => [person.id, person]).sort());
}

async function taskCount(): Promise<number> {
  return (await client.tasks.getTasks({ limit: 1 })).total;
}

const FOUND = 'new-edoardo-brancaleone';
const ACCEPTED = `version: 1
people:
  - id: edoardo-brancaleone
    name: Edoardo Brancaleone
`;

it('people that nobody wrote down enter the facet behind those of the authority file', async () => {
  const report = await run();
  expect(report).toMatchObject({ outcome: 'swapped', people: { named: 4, unconfirmed: 3 } });
  const { 'one.html': one, 'four.html': four } = await dispatches();
  expect(one?.people).toEqual(['vladimir-putin', FOUND]);
  expect(one?.names).toContain('Edoardo Brancaleone');
  const mention = one?.mentions.find(({ person }) => person === FOUND);
  expect(mention).toMatchObject({ asPrinted: 'Edoardo Brancaleone', count: 2, tier: 'discovered' });
  expect(one?.text.slice(...(mention?.span ?? []))).toBe('Edoardo Brancaleone');
  expect(four).toMatchObject({ people: [], unconfirmed: [] });
  expect(await people()).toMatchObject({
    [FOUND]: { name: 'Edoardo Brancaleone', confirmed: false, count: 2, agencies: ['ansa'] },
    'vladimir-putin': { confirmed: true, count: 1 },
  });
});

it('a run that finds nothing new writes nothing', async () => {
  await run();
  const before = await taskCount();
  expect(await run()).toMatchObject({ outcome: 'unchanged', people: null });
  expect(await taskCount()).toBe(before);
});

it('a run that broke off before the people were settled is made up for', async () => {
  await run();
  const broken = (await dispatches())['one.html'];
  const fields = { id: broken?.id, people: [], names: [], mentions: [] };
  await client.index(LIVE_INDEX).updateDocuments([fields]).waitTask();
  await run();
  expect((await dispatches())['one.html']?.people).toContain(FOUND);
});

it('an operator who corrected a dispatch has the last word on its people', async () => {
  await run();
  const id = (await dispatches())['two.html']?.id ?? '';
  const correction = { id, set: { people: [] }, by: 'the editor', because: 'another man' };
  const corrector = correctorOf(
    new Map([[id, correction]]),
    openConfiguration(join(folder, 'config')),
  );
  await run({ corrector });
  expect((await dispatches())['two.html']).toMatchObject({ people: [], names: [] });
});

it.each([
  ['accepts somebody', ACCEPTED, ['one.html', 'two.html']],
  [
    'gives a name to somebody known',
    'version: 1\nmerge:\n  - into: vladimir-putin\n    names: [Giulia Ferrantini]\n',
    ['one.html', 'three.html'],
  ],
  ['rejects a name', 'version: 1\nreject: [Giulia Ferrantini]\n', ['three.html']],
])(
  'a decision that %s converts the pages it touches, with the result of a rebuild',
  async (_, yaml, pages) => {
    await run();
    const before = await dispatches();
    decide(yaml);
    expect(await run()).toMatchObject({ mode: 'incremental', outcome: 'updated' });
    expect([...converted].sort()).toEqual(pages);
    const after = await dispatches();
    expect(after).not.toEqual(before);
    const named = await people();
    expect(await run({ full: true })).toMatchObject({ outcome: 'swapped' });
    expect(await dispatches()).toEqual(after);
    expect(await people()).toEqual(named);
  },
);

it('a decision that is taken back leaves no trace', async () => {
  await run();
  const [before, named] = [await dispatches(), await people()];
  decide(ACCEPTED);
  await run();
  expect((await dispatches())['two.html']?.people).toEqual(['edoardo-brancaleone']);
  decide('version: 1\n');
  await run();
  expect(await dispatches()).toEqual(before);
  expect(await people()).toEqual(named);
});
