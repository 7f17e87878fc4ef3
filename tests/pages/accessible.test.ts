import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels, SUMMIT } from './archive.ts';
import { faults } from './axe.ts';
import { describeInChromium } from './chromium.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(ARCHIVE, { labels: archiveLabels });
});
afterAll(() => facade.stop());

/** Every page and state, by the words a reader would use. */
const STATES: readonly (readonly [string, string])[] = [
  ['the first page', '/'],
  ['narrowed results', '/?q=harvest&agency=tass&agency=yonhap&place_not=Moscow&from=1991&to=1996'],
  ['a later page of results', '/?q=harvest&page=2'],
  ['nothing found', '/?q=harvest&place=Moscow&agency=tass'],
  ['undated dispatches', '/?undated=only'],
  ['a hostile dispatch among the results', '/?q=hostile'],
  ['results in Korean', '/?lang=ko'],
  ['all values of a facet', '/facets/agency?q=harvest'],
  ['a dispatch', `/dispatches/${SUMMIT.id}?q=rail`],
  ['a dispatch without headline and agency', '/dispatches/nameless-0001'],
  ['a hostile dispatch', '/dispatches/hostile-0001'],
  ['a comparison', `/dispatches/${SUMMIT.id}/compare/hostile-0001`],
  ['a person', '/people/kim-yo-jong'],
  ['a day of the year', '/on-this-day/06-01'],
  ['what is held', '/coverage'],
  ['the state of the index', '/status'],
  ['a page that is not there', '/nowhere'],
  ['a search that cannot be read', '/?sort=best'],
];

describeInChromium('Every page and state', (visit) => {
  it.each(STATES)(
    '%s has no fault, light and dark, wide and narrow, and breaks no policy',
    async (_, path) => {
      const { page, errors, foreign } = await visit(`${facade.url}${path}`);
      expect(await faults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 320, height: 640 });
      await openEverything(page);
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(sidewaysExcess)).toBe(0);
      expect(errors.filter((error) => !error.includes('status of 40'))).toEqual([]);
      expect(foreign).toEqual([]);
      expect(await page.evaluate('globalThis.broken')).toBeUndefined();
    },
  );

  it('in Italian there is no fault either', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest&ui=it`);
    expect(await faults(page)).toEqual([]);
  });

  it('the list of keys has no fault, and single keys can be switched off', async () => {
    const { page } = await visit(facade.url);
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    expect(await faults(page)).toEqual([]);
    await page.getByRole('checkbox', { name: 'Use the keys' }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    expect(await page.locator('#q').evaluate((box) => document.activeElement === box)).toBe(false);
    await page.keyboard.press('Control+k');
    expect(await page.locator('#q').evaluate((box) => document.activeElement === box)).toBe(true);
  });
});

describeInChromium('The first page', (visit) => {
  it('weighs under 60 kB over the wire, everything counted', async () => {
    const { page } = await visit('about:blank');
    const session = await page.context().newCDPSession(page);
    let bytes = 0;
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(facade.url, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(60_000);
  });

  it('can be walked by keyboard: skip links first, then the box, and the focus is always seen', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    const walked: string[] = [];
    for (let i = 0; i < 90; i++) {
      await page.keyboard.press('Tab');
      walked.push(await page.evaluate(nameOfFocus));
    }
    expect(walked.slice(0, 3)).toEqual([
      'Skip to the search box',
      'Skip to the filters',
      'Skip to the results',
    ]);
    expect(walked.indexOf('q')).toBeLessThan(walked.indexOf('from'));
    expect(walked.indexOf('from')).toBeLessThan(walked.indexOf('agency-ansa'));
    expect(walked.some((name) => name.startsWith('Harvest report'))).toBe(true);
    expect(walked.filter((name) => name === 'hidden')).toEqual([]);
  });
});

/** Runs in the page: pixels that stick out at the side. */
function sidewaysExcess(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

async function openEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Runs in the page: the name of what has the focus, or `hidden` when nobody could see it. */
function nameOfFocus(): string {
  const active = document.activeElement;
  const { width, height, bottom, right } = active?.getBoundingClientRect() ?? new DOMRect();
  if (active !== document.body && (width < 1 || height < 1 || bottom < 0 || right < 0))
    return 'hidden';
  return active?.id || (active?.textContent?.trim() ?? '');
}
