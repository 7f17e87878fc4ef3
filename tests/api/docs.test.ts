import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { describeInChromium } from '../pages/chromium.ts';
import { archive } from '../search/an-archive.ts';
import { startFacade, type TestFacade } from './a-facade.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(archive);
});
afterAll(() => facade.stop());

test('Every example on the page of the API can be followed', async () => {
  const page = await (await facade.get('/v1/docs')).text();
  const examples = [...page.matchAll(/<pre><a href="([^"]+)">curl '([^<]+)'<\/a>/g)];
  expect(examples.length).toBeGreaterThan(15);
  for (const [, link = '', address = ''] of examples) {
    const path = link.replaceAll('&amp;', '&');
    expect(address.replaceAll('&amp;', '&')).toBe(facade.url + path);
    expect((await facade.get(path)).status, path).toBe(200);
  }
});

test('The address that a problem has as its type tells what it is', async () => {
  const problem = await (await facade.get('/v1/dispatches?colour=red')).json();
  const moved = await facade.get(problem.type, { redirect: 'manual' });
  expect(moved.headers.get('location')).toBe('/v1/docs#problem-unknown-parameter');
  const page = await (await facade.get('/v1/docs')).text();
  expect(page).toContain('id="problem-unknown-parameter"');
});

describeInChromium('The page of the API', (visit) => {
  it('needs nothing from elsewhere and is not wider than a telephone', async () => {
    const viewport = { width: 390, height: 800 };
    const { page, errors, foreign } = await visit(`${facade.url}/v1/docs`, { viewport });
    await page.getByRole('heading', { name: 'GET /v1/timeline' }).waitFor();
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(390);
  });
});
