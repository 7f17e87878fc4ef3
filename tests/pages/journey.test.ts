import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { busyArchive, busyOptions } from './busy-archive.ts';
import { describeInChromium } from './chromium.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(busyArchive, busyOptions);
});
afterAll(() => facade.stop());

const saying = (page: Page, words: string) =>
  page.locator('#results-heading').filter({ hasText: words }).waitFor();
/** The address as a set of parameters: a form writes them in the order of its fields. */
const search = (page: Page) => [...new URL(page.url()).searchParams].map(String).sort();
const asked = (url: string) => [...new URLSearchParams(url)].map(String).sort();

/** Presses Tab until the focus is on what is wanted; fails when the page ends before. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  expect.fail(`the keyboard never came to ${selector}`);
}

describeInChromium('From a question to a citation', (visit) => {
  it('without a mouse: type, narrow, brush, go back, share the address, open, cite', async () => {
    const { page, errors, foreign } = await visit(facade.url);
    await page.keyboard.press('/');
    await page.keyboard.type('harvest');
    await saying(page, '144 dispatches');

    await tabTo(page, '#agency-tass');
    await page.keyboard.press('Space');
    await saying(page, '48 dispatches');

    await tabTo(page, '#edge-from');
    for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
    await saying(page, '28 dispatches');
    const shared = page.url();
    expect(search(page)).toEqual(asked('?q=harvest&agency=tass&from=1995&to=2025'));

    // A browser without a window has no keys of its own for these.
    await page.goBack();
    await saying(page, '48 dispatches');
    await page.goForward();
    await saying(page, '28 dispatches');

    const other = (await visit(shared)).page;
    await saying(other, '28 dispatches for “harvest”');
    await tabTo(other, '.hit h3 a');
    await other.keyboard.press('Enter');
    await other.locator('h1').filter({ hasText: 'Harvest report' }).waitFor();
    await other.keyboard.press('ArrowRight');
    await other.locator('.way-back').filter({ hasText: '2 of 28' }).waitFor();
    await tabTo(other, 'a[href$="cite.ris"]');
    const [download] = await Promise.all([
      other.waitForEvent('download'),
      other.keyboard.press('Enter'),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.ris$/);
    await other.keyboard.press('Escape');
    await saying(other, '28 dispatches');
    expect(search(other)).toEqual(asked(new URL(shared).search));
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('without script: type, narrow, brush by the table, go back, share the address, open, cite', async () => {
    const { page } = await visit(facade.url, { javaScriptEnabled: false });
    await page.locator('#q').fill('harvest');
    await page.locator('#q').press('Enter');
    await saying(page, '144 dispatches');
    await page.getByRole('checkbox', { name: /^TASS/ }).check();
    await page.getByRole('button', { name: 'Apply' }).last().click();
    await saying(page, '48 dispatches');
    await page.getByText('The timeline as a table').click();
    await page.getByRole('row', { name: /^1995/ }).getByRole('link').click();
    await saying(page, '4 dispatches');
    await page.goBack();
    await saying(page, '48 dispatches');
    await page.goForward();
    const shared = page.url();
    expect(search(page)).toEqual(asked('?q=harvest&agency=tass&from=1995&to=1995'));

    const other = (await visit(shared, { javaScriptEnabled: false })).page;
    await other.locator('.hit h3 a').first().click();
    await other.getByRole('link', { name: 'Next dispatch' }).click();
    const [download] = await Promise.all([
      other.waitForEvent('download'),
      other.locator('a[href$="cite.ris"]').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.ris$/);
    await other.getByRole('link', { name: 'Back to the results' }).click();
    expect(other.url()).toBe(shared);
  });
});
