import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAssets } from '../../src/pages/assets.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels, SUMMIT } from './archive.ts';
import { describeInChromium } from './chromium.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(ARCHIVE, { labels: archiveLabels });
});
afterAll(() => facade.stop());

const box = (page: Page, nth = 0) => page.getByRole('combobox').nth(nth);

describeInChromium('<dispatch-search> on a page of somebody else', (visit) => {
  it('offers persons, agencies and dispatches in the combobox pattern', async () => {
    const { page, errors, foreign } = await visit(`${facade.url}/demo`);
    await box(page).fill('rail');
    const option = page.getByRole('option', { name: /Ministers meet in Moscow on rail link/ });
    await option.waitFor();
    expect(await box(page).getAttribute('aria-expanded')).toBe('true');
    expect(await box(page).getAttribute('aria-activedescendant')).toBeNull();
    await box(page).press('ArrowDown');
    expect(await option.getAttribute('aria-selected')).toBe('true');
    expect(await box(page).getAttribute('aria-activedescendant')).toBe(
      await option.getAttribute('id'),
    );
    await box(page).press('Enter');
    await page.locator('h1').filter({ hasText: 'rail link' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/dispatches/${SUMMIT.id}`);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('searches what was typed when no line was chosen', async () => {
    const { page } = await visit(`${facade.url}/demo`);
    await box(page).fill('harvest');
    await page.getByRole('option').first().waitFor();
    await box(page).press('Enter');
    await page.locator('#results-heading').waitFor();
    expect(new URL(page.url()).search).toBe('?q=harvest');
  });

  it('Escape closes the list, then empties the box; the arrows go around', async () => {
    const { page } = await visit(`${facade.url}/demo`);
    await box(page).fill('harvest');
    const options = page.getByRole('option');
    await options.first().waitFor();
    await box(page).press('ArrowUp');
    expect(await options.last().getAttribute('aria-selected')).toBe('true');
    await box(page).press('ArrowDown');
    expect(await box(page).getAttribute('aria-activedescendant')).toBeNull();
    await box(page).press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await box(page).inputValue()).toBe('harvest');
    await box(page).press('Escape');
    expect(await box(page).inputValue()).toBe('');
  });

  it('works twice on a page and inside the shadow root of another element', async () => {
    const { page } = await visit(`${facade.url}/demo`);
    await page.evaluate(() => {
      const host = document.createElement('div');
      host.attachShadow({ mode: 'open' }).append(document.createElement('dispatch-search'));
      document.querySelector('main')?.append(host);
    });
    expect(await page.getByRole('combobox').count()).toBe(3);
    for (const nth of [1, 2]) {
      await box(page, nth).fill('lavrov');
      await page.getByRole('option', { name: /Lavrov/ }).waitFor();
      expect(await page.getByRole('option').count()).toBe(1);
      await box(page, nth).fill('');
      await page.getByRole('option').waitFor({ state: 'detached' });
    }
  });

  it('takes a key only when its host gives it one', async () => {
    const { page } = await visit(`${facade.url}/demo`);
    const isFocused = () => page.evaluate(() => document.activeElement?.tagName);
    await page.keyboard.press('/');
    expect(await isFocused()).toBe('BODY');
    await page.keyboard.press('Control+k');
    expect(await isFocused()).toBe('DISPATCH-SEARCH');
  });

  it('lets the host decide what a choice does', async () => {
    const { page } = await visit(`${facade.url}/demo`);
    await page.evaluate(() => {
      document.addEventListener('dispatch-search:choose', (event) => {
        event.preventDefault();
        document.title = (event as CustomEvent<{ kind: string }>).detail.kind;
      });
    });
    await box(page).fill('lavrov');
    await page.getByRole('option').first().click();
    expect(await page.title()).toBe('people');
    expect(new URL(page.url()).pathname).toBe('/demo');
  });

  it('keeps the style of its host out, and takes its properties', async () => {
    const { page } = await visit(`${facade.url}/demo`);
    const style = await box(page).evaluate((input) => {
      const { borderTopStyle, backgroundColor } = getComputedStyle(input);
      return { borderTopStyle, backgroundColor };
    });
    expect(style).toEqual({ borderTopStyle: 'solid', backgroundColor: 'rgb(255, 255, 255)' });
  });

  it('is a plain form without script', async () => {
    const { page } = await visit(`${facade.url}/demo`, { javaScriptEnabled: false });
    await page.getByRole('searchbox').first().fill('harvest');
    await page.getByRole('searchbox').first().press('Enter');
    expect(await page.locator('#results-heading').textContent()).toContain('harvest');
  });

  it('has no fault that axe can see, open and closed', async () => {
    const { page } = await visit(`${facade.url}/demo`);
    const faults = async () => {
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      );
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    };
    expect(await faults()).toEqual([]);
    await box(page).fill('harvest');
    await page.getByRole('option').first().waitFor();
    await box(page).press('ArrowDown');
    expect(await faults()).toEqual([]);
  });
});

describe('The script of the element', () => {
  it('is under 20 kB compressed, with every module that it loads', () => {
    const sizes = [...modulesOf('dispatch-search.js')].map(([, plain]) => gzipSync(plain).length);
    expect(sizes.length).toBeGreaterThan(5);
    const bytes = sizes.reduce((sum, length) => sum + length, 0);
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(20_000);
  });

  it('may be loaded by other sites under an address that stays', async () => {
    const response = await facade.get('/dispatch-search.js');
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toContain('text/javascript');
  });
});

/** A module and all that it imports, and these import. */
function modulesOf(
  name: string,
  files = readAssets().files,
  found = new Map<string, Buffer>(),
): ReadonlyMap<string, Buffer> {
  const plain = files.get(name)?.plain;
  if (plain === undefined) throw new Error(`${name} is imported and not served`);
  if (found.has(name)) return found;
  found.set(name, plain);
  for (const [, imported = ''] of plain.toString().matchAll(/from '\.\/([\w.-]+)'/g)) {
    modulesOf(imported, files, found);
  }
  return found;
}
