import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels, SUMMIT } from './archive.ts';
import { describeInChromium } from './chromium.ts';

let host: Server;
let hostUrl: string;
let facade: TestFacade;
let closed: TestFacade;

/** The page of somebody else: its own origin, its own style, and a policy that allows only what it must. */
const pageOf = (archive: string) => `<!doctype html><html lang="it"><head><meta charset="utf-8">
<title>Un sito</title><link rel="stylesheet" href="/site.css">
<script type="module" src="${archive}/dispatch-search.js"></script></head>
<body><main><h1>Un sito</h1>
<dispatch-search id="first" shortcut="mod+k"><form action="${archive}/"><label>Cerca <input name="q"></label></form></dispatch-search>
<dispatch-search id="second" lang="en" label="Wire archive" api="${archive}/"></dispatch-search>
<label>Commento <input id="comment"></label></main></body></html>`;

const CSS = `* { color: red !important; font-size: 40px; } input { border: 9px dotted lime; }
#second { --dispatch-search-accent: rgb(0, 0, 128); --dispatch-search-radius: 0px; }
#second::part(button) { text-transform: uppercase; }`;

beforeAll(async () => {
  host = createServer((request, response) => {
    const isStyle = request.url === '/site.css';
    const archive = request.url === '/closed' ? closed.url : facade.url;
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src ${archive}; connect-src ${archive}; style-src 'self'; form-action ${archive}; require-trusted-types-for 'script'`,
    );
    response.setHeader('content-type', isStyle ? 'text/css' : 'text/html');
    response.end(isStyle ? CSS : pageOf(archive));
  });
  await new Promise<void>((resolve) => {
    host.listen(0, '127.0.0.1', resolve);
  });
  // "localhost" and 127.0.0.1 are two origins, and each port is one more.
  hostUrl = `http://localhost:${(host.address() as AddressInfo).port}`;
  [facade, closed] = await Promise.all([
    startFacade(ARCHIVE, { labels: archiveLabels, corsOrigins: [hostUrl] }),
    startFacade(ARCHIVE, { labels: archiveLabels }),
  ]);
}, 120_000);
afterAll(async () => {
  host.close();
  await facade.stop();
  await closed.stop();
});

const box = (page: Page, id: string) => page.locator(`#${id}`).getByRole('combobox');
const option = (page: Page, name: RegExp) => page.getByRole('option', { name });

describeInChromium('<dispatch-search> on another origin, under a strict policy', (visit) => {
  it('suggests, twice on one page, and leads to the archive', async () => {
    const { page, errors } = await visit(hostUrl);
    for (const id of ['first', 'second']) {
      await box(page, id).fill('lavrov');
      await option(page, /Lavrov/).waitFor();
      await box(page, id).press('Escape');
      await page.getByRole('option').waitFor({ state: 'detached' });
    }
    await box(page, 'second').fill('rail link');
    await option(page, /rail link/).click();
    await page.locator('h1').filter({ hasText: 'rail link' }).waitFor();
    expect(page.url()).toBe(`${facade.url}/dispatches/${SUMMIT.id}?q=rail+link`);
    expect(errors).toEqual([]);
  });

  it('Enter searches what is typed at the archive', async () => {
    const { page } = await visit(hostUrl);
    await box(page, 'first').fill('harvest');
    await box(page, 'first').press('Enter');
    await page.waitForURL(`${facade.url}/?q=harvest`);
  });

  it('without leave to ask, it is a search box without suggestions', async () => {
    const { page } = await visit(`${hostUrl}/closed`);
    const refused = page.waitForEvent('requestfailed');
    await box(page, 'first').fill('harvest');
    await refused;
    expect(await page.getByRole('listbox').count()).toBe(0);
    await box(page, 'first').press('Enter');
    await page.waitForURL(`${closed.url}/?q=harvest`);
  });

  it('speaks the language of its host, or its own', async () => {
    const { page } = await visit(hostUrl);
    expect(await page.locator('#first').getByRole('button').textContent()).toBe('Cerca');
    expect(await page.locator('#second').getByRole('button').textContent()).toBe('Search');
    expect(await box(page, 'second').getAttribute('aria-label')).toBe('Wire archive');
  });

  it('writes days and numbers as its language does', async () => {
    const { page } = await visit(hostUrl);
    await page.route(/\/v1\/suggest/, async (route) => {
      const json = await (await route.fetch()).json();
      for (const person of json.people) person.count = 12345;
      await route.fulfill({ json });
    });
    const said = async (id: string, typed: string) => {
      await box(page, id).fill(typed);
      const text = await page.locator(`#${id}`).getByRole('option').first().textContent();
      await box(page, id).fill('');
      await page.getByRole('option').first().waitFor({ state: 'detached' });
      return text;
    };
    expect(await said('first', 'rail link')).toContain('14 mar 1994');
    expect(await said('second', 'rail link')).toContain('14 Mar 1994');
    expect(await said('first', 'lavrov')).toContain('12.345');
    expect(await said('second', 'lavrov')).toContain('12,345');
  });

  it('follows its attributes when the host changes them', async () => {
    const { page } = await visit(hostUrl);
    await page.locator('#second').evaluate((element) => {
      element.setAttribute('lang', 'it');
      element.setAttribute('shortcut', '/');
      element.setAttribute('label', 'Archivio');
    });
    expect(await page.locator('#second').getByRole('button').textContent()).toBe('Cerca');
    expect(await box(page, 'second').getAttribute('aria-label')).toBe('Archivio');
    expect(await box(page, 'second').getAttribute('aria-keyshortcuts')).toBe('/');
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('second');
  });

  it('takes its shortcut from nobody who types', async () => {
    const { page } = await visit(hostUrl);
    await page.locator('#second').evaluate((element) => element.setAttribute('shortcut', '/'));
    await page.locator('#comment').focus();
    await page.keyboard.type('1/2');
    expect(await page.locator('#comment').inputValue()).toBe('1/2');
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('first');
  });

  it('is themed by properties and parts alone', async () => {
    const { page } = await visit(hostUrl);
    const styleOf = (id: string) =>
      page
        .locator(`#${id}`)
        .getByRole('button')
        .evaluate((button) => {
          const { backgroundColor, borderRadius, textTransform, fontSize } =
            getComputedStyle(button);
          return { backgroundColor, borderRadius, textTransform, fontSize };
        });
    expect(await styleOf('first')).toMatchObject({ borderRadius: '4px', textTransform: 'none' });
    expect(await styleOf('second')).toMatchObject({
      ...{ backgroundColor: 'rgb(0, 0, 128)', borderRadius: '0px', textTransform: 'uppercase' },
    });
    const border = await box(page, 'first').evaluate(
      (input) => getComputedStyle(input).borderStyle,
    );
    expect(border).toBe('solid');
  });

  it('the arrows of the text let the chosen line go, Tab leaves, and Ctrl+Enter opens a new tab', async () => {
    const { page } = await visit(hostUrl);
    const input = box(page, 'first');
    await input.fill('harvest');
    await page.getByRole('option').first().waitFor();
    await input.press('ArrowDown');
    expect(await input.getAttribute('aria-activedescendant')).not.toBeNull();
    await input.press('ArrowLeft');
    expect(await input.getAttribute('aria-activedescendant')).toBeNull();
    expect(await input.evaluate((one: HTMLInputElement) => one.selectionStart)).toBe(6);
    await input.press('ArrowDown');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      input.press('Control+Enter'),
    ]);
    expect(tab.url()).toContain(facade.url);
    expect(page.url()).toBe(`${hostUrl}/`);
    await page.bringToFront();
    await input.fill('rail');
    await page.getByRole('option').first().waitFor();
    await input.press('Tab');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
  });

  it('has no fault, open and closed, light and dark', async () => {
    // axe is put into the page past its policy, as an extension of the browser would be.
    const { page } = await visit(hostUrl, { bypassCSP: true });
    const faults = async () => {
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run('dispatch-search'),
      );
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    };
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await box(page, 'second').fill('harvest');
      await page.getByRole('option').first().waitFor();
      await box(page, 'second').press('ArrowDown');
      expect(await faults()).toEqual([]);
      await box(page, 'second').press('Escape');
      expect(await faults()).toEqual([]);
    }
  });
});
