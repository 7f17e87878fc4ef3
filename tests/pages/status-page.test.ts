import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { byCode, readRunReports } from '../../src/pages/status/run-report.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { faults } from './axe.ts';
import { describeInChromium } from './chromium.ts';

const REPORT = {
  ...{ startedAt: '2026-11-24T03:10:00.000Z', durationMs: 61_200, mode: 'incremental' },
  ...{ reason: 'changed pages', outcome: 'updated', problem: null },
  ...{ read: 1_862, indexed: 12, unchanged: 1_845, removed: 1, kept: 0, total: 1_858 },
  rejections: [
    { path: 'old/menu.html', code: 'no-text', detail: 'menus and boxes, but no text' },
    { path: 'old/<b>.html', code: 'no-text', detail: 'nothing but a title' },
    { path: 'old/cut.html', code: 'empty', detail: '0 bytes' },
  ],
  filled: { agency: 98.5, dispatchedOn: 97.2 },
  families: null,
};
const REFUSED = {
  ...{ startedAt: '2026-11-23T03:10:00.000Z', durationMs: 400, outcome: 'refused' },
  problem: '1,700 of 1,858 dispatches would leave the index',
  families: { families: 545, members: 1_348, changed: 0 },
};

let reports: readonly object[] = [];
let nextRun: Date | null = null;
let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade([], {
    reindexReports: async () => reports,
    nextRun: () => nextRun,
  });
});
afterAll(() => facade.stop());

const words = async (path: string) =>
  (await (await facade.get(path)).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('The state of the archive', () => {
  it('is told before the first run, too', async () => {
    reports = [];
    nextRun = null;
    const page = await words('/status');
    expect(page).toContain('Next run: none is planned');
    expect(page).toContain('No run has left a report yet.');
  });

  it('is the last run, the next one, and every rejected page by its fault', async () => {
    reports = [REPORT, REFUSED];
    nextRun = new Date('2026-11-26T03:10:00Z');
    const page = await words('/status');
    expect(page).toMatch(/Next run: 26 November 2026/);
    expect(page).toContain('the index took the changes.');
    expect(page).toContain('Pages read 1,862');
    expect(page).toContain('Families 545 1,348 dispatches');
    expect(page).toMatch(
      /no text found no-text · 2 The page has .*? old\/menu.html menus and boxes, but no text/,
    );
    expect(page).toContain('old/&lt;b&gt;.html');
    expect(page).toContain('Agency 98.5%');
    expect(page).toContain('refused: the old index stays');
    expect(await words('/status?ui=it')).toContain('ma nessun testo di articolo.');
  });

  it('says what was wrong when the last run failed', async () => {
    reports = [REFUSED, REPORT];
    expect(await words('/status')).toContain(REFUSED.problem);
  });

  it('is in the API as well', async () => {
    reports = [REFUSED, REPORT];
    expect((await (await facade.get('/v1/reindex')).json()).data).toEqual(reports);
  });

  it('is linked from every page', async () => {
    expect(await (await facade.get('/nowhere')).text()).toContain('href="/status"');
  });
});

describe('Reports', () => {
  it('of an older version count as far as they go; what is no report is left out', () => {
    expect(readRunReports([{ outcome: 'exploded' }, REFUSED, {}])).toEqual([
      expect.objectContaining({ outcome: 'refused', read: 0, rejections: [], filled: null }),
    ]);
  });

  it('give the most frequent fault first', () => {
    expect(byCode(REPORT.rejections).map(([code, pages]) => [code, pages.length])).toEqual([
      ['no-text', 2],
      ['empty', 1],
    ]);
  });
});

describeInChromium('The state of the archive', (visit) => {
  it.each([1280, 390])('has no fault at %i pixels, light and dark', async (width) => {
    reports = [REPORT, REFUSED];
    const { page, errors } = await visit(`${facade.url}/status`, {
      viewport: { width, height: 800 },
    });
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
