import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, test } from 'vitest';
import { aDispatch } from '../a-dispatch.ts';
import { describeInChromium } from '../pages/chromium.ts';
import { archive } from '../search/an-archive.ts';
import { startFacade, type TestFacade } from './a-facade.ts';
import { curlLines, hasCurl, runCurl } from './curl.ts';

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade([...archive, aDispatch({ headline: 'A \u0001 <b> & \uffff' })]);
});
afterAll(() => facade.stop());

test.skipIf(!hasCurl)(
  'Every curl line on the page of the API does what it says',
  async () => {
    const page = await (await facade.get('/v1/docs')).text();
    const examples = [...page.matchAll(/<pre><a href="([^"]+)">(curl [^<]+)<\/a>/g)];
    expect(examples.length).toBeGreaterThan(15);
    const follow = async ([, link = '', line = '']: readonly string[]) => {
      const command = line.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
      expect(command).toBe(`curl '${facade.url}${link.replaceAll('&amp;', '&')}'`);
      const { status, body } = await runCurl(command, facade.url, facade.url);
      expect(status, command).toBe(200);
      expect(body.length).toBeGreaterThan(0);
    };
    await Promise.all(examples.map(follow));
  },
  120_000,
);

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

test('The README shows the API in ten lines or more', () => {
  expect(curlLines(readme).length).toBeGreaterThanOrEqual(10);
});

test.skipIf(!hasCurl).each(curlLines(readme))('%s works as the README says', async (line) => {
  const command = line.replace('/ID', `/${archive[0]?.id}`);
  const { status, body } = await runCurl(command, 'http://localhost:4080', facade.url);
  expect(status, body).toBe(Number(/# (\d{3}):/.exec(line)?.[1] ?? 200));
  expect(body.length).toBeGreaterThan(0);
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

  it.each([
    ['/v1/feed.atom', 'feed > entry > author > name', 50],
    ['/v1/feed.atom?q=nothing-has-this', 'feed > entry', 0],
    ['/v1/feed.atom', 'feed > link[rel=self], feed > id, feed > title, feed > updated', 4],
    ['/opensearch.xml', 'OpenSearchDescription > Url', 3],
  ])('%s is XML with its %s', async (path, selector, count) => {
    const { page } = await visit(`${facade.url}/v1/docs`);
    const xml = await (await facade.get(path)).text();
    const found = await page.evaluate(`(() => {
      const read = new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml');
      const count = (selector) => read.querySelectorAll(selector).length;
      return [count('parsererror'), count(${JSON.stringify(selector)})];
    })()`);
    expect(found).toEqual([0, count]);
  });
});
