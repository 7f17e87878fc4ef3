import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels, SUMMIT } from './archive.ts';
import { describeInChromium } from './chromium.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(ARCHIVE, { labels: archiveLabels });
});
afterAll(() => facade.stop());

describeInChromium('Without script', (visit) => {
  const open = async (path: string) =>
    (await visit(`${facade.url}${path}`, { javaScriptEnabled: false })).page;

  it('a reader searches, narrows by agency, and shares a short address', async () => {
    const page = await open('/');
    await page.getByRole('searchbox').fill('harvest');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    expect(await page.locator('#results-heading').textContent()).toBe(
      '45 dispatches for “harvest”',
    );
    await page.getByRole('checkbox', { name: 'ANSA, 15 dispatches' }).check();
    await page.getByRole('button', { name: 'Apply' }).last().click();
    expect(await page.locator('#results-heading').textContent()).toBe(
      '15 dispatches for “harvest”',
    );
    expect(new URL(page.url()).search).toBe('?q=harvest&agency=ansa');
  });

  it('a reader leaves out an agency, and takes the filter away again', async () => {
    const page = await open('/?q=harvest');
    await page.getByRole('link', { name: 'not ANSA', exact: true }).click();
    expect(await page.locator('#results-heading').textContent()).toBe(
      '30 dispatches for “harvest”',
    );
    await page.getByRole('link', { name: 'Remove the filter not ANSA' }).click();
    expect(await page.locator('#results-heading').textContent()).toBe(
      '45 dispatches for “harvest”',
    );
  });

  it('a reader chooses dates, an order and a page', async () => {
    const page = await open('/?q=harvest');
    await page.getByLabel('From', { exact: true }).fill('1991');
    await page.getByLabel('To', { exact: true }).fill('1995-12-31');
    await page.getByLabel('Order').selectOption({ label: 'Oldest dispatch first' });
    await page.getByRole('button', { name: 'Apply' }).first().click();
    expect(await page.locator('.hit time').first().getAttribute('datetime')).toMatch(/^1991-/);
    await page.getByRole('link', { name: 'Page 2' }).click();
    expect(await page.locator('.range-line').textContent()).toBe('21–25 of 25');
    expect(await page.locator('.hit').count()).toBe(5);
  });

  it('the timeline narrows by its table as by its bars', async () => {
    const page = await open('/?q=harvest');
    await page.getByText('The timeline as a table').click();
    await page.getByRole('link', { name: '1994', exact: true }).click();
    expect(new URL(page.url()).search).toBe('?q=harvest&from=1994&to=1994');
    await page.getByRole('link', { name: 'All years' }).click();
    expect(new URL(page.url()).search).toBe('?q=harvest');
  });

  it('undated dispatches are one link away', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Undated (1)' }).click();
    expect(await page.locator('.hit h3').textContent()).toBe('A letter without a day');
  });

  it('a search that finds nothing says which filter to drop and what that gives', async () => {
    const page = await open('/?q=harvest&agency=tass&place=Moscow');
    expect(await page.locator('#results-heading').textContent()).toBe(
      'No dispatch matches “harvest”',
    );
    const link = page.getByRole('link', { name: 'Without “Moscow”: 15 dispatches' });
    await link.click();
    expect(new URL(page.url()).search).toBe('?q=harvest&agency=tass');
  });

  it('a dispatch is opened, read, and left for the results it came from', async () => {
    const page = await open('/?q=rail&agency=tass');
    await page.getByRole('link', { name: 'Ministers meet in Moscow on rail link' }).click();
    expect(await page.locator('h1').textContent()).toBe(SUMMIT.headline);
    expect(await page.locator('.dateline').textContent()).toBe('Moscow, March 14 (TASS) --');
    expect(await page.locator('.body mark').textContent()).toBe('rail');
    expect(await page.locator('.beside').textContent()).toContain(SUMMIT.source.sha256);
    await page.getByRole('link', { name: 'Back to the results' }).click();
    expect(new URL(page.url()).search).toBe('?q=rail&agency=tass');
  });

  it('a reader walks from dispatch to dispatch, over the edge of a page of results', async () => {
    const page = await open('/?q=harvest&sort=oldest');
    await page.locator('.hit h3 a').last().click();
    expect(await page.locator('.way-back').textContent()).toContain('20 of 45');
    await page.getByRole('link', { name: 'Next dispatch' }).click();
    expect(await page.locator('.way-back').textContent()).toContain('21 of 45');
    await page.getByRole('link', { name: 'Previous dispatch' }).click();
    expect(await page.locator('.way-back').textContent()).toContain('20 of 45');
  });

  it('a part that is not understood costs nothing of the rest', async () => {
    const page = await open('/?q=harvest&agency=tass&from=2024-13&place_not=Oslo&colour=red&ui=it');
    expect(await page.locator('.problems li').count()).toBe(2);
    await page.getByRole('link', { name: 'Continua senza' }).click();
    const { search } = new URL(page.url());
    expect(search).toBe('?q=harvest&agency=tass&place_not=Oslo&ui=it');
  });

  it('the interface speaks Italian on request, and keeps to it', async () => {
    const page = await open('/');
    await page.getByRole('link', { name: 'Italiano' }).click();
    await page.getByRole('searchbox').fill('harvest');
    await page.getByRole('button', { name: 'Cerca', exact: true }).click();
    expect(await page.locator('#results-heading').textContent()).toBe('45 dispacci per «harvest»');
    await page.locator('.hit h3 a').first().click();
    expect(await page.locator('html').getAttribute('lang')).toBe('it');
    expect(await page.getByRole('link', { name: 'Torna ai risultati' }).count()).toBe(1);
  });
});

describe('What pages answer', () => {
  it.each([
    ['/nowhere', 404, 'There is no such page'],
    ['/dispatches/no-such-dispatch', 404, 'There is no such page'],
    ['/?sort=best', 400, 'This search can’t be read'],
    ['/?colour=red', 400, 'This search can’t be read'],
    ['/?sort=best&ui=it', 400, 'Questo valore qui non è ammesso.'],
    ['/?q=%22rail+link%22', 200, 'for &quot;rail link&quot;'],
    ['/?q=rail&utm_source=letter&fbclid=1', 200, 'for “rail”'],
    ['/?page=999', 200, 'These results end before this page.'],
  ])('%s is answered with %i and says "%s"', async (path, status, words) => {
    const response = await facade.get(path);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain(words);
  });

  it('an emptied form leads to the shortest address', async () => {
    const response = await facade.get('/?q=rail&from=&to=&sort=&ui=it', { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/?q=rail&ui=it');
  });

  it('static files are kept for a year under an address that changes with their contents', async () => {
    const href = /href="(\/assets\/[0-9a-f]{12}\/pages\.css)"/.exec(
      await (await facade.get('/')).text(),
    )?.[1];
    const asset = await facade.get(href ?? '');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const old = await facade.get('/assets/000000000000/pages.css');
    expect(old.headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['cite.bib', 'application/x-bibtex', '@online{dispatch-summit-0001,'],
    [
      'cite.ris',
      'application/x-research-info-systems',
      'TI  - Ministers meet in Moscow on rail link',
    ],
    ['cite.csl.json', 'application/vnd.citationstyles.csl+json', '"article-newspaper"'],
    ['text.md', 'text/markdown', '# Ministers meet in Moscow on rail link'],
  ])('%s of a dispatch is a download of type %s', async (file, type, contents) => {
    const response = await facade.get(`/dispatches/${SUMMIT.id}/${file}`);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await response.text()).toContain(contents);
  });

  it('a dispatch states itself in schema.org words', async () => {
    const page = await (await facade.get(`/dispatches/${SUMMIT.id}`)).text();
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
    expect(JSON.parse(block ?? '')).toMatchObject({
      '@type': 'NewsArticle',
      dateline: 'Moscow, March 14 (TASS) --',
      dateCreated: '1994-03-14',
      isBasedOn: ['https://paper.example/rail'],
    });
  });
});
