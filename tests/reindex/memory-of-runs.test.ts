import { renameSync, rmSync, utimesSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { reject } from '../../indexer/convert/conversion.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { dispatchIndexSettings, LIVE_INDEX, NEXT_INDEX } from '../../indexer/dispatch-index.ts';
import { createdAtOf } from '../../indexer/engine/swap-indexes.ts';
import { settingsDifference } from '../../indexer/load/settings-difference.ts';
import { openWorkbench, pageOf, type Workbench } from './workbench.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

const PAGES = 20;
let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.begin();
  for (let number = 1; number <= PAGES; number += 1) save(number);
});
afterEach(() => bench.clear());

function save(number: number, extra = ''): void {
  const text = `The ferry number ${number} left the port on time, with all its lamps lit.${extra}`;
  bench.write(`archive/${number}.html`, pageOf('port.example', `ferry-${number}`, text));
}

describe('a page that is rejected', () => {
  it('is named by every run and converted by one', async () => {
    bench.write('archive/menu.html', '<nav><a href="/">Home</a></nav>');
    const first = await bench.run();
    expect(first.rejections).toHaveLength(1);
    const tasks = await bench.taskCount();
    const second = await bench.run();
    expect(second).toMatchObject({ outcome: 'unchanged', rejections: first.rejections });
    expect(bench.converted).toEqual([]);
    expect(await bench.taskCount()).toBe(tasks);
  });

  it('is tried again when it or the rules of sites changed', async () => {
    bench.write('archive/menu.html', '<nav><a href="/">Home</a></nav>');
    await bench.run();
    bench.write('config/sites.yaml', '- { path: elsewhere, headline: h2 }\n');
    await bench.run();
    expect(bench.converted).toEqual(['menu.html']);
    bench.write('archive/menu.html', pageOf('port.example', 'menu', 'The port has a menu now.'));
    expect(await bench.run()).toMatchObject({ indexed: 1, rejections: [] });
    expect(await bench.run()).toMatchObject({ outcome: 'unchanged', rejections: [] });
  });
});

describe('a page that is too slow', () => {
  const tooSlow: typeof convertPage = (page, converter) =>
    page.path === '7.html' ? reject(page, 'too-slow', 'not done') : convertPage(page, converter);

  it.each([
    ['that was never indexed', false],
    ['of which an older form is indexed', true],
  ])('%s is tried by three runs, and again when it changed', async (_, indexed) => {
    if (indexed) await bench.run();
    save(7, ' Slow.');
    const kept = indexed ? 1 : 0;
    const named = { kept, rejections: [{ path: '7.html', code: 'too-slow' }] };
    for (let run = 1; run <= 3; run += 1) {
      expect(await bench.run({}, tooSlow)).toMatchObject(named);
      expect(bench.converted).toContain('7.html');
    }
    const tasks = await bench.taskCount();
    expect(await bench.run({}, tooSlow)).toMatchObject({ ...named, outcome: 'unchanged' });
    expect(bench.converted).toEqual([]);
    expect(await bench.taskCount()).toBe(tasks);
    expect((await bench.dispatches())['7.html'] !== undefined).toBe(indexed);
    save(7, ' Swift.');
    expect(await bench.run()).toMatchObject({ kept: 0, indexed: 1, rejections: [] });
    expect((await bench.dispatches())['7.html']?.text).toContain('Swift.');
  });
});

describe('a page that is the same', () => {
  it('is not converted when only its date changed, and not read again after that', async () => {
    await bench.run();
    utimesSync(bench.at('archive/7.html'), new Date(0), new Date(0));
    expect(await bench.run()).toMatchObject({ outcome: 'unchanged', unchanged: PAGES });
    expect(bench.converted).toEqual([]);
    const tasks = await bench.taskCount();
    expect(await bench.run()).toMatchObject({ outcome: 'unchanged' });
    expect(await bench.taskCount()).toBe(tasks);
  });

  it('is told from one of the same size under an old date', async () => {
    await bench.run();
    save(7, ' Lit.');
    await bench.run();
    save(7, ' Off.');
    utimesSync(bench.at('archive/7.html'), new Date(0), new Date(0));
    expect(await bench.run()).toMatchObject({ outcome: 'updated', indexed: 1 });
    expect((await bench.dispatches())['7.html']?.text).toContain('Off.');
  });

  it('is read again when it was saved in the moment of the run', async () => {
    vi.restoreAllMocks();
    save(7, ' Lit.');
    await bench.run();
    save(7, ' Off.');
    expect(await bench.run()).toMatchObject({ outcome: 'updated', indexed: 1 });
  });
});

describe('a rebuild that was asked to end', () => {
  async function breakOff(): Promise<void> {
    const ending = new AbortController();
    const stopped = await bench.run({
      full: true,
      signal: ending.signal,
      onProgress: ({ done }) => done >= PAGES / 2 && ending.abort(),
    });
    expect(stopped).toMatchObject({ outcome: 'stopped' });
  }

  it('is gone on with: the pages it converted are not converted again', async () => {
    await bench.run();
    const before = await bench.dispatches();
    await breakOff();
    const done = bench.converted.length;
    const report = await bench.run({ full: true });
    expect(report).toMatchObject({ outcome: 'swapped', total: PAGES, unchanged: done });
    expect(report.reason).toContain('goes on');
    expect(bench.converted).toHaveLength(PAGES - done);
    expect(await bench.dispatches()).toEqual(before);
  });

  it('does not bring back what changed, came or went meanwhile', async () => {
    await bench.run();
    await breakOff();
    const [changed = '', gone = '', moved = ''] = bench.converted;
    const ferry = `ferry-${changed.replace('.html', '')}`;
    bench.write(`archive/${changed}`, pageOf('port.example', ferry, 'It sails no more.'));
    rmSync(bench.at(`archive/${gone}`));
    renameSync(bench.at(`archive/${moved}`), bench.at('archive/moved.html'));
    const report = await bench.run({ full: true });
    expect(report).toMatchObject({ outcome: 'swapped', total: PAGES - 1 });
    const after = await bench.dispatches();
    expect(after[changed]?.text).toContain('It sails no more.');
    expect(Object.keys(after)).toHaveLength(PAGES - 1);
    expect(after[gone]).toBeUndefined();
    expect(after['moved.html']).toBeDefined();
  });

  it('begins anew when the configuration changed meanwhile', async () => {
    await bench.run();
    await breakOff();
    bench.write('config/sites.yaml', '- { domain: port.example, headline: .kicker }\n');
    expect(await bench.run({ full: true })).toMatchObject({ outcome: 'swapped', unchanged: 0 });
    expect(bench.converted).toHaveLength(PAGES);
    expect((await bench.dispatches())['7.html']?.headline).toBe('Kicker of ferry-7');
  });
});

describe('settings that changed', () => {
  it.each([
    ['ranking rules', { rankingRules: ['words', 'typo'] }],
    ['typo tolerance', { typoTolerance: { disableOnNumbers: false } }],
    ['fields to sort by', { sortableAttributes: ['id'] }],
    ['fields to filter by', { filterableAttributes: ['id', 'agency'] }],
    ['numbers of facet values', { faceting: { maxValuesPerFacet: 10 } }],
    [
      'the order of searched fields',
      { searchableAttributes: ['text', 'headline', 'names', 'standfirst'] },
    ],
  ])('are put right in the live index: %s', async (_, settings) => {
    await bench.run();
    const index = bench.client.index(LIVE_INDEX);
    await index.updateSettings(settings).waitTask();
    const [built, before] = [await createdAtOf(bench.client, LIVE_INDEX), await bench.dispatches()];
    const report = await bench.run();
    expect(report).toMatchObject({ mode: 'incremental', outcome: 'updated', indexed: 0 });
    expect(report.reason).toContain(Object.keys(settings)[0]);
    expect(bench.converted).toEqual([]);
    expect(await createdAtOf(bench.client, LIVE_INDEX)).toBe(built);
    expect(await settingsDifference(bench.client, LIVE_INDEX, dispatchIndexSettings)).toEqual([]);
    expect(await bench.dispatches()).toEqual(before);
    const { hits } = await index.search('ferry', {
      filter: 'agency = ansa',
      sort: ['sortAt:desc'],
    });
    expect(hits.length).toBeGreaterThan(0);
    expect(await bench.run()).toMatchObject({ outcome: 'unchanged' });
  });

  it('that make other words searchable are met by a rebuild', async () => {
    await bench.run();
    const index = bench.client.index(LIVE_INDEX);
    await index.updateSettings({ searchableAttributes: ['headline'] }).waitTask();
    const report = await bench.run();
    expect(report).toMatchObject({ mode: 'full', outcome: 'swapped' });
    expect(report.reason).toContain('searchableAttributes');
    expect(await createdAtOf(bench.client, NEXT_INDEX)).toBeNull();
  });
});
