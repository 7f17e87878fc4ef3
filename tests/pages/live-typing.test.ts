import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels } from './archive.ts';
import { describeInChromium } from './chromium.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(ARCHIVE, { labels: archiveLabels });
});
afterAll(() => facade.stop());

const heading = (page: Page) => page.locator('#results-heading');
const search = (page: Page) => new URL(page.url()).search;

describeInChromium('While somebody types', (visit) => {
  it('the results follow; the focus, the caret and the selection stay in the box', async () => {
    const { page, errors } = await visit(facade.url);
    const box = page.getByRole('searchbox', { name: 'Search the dispatches' });
    await box.pressSequentially('harvesst');
    await heading(page).filter({ hasText: 'for “harvesst”' }).waitFor();
    await box.press('ArrowLeft');
    await box.press('ArrowLeft');
    await box.press('Backspace');
    await heading(page).filter({ hasText: '45 dispatches for “harvest”' }).waitFor();
    expect(await box.evaluate((one) => document.activeElement === one)).toBe(true);
    expect(await box.evaluate((one: HTMLInputElement) => one.selectionStart)).toBe(5);
    expect(errors).toEqual([]);
  });

  it('typing leaves no steps behind in the history; a decision leaves one', async () => {
    const { page } = await visit(`${facade.url}/?q=rail`);
    await page.locator('#q').fill('harvest');
    await heading(page).filter({ hasText: '45 dispatches' }).waitFor();
    await page.getByRole('checkbox', { name: 'ANSA, 15 dispatches' }).check();
    await heading(page).filter({ hasText: '15 dispatches' }).waitFor();
    expect(search(page)).toBe('?q=harvest&agency=ansa');
    await page.goBack();
    await heading(page).filter({ hasText: '45 dispatches' }).waitFor();
    expect(search(page)).toBe('?q=harvest');
    expect(await page.locator('#q').inputValue()).toBe('harvest');
    await page.goForward();
    await heading(page).filter({ hasText: '15 dispatches' }).waitFor();
    expect(await page.getByRole('checkbox', { name: /^ANSA/ }).isChecked()).toBe(true);
  });

  it('a stale answer never replaces a newer one', async () => {
    const { page } = await visit(facade.url);
    await page.route(/q=harves$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      await route.continue().catch(() => undefined);
    });
    await page.locator('#q').fill('harves');
    await page.waitForRequest(/q=harves$/);
    await page.locator('#q').fill('rail');
    await heading(page).filter({ hasText: 'for “rail”' }).waitFor();
    await page.waitForTimeout(2500);
    expect(await heading(page).textContent()).toContain('for “rail”');
    expect(search(page)).toBe('?q=rail');
  });

  it('the count is said politely once the typing rests, and nothing else is', async () => {
    const { page } = await visit(facade.url);
    const status = page.getByRole('status');
    expect(await status.textContent()).toBe('');
    await page.locator('#q').fill('harvest');
    await status.filter({ hasText: '45 dispatches for “harvest”' }).waitFor({ state: 'attached' });
    expect(await page.locator('[aria-live]').count()).toBe(1);
  });

  it('the focus goes to the next chip when one is taken away, and to the results after the last', async () => {
    const { page } = await visit(`${facade.url}/?agency=ansa&agency=tass`);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('link', { name: 'Remove the filter ANSA' }).press('Enter');
    await heading(page).filter({ hasText: '16 dispatches' }).waitFor();
    expect(await focused()).toBe('Remove the filter TASS×');
    await page.getByRole('link', { name: 'Remove the filter TASS' }).press('Enter');
    await heading(page).filter({ hasText: '50 dispatches' }).waitFor();
    expect(await focused()).toBe('50 dispatches');
  });

  it('a checkbox keeps the focus after it has narrowed the results', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.getByRole('checkbox', { name: /^ANSA/ }).focus();
    await page.keyboard.press('Space');
    await heading(page).filter({ hasText: '15 dispatches' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('agency-ansa');
  });

  it('a drag over the timeline fills the two date fields', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    const bar = async (year: string) => {
      const box = await page.locator(`[data-period="${year}"]`).boundingBox();
      return [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 10] as const;
    };
    await page.mouse.move(...(await bar('1994')));
    await page.mouse.down();
    await page.mouse.move(...(await bar('1993')));
    await page.mouse.move(...(await bar('1992')));
    await page.mouse.up();
    await heading(page).filter({ hasText: '15 dispatches' }).waitFor();
    expect(search(page)).toBe('?q=harvest&from=1992&to=1994');
    expect(await page.getByLabel('From', { exact: true }).inputValue()).toBe('1992');
    expect(await page.getByLabel('To', { exact: true }).inputValue()).toBe('1994');
  });

  it('a wrong date is said where it was typed, and the results stay', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.getByLabel('From', { exact: true }).fill('1990-13');
    await page.getByLabel('From', { exact: true }).press('Tab');
    await page.locator('#trouble').filter({ hasText: 'from' }).waitFor();
    expect(await heading(page).textContent()).toBe('45 dispatches for “harvest”');
  });

  it('without connection the old results stay, and that is said', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.context().setOffline(true);
    await page.locator('#q').fill('rail');
    await page.getByRole('alert').filter({ hasText: 'No connection' }).waitFor();
    expect(await page.locator('.hit').count()).toBe(20);
    await page.context().setOffline(false);
    await page.locator('#q').fill('rail link');
    await heading(page).filter({ hasText: 'rail link' }).waitFor();
    expect(await page.locator('#trouble').isHidden()).toBe(true);
  });

  it('a dispatch is opened by keyboard alone, and Escape leads back to the same results', async () => {
    const { page } = await visit(facade.url);
    await page.keyboard.press('/');
    await page.keyboard.type('rail link');
    await heading(page).filter({ hasText: 'rail link' }).waitFor();
    for (let i = 0; i < 80; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.closest('.hit') !== null)) break;
    }
    await page.keyboard.press('Enter');
    await page.locator('h1').waitFor();
    await page.keyboard.press('Escape');
    await heading(page).waitFor();
    expect(search(page)).toBe('?q=rail+link');
  });
});
