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

const heading = (page: Page) => page.locator('#results-heading');
const saying = (page: Page, words: string) => heading(page).filter({ hasText: words }).waitFor();
const search = (page: Page) => new URL(page.url()).search;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

describeInChromium('Filters on a phone', (visit) => {
  it('open as a dialog that keeps the focus, follow each tick, and close on the results', async () => {
    const { page, errors } = await visit(`${facade.url}/?q=harvest`, PHONE);
    expect(await page.locator('#filters-part').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Filter and sort' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Filter and sort' });
    await dialog.waitFor();
    expect(await dialog.getByLabel('Order').isVisible()).toBe(true);
    for (let i = 0; i < 80; i += 1) {
      await page.keyboard.press('Tab');
      // Between the last control and the first, the focus is in the browser's own bar.
      expect(await page.evaluate(holdsFocus)).toBe(true);
    }
    await dialog.getByRole('checkbox', { name: /^TASS/ }).check();
    await dialog.getByRole('button', { name: 'Show 48 dispatches' }).click();
    expect(await focused(page)).toBe('results-heading');
    expect(await heading(page).textContent()).toBe('48 dispatches for “harvest”');
    expect(search(page)).toBe('?q=harvest&agency=tass');
    expect(await page.getByRole('button', { name: 'Filter and sort 1 selected' }).count()).toBe(1);
    expect(errors).toEqual([]);
  });

  it('Escape closes the dialog and gives the focus back to its button', async () => {
    const { page } = await visit(facade.url, PHONE);
    await page.getByRole('button', { name: 'Filter and sort' }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('open-filters');
  });

  it('the order is chosen in the dialog too', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`, PHONE);
    await page.getByRole('button', { name: 'Filter and sort' }).click();
    await page.getByLabel('Order').selectOption({ label: 'Oldest dispatch first' });
    await page.waitForURL(/sort=oldest/);
    await page.keyboard.press('Escape');
    expect(await page.locator('.hit time').first().getAttribute('datetime')).toMatch(/^1990/);
  });

  it('stand open without script', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`, {
      ...PHONE,
      javaScriptEnabled: false,
    });
    expect(await page.locator('#open-filters').isVisible()).toBe(false);
    await page.getByRole('checkbox', { name: /^TASS/ }).check();
    await page.getByRole('button', { name: 'Apply' }).first().click();
    expect(search(page)).toBe('?q=harvest&agency=tass');
  });
});

describeInChromium('A long facet', (visit) => {
  it('opens as a dialog over the results, is ordered by name, and a tick narrows at once', async () => {
    const { page, errors } = await visit(`${facade.url}/?q=harvest`);
    await page.getByRole('link', { name: 'All people' }).click();
    const dialog = page.getByRole('dialog', { name: 'All people' });
    await dialog.waitFor();
    expect(await focused(page)).toBe('find');
    await dialog.getByLabel('Order').selectOption({ label: 'A–Z' });
    await page.waitForResponse(/order=name/);
    const names = () => dialog.locator('.value').allTextContents();
    await expect.poll(names).toEqual((await names()).toSorted(new Intl.Collator('en').compare));
    const box = dialog.getByRole('checkbox').nth(5);
    const label = (await box.getAttribute('aria-label')) ?? '';
    const count = /, (\d+) dispatch/.exec(label)?.[1];
    await box.check();
    await saying(page, `${count} dispatches`);
    await dialog.getByRole('button', { name: `Show ${count} dispatches` }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('results-heading');
    expect(search(page)).toMatch(/^\?q=harvest&person=[a-z-]+$/);
    expect(errors).toEqual([]);
  });

  it('is looked through by any spelling and script, in the dialog and in the panel, and says how many match', async () => {
    const { page } = await visit(facade.url);
    await page.getByLabel('Find in the list: Person').fill('Путин');
    const inPanel = page.locator('#facet-person').getByRole('checkbox', {
      name: /^Vladimir Putin, also .*Путин, 4 dispatches$/,
    });
    await inPanel.waitFor();
    await page.getByRole('status').filter({ hasText: '1 match' }).waitFor({ state: 'attached' });
    await page.getByRole('link', { name: 'All people' }).click();
    const dialog = page.getByRole('dialog', { name: 'All people' });
    await dialog.getByLabel('Find a person').fill('普京');
    await dialog.getByRole('checkbox', { name: /^Vladimir Putin, also .*普京/ }).waitFor();
    expect(await dialog.getByRole('checkbox').count()).toBe(1);
    expect(await dialog.locator('#found').textContent()).toBe('1 match');
  });

  it('a person found in the panel by another name can be ticked there', async () => {
    const { page } = await visit(facade.url);
    await page.getByLabel('Find in the list: Person').fill('Путин');
    const found = page.getByRole('checkbox', { name: /^Vladimir Putin, also/ });
    // Not `check`, which looks for the box again: in the results that follow it no longer says "also".
    await found.click();
    await saying(page, '4 dispatches (1 family)');
    expect(await page.locator('#person-vladimir-putin').isChecked()).toBe(true);
    expect(search(page)).toBe('?person=vladimir-putin');
    expect(await focused(page)).toBe('person-vladimir-putin');
  });

  it('without script its page finds an agency by an alias, and keeps the search', async () => {
    const { page } = await visit(`${facade.url}/facets/agency?q=harvest&period=30d`, {
      javaScriptEnabled: false,
    });
    await page.getByLabel('Find an agency').fill('ТАСС');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('checkbox', { name: /^TASS, also ТАСС/ }).check();
    await page.getByRole('button', { name: 'Apply' }).click();
    expect(search(page)).toBe('?q=harvest&period=30d&agency=tass');
  });
});

describeInChromium('The timeline', (visit) => {
  it('has handles for the arrow keys, which write into the date fields and keep the focus', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    const from = page.getByRole('slider', { name: 'First period shown' });
    await from.focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
    expect(await page.locator('#from').inputValue()).toBe('1993');
    expect(await from.getAttribute('aria-valuetext')).toBe('1993: 12 dispatches');
    await saying(page, '108 dispatches');
    expect(search(page)).toBe('?q=harvest&from=1993&to=2025');
    expect(await focused(page)).toBe('edge-from');
    await page.keyboard.press('ArrowLeft');
    await saying(page, '120 dispatches');
    await page.getByRole('slider', { name: 'Last period shown' }).focus();
    await page.keyboard.press('Home');
    await saying(page, '12 dispatches');
    expect(search(page)).toBe('?q=harvest&from=1992&to=1992');
  });

  it('both handles at their ends are no limit at all', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.getByRole('slider', { name: 'First period shown' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(1_000);
    expect(search(page)).toBe('?q=harvest');
  });

  it('lets a reader select text below it: only a drag on the bars is one', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    const box = await page.locator('.snippet').first().boundingBox();
    await page.mouse.move((box?.x ?? 0) + 5, (box?.y ?? 0) + 8);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 12, { steps: 5 });
    await page.mouse.up();
    await page.waitForTimeout(500);
    expect(search(page)).toBe('?q=harvest');
    expect(await page.locator('#from').inputValue()).toBe('');
  });

  it('reads as a table, whose rows narrow', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.getByText('The timeline as a table').click();
    await page.getByRole('row', { name: '1995 12' }).getByRole('link').click();
    await saying(page, '12 dispatches');
  });
});

describeInChromium('Spans that end today', (visit) => {
  it.each([true, false])(
    'stay relative in every address (script: %s)',
    async (javaScriptEnabled) => {
      const { page } = await visit(`${facade.url}/?q=harvest`, { javaScriptEnabled });
      await page.getByRole('link', { name: 'Last 7 days' }).click();
      // 24 to 30 September.
      await saying(page, '3 dispatches');
      expect(search(page)).toBe('?q=harvest&period=7d');
      expect(await page.getByRole('link', { name: 'Remove the filter Last 7 days' }).count()).toBe(
        1,
      );
      await page.getByRole('link', { name: 'not TASS' }).click();
      await page.waitForURL(/agency_not=tass&period=7d$/);
      await page.locator('#q').fill('report');
      await page.locator('#q').press('Enter');
      await page.waitForURL(/\?q=report&(period=7d&agency_not=tass|agency_not=tass&period=7d)$/);
      await page.locator('.hit h3 a').first().click();
      await page.getByRole('link', { name: 'Back to the results' }).click();
      await saying(page, 'for “report”');
      expect(search(page)).toBe('?q=report&agency_not=tass&period=7d');
      await page.getByRole('link', { name: 'Last 7 days', exact: true }).click();
      await page.waitForURL(/\?q=report&agency_not=tass$/);
    },
  );

  it('give way to days of the reader’s own', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest&period=year`);
    await saying(page, '12 dispatches');
    await page.getByLabel('From', { exact: true }).fill('1999');
    await page.getByLabel('From', { exact: true }).press('Enter');
    await page.waitForURL(/\?q=harvest&from=1999$/);
    await saying(page, '36 dispatches');
  });

  it('that nobody knows are refused', async () => {
    expect((await facade.get('/?period=9w')).status).toBe(400);
  });
});

describeInChromium('Reprints', (visit) => {
  it.each([true, false])(
    'are folded, open in place, and can be listed (script: %s)',
    async (javaScriptEnabled) => {
      const { page } = await visit(`${facade.url}/?q=bridge`, { javaScriptEnabled });
      expect(await heading(page).textContent()).toBe('4 dispatches (1 family) for “bridge”');
      expect(await page.locator('.hit').count()).toBe(1);
      await page.getByText('+ 3 versions').click();
      const versions = page.locator('.versions li');
      expect(await versions.count()).toBe(3);
      expect(await versions.filter({ hasText: 'a translation' }).textContent()).toContain(
        'Italian',
      );
      await page.getByLabel('List every reprint and translation').check();
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Apply' }).last().click();
      await page.waitForURL(/\?q=bridge&group=none$/);
      await saying(page, '4 dispatches for “bridge”');
      expect(await page.locator('.hit').count()).toBe(4);
    },
  );

  it('are counted one by one in facets, and a click finds as many', async () => {
    const { page } = await visit(`${facade.url}/?q=bridge`);
    await page.getByRole('checkbox', { name: 'KCNA, 3 dispatches' }).check();
    await saying(page, '3 dispatches (1 family)');
  });

  it('are one line in the suggestions', async () => {
    const { headlines } = await (await facade.get('/v1/suggest?q=bridge')).json();
    expect(headlines).toHaveLength(1);
  });

  it('are read one after the other as they are listed: folded', async () => {
    const { page } = await visit(`${facade.url}/?sort=newest`, { javaScriptEnabled: false });
    await page.locator('.hit h3 a').first().click();
    expect(await page.locator('.way-back').textContent()).toContain('1 of 146');
  });
});

describeInChromium('Did you mean', (visit) => {
  it.each([true, false])(
    'is a link below the box; what was typed stays (script: %s)',
    async (javaScriptEnabled) => {
      const { page } = await visit(facade.url, { javaScriptEnabled });
      await page.locator('#q').fill('haverst raport');
      await page.locator('#q').press('Enter');
      const meant = page.getByRole('navigation', { name: 'Did you mean' });
      await meant.waitFor();
      expect(await page.locator('#q').inputValue()).toBe('haverst raport');
      const link = meant.getByRole('link', { name: 'harvest report' });
      expect(await meant.textContent()).toContain('144 dispatches');
      await link.click();
      await saying(page, '144 dispatches for “harvest report”');
      expect(await page.locator('.meant').isVisible()).toBe(false);
      expect(await page.locator('#q').inputValue()).toBe('harvest report');
    },
  );

  it('is said to screen readers with the count, and hits tell what is spelt similarly', async () => {
    const { page } = await visit(facade.url);
    await page.locator('#q').fill('harvset');
    await page
      .getByRole('status')
      .filter({ hasText: /for “harvset”.*Did you mean.*harvest/ })
      .waitFor({ state: 'attached' });
    expect(await page.locator('.similar').first().textContent()).toBe('similar spelling: Harvest');
  });

  it('stands in the empty state together with what to drop', async () => {
    const { page } = await visit(`${facade.url}/?q=hrvest&agency=tass&place=Rason`);
    expect(await page.getByRole('heading', { name: 'What would help' }).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Show every dispatch' }).count()).toBe(1);
    expect(
      await page.locator('.empty').getByRole('link', { name: 'What the archive holds' }).count(),
    ).toBe(1);
  });
});

describeInChromium('Back and forward', (visit) => {
  it('come to the same results at the same scroll, in both directions', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.evaluate(() => scrollTo(0, 900));
    await page.waitForTimeout(300);
    await page.getByRole('link', { name: 'Page 2' }).evaluate((link: HTMLElement) => link.click());
    await page.waitForURL(/page=2/);
    await page.evaluate(() => scrollTo(0, 500));
    await page.waitForTimeout(300);
    await page.goBack();
    await expect.poll(() => page.locator('.range-line').textContent()).toBe('1–20 of 144');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    await page.goForward();
    await expect.poll(() => page.locator('.range-line').textContent()).toBe('21–40 of 144');
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(500);
  });

  it('from a dispatch lead to where the reader was', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.locator('.hit h3 a').nth(9).scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(0);
    await page.locator('.hit h3 a').nth(9).click();
    await page.locator('h1').waitFor();
    await page.goBack();
    await heading(page).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
  });
});

describeInChromium('When the connection was away', (visit) => {
  it('one button tries the same search again', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest`);
    await page.context().setOffline(true);
    await page.locator('#q').fill('bridge');
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.context().setOffline(false);
    await again.click();
    await saying(page, 'for “bridge”');
    expect(await page.locator('#trouble').isHidden()).toBe(true);
  });
});

/** Runs in the page: true when the open dialog has the focus, or nothing has. */
function holdsFocus(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.closest('dialog') !== null;
}
