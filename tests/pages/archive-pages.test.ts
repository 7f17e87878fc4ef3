import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf, coverageSpan } from '../../src/pages/archive/coverage-span.ts';
import { longestGap } from '../../src/pages/archive/longest-silence.ts';
import { dayAfter } from '../../src/pages/archive/on-this-day-page.ts';
import { aDispatch } from '../a-dispatch.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels, HOSTILE } from './archive.ts';
import { describeInChromium } from './chromium.ts';

const STORED = `<html><head><script>document.title = 'broken'</script>
<link rel="stylesheet" href="https://elsewhere.example/style.css"></head>
<body><h1>The stored page</h1><img src="https://elsewhere.example/x.png" onerror="document.title = 'broken'">
<form action="https://elsewhere.example/"><button>Send</button></form></body></html>`;

let facade: TestFacade;
beforeAll(async () => {
  const family = 'family-0001';
  const member = { agency: 'tass', family, date: '1997-05-02', people: ['sergei-lavrov'] } as const;
  facade = await startFacade(
    [
      ...ARCHIVE,
      aDispatch({
        ...member,
        id: family,
        headline: 'Bridge opened',
        text: 'The bridge was opened at noon.',
        relation: 'original',
        people: [...member.people],
      }),
      aDispatch({
        ...member,
        id: 'family-0002',
        headline: 'New bridge',
        text: 'The bridge was opened at dusk.',
        relation: 'version',
        people: [...member.people],
      }),
    ],
    {
      labels: archiveLabels,
      storedPage: async ({ id }) => (id === 'summit-0001' ? Buffer.from(STORED) : null),
    },
  );
});
afterAll(() => facade.stop());

const text = async (path: string) => (await facade.get(path)).text();

describe('A person', () => {
  it('has first and last day, the longest silence, titles, company, dispatches', async () => {
    const page = await text('/people/sergei-lavrov');
    expect(page).toContain('<h1 dir="auto">Sergei Lavrov</h1>');
    expect(page).toContain('14 March 1994');
    expect(page).toContain('1,145 days, from 14 March 1994 to 2 May 1997');
    expect(page).toContain('minister');
    expect(page).toContain('Bridge opened');
  });

  it('that no dispatch names has no page', async () => {
    expect((await facade.get('/people/nobody')).status).toBe(404);
  });
});

describe('On this day', () => {
  it('leads from a form to a day, and shows the years in order', async () => {
    const redirect = await facade.get('/on-this-day?month=6&day=1', { redirect: 'manual' });
    expect(redirect.headers.get('location')).toBe('/on-this-day/06-01');
    const page = await text('/on-this-day/06-01');
    const years = [...page.matchAll(/<h2 id="y(\d{4})">/g)].map(([, year]) => Number(year));
    expect(years.length).toBeGreaterThan(1);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
  });

  it.each(['13-01', '02-32', 'today'])('knows no day %s', async (day) => {
    expect((await facade.get(`/on-this-day/${day}`)).status).toBe(404);
  });

  it.each([
    ['02-28', 1, '02-29'],
    ['12-31', 1, '01-01'],
    ['01-01', -1, '12-31'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(dayAfter(day, days)).toBe(expected);
  });
});

describe('What the archive holds', () => {
  it('is counted per agency and year, and per month of one year', async () => {
    const years = await text('/coverage');
    expect(years).toMatch(/<th scope="row"><a href="\/\?agency=ansa">ANSA<\/a>/);
    expect(years).toContain('href="/coverage/1994"');
    expect(await text('/coverage/1994')).toContain('agency=tass&amp;from=1994-03&amp;to=1994-03');
    expect((await facade.get('/coverage/last-year')).status).toBe(404);
  });

  it('adds many years up to decades', () => {
    const buckets = Array.from({ length: 40 }, (_, i) => ({
      period: String(1955 + i),
      count: 2,
      per: { tass: 1, ansa: 1 },
    }));
    expect(
      columnsOf(buckets).map(({ name, from, to, count, per }) => [
        name,
        from,
        to,
        count,
        per['tass'],
      ]),
    ).toEqual([
      ['1950s', '1955', '1959', 10, 5],
      ['1960s', '1960', '1969', 20, 10],
      ['1970s', '1970', '1979', 20, 10],
      ['1980s', '1980', '1989', 20, 10],
      ['1990s', '1990', '1994', 10, 5],
    ]);
  });

  it.each([
    ['1960s', '1960', '1969', 'year'],
    ['1964', '1964', '1964', 'month'],
    [undefined, null, null, 'year'],
  ])('%s spans %s to %s by %s', (name, from, to, interval) => {
    expect(coverageSpan(name)).toMatchObject({ from, to, interval });
  });

  it.each(['64', '1964s', '196', 'x'])('%s is no span', (name) => {
    expect(coverageSpan(name)).toBeNull();
  });
});

describe('The longest silence', () => {
  const months = (counts: readonly number[]) =>
    counts.map((count, i) => ({ period: `1990-${String(i + 1).padStart(2, '0')}`, count }));

  it.each([
    [
      [1, 0, 1, 0, 0, 1],
      ['1990-03', '1990-06'],
    ],
    [[1, 1, 1], null],
    [[0, 0, 1, 0, 0], null],
    [[], null],
  ] as const)('of %j is %j', (counts, expected) => {
    expect(longestGap(months(counts))).toEqual(expected);
  });
});

describe('A family', () => {
  it('is shown with the dispatch, and folded to one hit on request', async () => {
    expect(await text('/dispatches/family-0001')).toContain(
      '/dispatches/family-0001/compare/family-0002',
    );
    const folded = await text('/?q=bridge+opened&group=family');
    expect(folded).toContain('2 dispatches (1 family) for');
    expect(folded).toContain('+ 1 version');
  });

  it('is compared word by word', async () => {
    const page = await text('/dispatches/family-0001/compare/family-0002');
    expect(page).toContain('opened at <del>noon</del>.');
    expect(page).toContain('opened at <ins>dusk</ins>.');
    expect(await text('/dispatches/hostile-0001/compare/family-0001')).not.toContain(HOSTILE);
  });
});

describe('The full list of a facet', () => {
  it('finds values by any part of their name, and keeps what is chosen', async () => {
    const page = await text('/facets/agency?q=harvest&agency=ansa&find=onh');
    expect(page).toContain('value="yonhap"');
    expect(page).toMatch(/value="ansa"[^>]* checked/);
    expect(page).not.toContain('value="tass"');
  });
});

describeInChromium('The stored page', (visit) => {
  it('is shown without running, loading or sending anything, and says whether it is unchanged', async () => {
    const { page, foreign } = await visit(`${facade.url}/dispatches/summit-0001/stored`);
    const frame = page.frameLocator('#stored');
    await frame.getByRole('heading', { name: 'The stored page' }).waitFor();
    expect(await page.title()).toContain('Stored page');
    await expect.poll(() => foreign).toEqual([]);
    expect(await page.locator('.notice').textContent()).toContain('The file has changed');
    await page.goto(`${facade.url}/dispatches/summit-0001/stored/page`);
    expect(await page.title()).not.toBe('broken');
    await expect.poll(() => foreign).toEqual([]);
  });

  it('that is not there is no page', async () => {
    expect((await facade.get('/dispatches/harvest-0001/stored')).status).toBe(404);
  });
});
