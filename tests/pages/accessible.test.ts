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
  ['another spelling', '/?q=harvset+raport'],
  ['a span until today', '/?q=harvest&period=year'],
  ['every reprint listed', '/?group=none&sort=oldest'],
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
  ['the description of the API', '/v1/docs'],
  ['a page that is not there', '/nowhere'],
  ['a search that cannot be read', '/?sort=best'],
];

/** Where the targets are measured: a search, its facets and a dispatch; the others are made of the same parts. */
const FOR_FINGERS = new Set(STATES.slice(0, 12).map(([, path]) => path));

describeInChromium('Every page and state', (visit) => {
  it.each(STATES)(
    '%s has no fault and no small target, light and dark, wide and narrow, and breaks no policy',
    async (_, path) => {
      const { page, errors, foreign } = await visit(`${facade.url}${path}`);
      expect(await faults(page)).toEqual([]);
      const hasTargets = FOR_FINGERS.has(path);
      if (hasTargets) expect(await page.evaluate(smallTargets)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      if (hasTargets) expect(await page.evaluate(smallTargets)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.setViewportSize({ width: 320, height: 640 });
      await openEverything(page);
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(sidewaysExcess)).toBe(0);
      expect(await page.evaluate(brokenWords)).toEqual([]);
      expect(errors.filter((error) => !error.includes('status of 40'))).toEqual([]);
      expect(foreign).toEqual([]);
      expect(await page.evaluate('globalThis.broken')).toBeUndefined();
    },
  );

  it.each(STATES.slice(0, 2))('%s has no fault in forced colours', async (_, path) => {
    const { page } = await visit(`${facade.url}${path}`, { forcedColors: 'active' });
    expect(await faults(page)).toEqual([]);
  });

  it('the filters of a phone have no fault, light and dark', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest&agency=tass`, {
      viewport: { width: 390, height: 844 },
    });
    await page.getByRole('button', { name: 'Filter and sort' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(smallTargets)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page)).toEqual([]);
  });

  it('without connection there is no fault', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.context().setOffline(true);
    await page.locator('#q').fill('rail');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await faults(page)).toEqual([]);
  });

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
  it('does not shift while it loads, nor when results follow a tick', async () => {
    const { page } = await visit('about:blank');
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          seen.shift += (entry as PerformanceEntry & { value: number }).value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${facade.url}/?q=harvest`, { waitUntil: 'networkidle' });
    await page.waitForTimeout(300);
    expect(await page.evaluate('seen.shift')).toBe(0);
  });

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

/** Runs in the page: examples in hints that are broken at a hyphen into two lines. */
function brokenWords(): readonly string[] {
  return [...document.querySelectorAll('#q-hint, #date-hint')].flatMap((hint) => {
    const walker = document.createTreeWalker(hint, NodeFilter.SHOW_TEXT);
    const broken: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S*-\S+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(word);
      }
    }
    return broken;
  });
}

/** Runs in the page: pixels that stick out at the side. */
function sidewaysExcess(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/**
 * Runs in the page: links and controls smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). Links inside a line of
 * text are excepted, and boxes whose label is large enough.
 */
function smallTargets(): readonly string[] {
  const isInline = (element: Element) =>
    element.matches('a') &&
    getComputedStyle(element).display === 'inline' &&
    element.closest('p, dt, dd, .origin, h3, td, th, code') !== null;
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return element.checkVisibility() && width > 1 && height > 1;
  };
  const boxOf = (element: Element) => (element.closest('label') ?? element).getBoundingClientRect();
  return [...document.querySelectorAll('a[href], button, input, select, summary')]
    .filter(
      (element) => isSeen(element) && !isInline(element) && !element.closest('#chart, .skip-links'),
    )
    .filter((element) => boxOf(element).width < 23.5 || boxOf(element).height < 23.5)
    .map(
      (element) =>
        `${element.outerHTML.slice(0, 120)} ${boxOf(element).width}×${boxOf(element).height}`,
    );
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
