import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Meilisearch } from 'meilisearch';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArchiveUnreadable, type ReadPage } from '../../indexer/archive/read-folder.ts';
import { openConfiguration } from '../../indexer/convert/configuration.ts';
import { type Conversion, reject } from '../../indexer/convert/conversion.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { converterOf } from '../../indexer/convert/converter.ts';
import { correctorOf } from '../../indexer/corrections/corrector.ts';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { LIVE_INDEX, NEXT_INDEX } from '../../indexer/dispatch-index.ts';
import { connect } from '../../indexer/engine/connect.ts';
import { createdAtOf } from '../../indexer/engine/swap-indexes.ts';
import { reindex } from '../../indexer/reindex/reindex.ts';
import type { ReindexOptions } from '../../indexer/reindex/run.ts';
import { startEngine } from '../engine.ts';

/** The engine and its tasks are slow on a busy machine. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let engine: Awaited<ReturnType<typeof startEngine>>;
let client: Meilisearch;
let archive: string;
const configuration = openConfiguration();
const converter = converterOf(configuration);
const PAGES = 40;

beforeAll(async () => {
  engine = await startEngine();
  client = connect({ url: engine.url, adminKey: engine.key });
});
afterAll(async () => {
  await engine.stop();
});

beforeEach(() => {
  // Pages were saved long before the run: one saved this very second would be read again by the next.
  const later = performance.timeOrigin + 10_000;
  vi.spyOn(Date, 'now').mockImplementation(() => later + performance.now());
  archive = mkdtempSync(join(tmpdir(), 'archive-'));
  for (let number = 1; number <= PAGES; number++) save(`1961/${number}.html`, pageOf(number));
});
afterEach(async () => {
  vi.restoreAllMocks();
  rmSync(archive, { recursive: true, force: true });
  for (const index of [LIVE_INDEX, NEXT_INDEX]) {
    if (await createdAtOf(client, index)) await client.deleteIndex(index).waitTask();
  }
});

function save(path: string, html: string | Buffer): void {
  const file = join(archive, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
}

function pageOf(number: number, extra = '', head = ''): string {
  return `<html><head><title>Launch ${number}</title>${head}</head><body><h1>Launch ${number}</h1>
<p>MOSCOW, April ${(number % 28) + 1} (TASS) -- Rocket number ${number} left the pad at dawn and reached its orbit after nine minutes.${extra}</p>
<p>The crew reported that all instruments work and that the view of the Earth is clear.</p></body></html>`;
}

function run(options: Partial<ReindexOptions> = {}) {
  return reindex({
    archives: [archive],
    client,
    configuration,
    convert: inThisThread,
    now: () => new Date(),
    ...options,
  });
}

/** The threads have a test of their own. */
async function* inThisThread(pages: AsyncIterable<ReadPage>): AsyncGenerator<Conversion> {
  for await (const page of pages) {
    if ('code' in page) yield { path: page.path, rejection: page };
    else yield convertPage(page, converter);
  }
}

async function live(): Promise<Dispatch[]> {
  return (await client.index(LIVE_INDEX).getDocuments<Dispatch>({ limit: 1000 })).results;
}

async function taskCount(): Promise<number> {
  return (await client.tasks.getTasks({ limit: 1 })).total;
}

describe('making the index follow the archive', () => {
  it('indexes everything the first time and names the pages that are none', async () => {
    save('0/empty.html', '');
    save('0/picture.html', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    const report = await run();
    expect(report).toMatchObject({
      mode: 'full',
      outcome: 'swapped',
      read: PAGES + 2,
      indexed: PAGES,
      total: PAGES,
      removed: 0,
    });
    expect(report.rejections.map(({ path }) => path)).toEqual(['0/empty.html', '0/picture.html']);
    expect(report.rejectedByCode.empty).toBe(1);
    expect(report.filled?.headline).toBe(100);
    expect(await live()).toHaveLength(PAGES);
    expect(await createdAtOf(client, NEXT_INDEX)).toBeNull();
  });

  it('writes nothing at all when nothing changed', async () => {
    await run();
    const before = await taskCount();
    const report = await run();
    expect(report).toMatchObject({
      outcome: 'unchanged',
      unchanged: PAGES,
      indexed: 0,
      read: PAGES,
    });
    expect(await taskCount()).toBe(before);
  });

  it('goes on from what an older version noted of its last run', async () => {
    await run();
    await client
      .index('run_record')
      .addDocuments([{ id: 'last', build: 'of old' }])
      .waitTask();
    const report = await run();
    expect([report.problem, report.total]).toEqual([null, PAGES]);
    expect(await run()).toMatchObject({ outcome: 'unchanged' });
  });

  it('takes what changed, what came and what went, and keeps the day of first indexing', async () => {
    await run({ now: () => new Date('2026-01-01T00:00:00Z') });
    save('1961/7.html', pageOf(7, ' It was the seventh.'));
    save('1961/new.html', pageOf(99));
    rmSync(join(archive, '1961/8.html'));
    const report = await run({ now: () => new Date('2026-01-02T00:00:00Z') });
    expect(report).toMatchObject({
      mode: 'incremental',
      outcome: 'updated',
      indexed: 2,
      removed: 1,
      unchanged: PAGES - 2,
      total: PAGES,
    });
    const dispatches = await live();
    const at = (path: string) => dispatches.find(({ source }) => source.path === path);
    expect(dispatches).toHaveLength(PAGES);
    expect(at('1961/7.html')).toMatchObject({ firstIndexedAt: '2026-01-01T00:00:00.000Z' });
    expect(at('1961/7.html')?.text).toContain('It was the seventh');
    expect(at('1961/new.html')).toMatchObject({ firstIndexedAt: '2026-01-02T00:00:00.000Z' });
    expect(at('1961/8.html')).toBeUndefined();
  });

  it('keeps ids and first indexing through a rebuild', async () => {
    await run({ now: () => new Date('2026-01-01T00:00:00Z') });
    const before = await live();
    const report = await run({ full: true, now: () => new Date('2026-02-01T00:00:00Z') });
    expect(report).toMatchObject({ mode: 'full', outcome: 'swapped', removed: 0 });
    const key = ({ id, firstIndexedAt }: Dispatch) => `${id} ${firstIndexedAt}`;
    expect((await live()).map(key).sort()).toEqual(before.map(key).sort());
  });

  it('empties nothing when the archive is empty, and says how to insist', async () => {
    await run();
    rmSync(join(archive, '1961'), { recursive: true });
    const report = await run();
    expect(report).toMatchObject({ outcome: 'refused', removed: 0, total: PAGES });
    expect(report.problem).toContain('--force');
    expect(await live()).toHaveLength(PAGES);
    expect(await run({ force: true })).toMatchObject({
      outcome: 'updated',
      removed: PAGES,
      total: 0,
    });
  });

  it('does not swap in an index that lost too much', async () => {
    await run();
    for (let number = 1; number <= 5; number++) rmSync(join(archive, `1961/${number}.html`));
    expect(await run({ full: true })).toMatchObject({ outcome: 'refused', total: PAGES });
    expect(await live()).toHaveLength(PAGES);
  });

  it('touches nothing when the archive folder is gone', async () => {
    await run();
    const away = `${archive}-away`;
    renameSync(archive, away);
    await expect(run()).rejects.toThrow(ArchiveUnreadable);
    renameSync(away, archive);
    expect(await live()).toHaveLength(PAGES);
  });

  it('does not swap when a batch failed, and loses nothing', async () => {
    await run();
    const report = await run({ full: true, client: spoiling(client) });
    expect(report).toMatchObject({ outcome: 'failed', total: PAGES });
    expect(report.failedBatches[0]).toMatchObject({ code: 'invalid_document_id' });
    expect(report.failedBatches[0]?.ids).toHaveLength(PAGES);
    expect(await live()).toHaveLength(PAGES);
  });

  it('removes nothing when a batch failed', async () => {
    await run();
    rmSync(join(archive, '1961/8.html'));
    save('1961/7.html', pageOf(7, ' Changed.'));
    expect(await run({ client: spoiling(client) })).toMatchObject({
      outcome: 'failed',
      removed: 0,
    });
    expect(await live()).toHaveLength(PAGES);
  });

  it('indexes both of two pages that declare one address', async () => {
    const head = '<link rel="canonical" href="https://notebook.example/launch/">';
    save('1961/7.html', pageOf(7, '', head));
    save('print/7.html', pageOf(7, ' Print version.', head));
    const report = await run();
    expect(report.sameAddress.map(({ path }) => path)).toEqual(['print/7.html']);
    expect(await live()).toHaveLength(PAGES + 1);
  });

  it('indexes both of two pages whose names differ in how an accent is spelled', async () => {
    for (const form of ['NFC', 'NFD']) save('è.html'.normalize(form), pageOf(1, ` ${form}.`));
    const { read, total } = await run();
    expect([read, total]).toEqual([PAGES + 2, PAGES + 2]);
    expect(await live()).toHaveLength(PAGES + 2);
    expect(await run()).toMatchObject({ outcome: 'unchanged', unchanged: PAGES + 2 });
  });

  it('indexes a page that prints half a character, and all that were sent with it', async () => {
    const half = '{"@type":"NewsArticle","author":{"name":"Ann \\ud83d Lee"}}';
    save('half.html', pageOf(1, '', `<script type="application/ld+json">${half}</script>`));
    expect(await run()).toMatchObject({ outcome: 'swapped', total: PAGES + 1 });
    const page = (await live()).find(({ source }) => source.path === 'half.html');
    expect(page?.byline).toBe('Ann \uFFFD Lee');
  });

  it('keeps the id of a page that declares its address when its file is renamed', async () => {
    const head = '<link rel="canonical" href="https://notebook.example/launch/">';
    save('1961/7.html', pageOf(7, '', head));
    await run();
    const idOf = async (path: string) =>
      (await live()).find(({ source }) => source.path === path)?.id;
    const before = await idOf('1961/7.html');
    renameSync(join(archive, '1961/7.html'), join(archive, '1961/seven.html'));
    expect(await run()).toMatchObject({ outcome: 'updated', total: PAGES });
    expect(await idOf('1961/seven.html')).toBe(before);
  });

  it('applies corrections, to those dispatches only, and names the ones of unknown dispatches', async () => {
    await run();
    const { id } = (await live()).find(({ source }) => source.path === '1961/7.html') as Dispatch;
    const set = { agency: 'kcna' };
    const corrections = [id, 'unknown-dispatch'].map(
      (one) => [one, { id: one, set, by: 'M. Rossi', because: 'the bulletin' }] as const,
    );
    const corrector = correctorOf(new Map(corrections), configuration);
    expect(await run({ corrector })).toMatchObject({
      mode: 'incremental',
      indexed: 1,
      unchanged: PAGES - 1,
      correctionsUnused: ['unknown-dispatch'],
    });
    expect(await client.index(LIVE_INDEX).getDocument(id)).toMatchObject({ agency: 'kcna' });
    expect(await run({ corrector })).toMatchObject({ outcome: 'unchanged' });
    expect(await run()).toMatchObject({ outcome: 'updated', indexed: 1 });
    expect(await client.index(LIVE_INDEX).getDocument(id)).not.toMatchObject({ agency: 'kcna' });
  });

  it.each([false, true])(
    'keeps the dispatch of a page that can not be read for now (full: %s)',
    async (full) => {
      await run();
      const before = await live();
      const unreadable: ReindexOptions['convert'] = async function* (pages) {
        for await (const conversion of inThisThread(pages)) {
          if (conversion.path === '1961/7.html') yield reject(conversion, 'unreadable', 'EIO');
          else yield conversion;
        }
      };
      save('1961/7.html', pageOf(7, ' Changed.'));
      const report = await run({ full, convert: unreadable });
      expect(report).toMatchObject({ kept: 1, removed: 0, total: PAGES });
      const at = (all: Dispatch[]) => all.find(({ source }) => source.path === '1961/7.html');
      const { fingerprint: _, ...kept } = at(before) as Dispatch;
      expect(at(await live())).toMatchObject(kept);
      expect(await run()).toMatchObject({ indexed: 1, kept: 0 });
      expect(at(await live())?.text).toContain('Changed.');
    },
  );

  it('keeps all that is indexed of a folder that can not be listed', async () => {
    save('1962/launch.html', pageOf(62));
    await run();
    rmSync(join(archive, '1962'), { recursive: true });
    const broken: ReindexOptions['convert'] = async function* (pages) {
      yield* inThisThread(pages);
      yield reject({ path: '1962' }, 'unreadable', 'EIO');
    };
    expect(await run({ convert: broken })).toMatchObject({ kept: 1, removed: 0, total: PAGES + 1 });
    expect(await run()).toMatchObject({ kept: 0, removed: 1, total: PAGES });
  });

  it('takes a further archive that is empty for one that is not mounted, however small', async () => {
    const further = mkdtempSync(join(tmpdir(), 'further-'));
    writeFileSync(join(further, 'one.html'), pageOf(1));
    const archives = [archive, further];
    expect(await run({ archives })).toMatchObject({ total: PAGES + 1 });
    rmSync(join(further, 'one.html'));
    const report = await run({ archives });
    expect(report).toMatchObject({ outcome: 'refused', removed: 0, total: PAGES + 1 });
    expect(report.problem).toContain('is it mounted?');
    expect(await run({ archives, force: true })).toMatchObject({ removed: 1, total: PAGES });
    rmSync(further, { recursive: true });
  });

  it('does not begin a rebuild for which there is no room on the disk', async () => {
    await run();
    const report = await run({ full: true, freeBytes: async () => 1_000_000 });
    expect(report).toMatchObject({ outcome: 'failed', total: PAGES });
    expect(report.problem).toContain('1 MB are free');
    expect(await live()).toHaveLength(PAGES);
  });

  it('goes on from where it was stopped', async () => {
    await run();
    save('1961/7.html', pageOf(7, ' Changed.'));
    const stop = new AbortController();
    stop.abort();
    expect(await run({ signal: stop.signal })).toMatchObject({ outcome: 'stopped', removed: 0 });
    expect(await live()).toHaveLength(PAGES);
    expect(await run()).toMatchObject({ outcome: 'updated', indexed: 1 });
  });
});

/** A client whose uploads hold one dispatch that the engine refuses: the whole batch then fails. */
function spoiling(real: Meilisearch): Meilisearch {
  return new Proxy(real, {
    get(target, name) {
      if (name !== 'index') return Reflect.get(target, name);
      return (index: string) =>
        new Proxy(target.index(index), {
          get(inner, method) {
            const value = Reflect.get(inner, method);
            if (method !== 'addDocumentsFromString') return value.bind?.(inner) ?? value;
            return (lines: string, type: 'application/x-ndjson') =>
              inner.addDocumentsFromString(`${lines}\n{"id":"no good!"}`, type);
          },
        });
    },
  });
}
