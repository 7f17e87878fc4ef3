import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { columnsOf, coverageSpan } from '../../src/pages/archive/coverage-span.ts';
import { dayAfter } from '../../src/pages/archive/on-this-day-page.ts';
import { aDispatch } from '../a-dispatch.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels } from './archive.ts';

const EVERYTHING = { name: null, from: null, to: null, interval: 'year' } as const;

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
    { labels: archiveLabels },
  );
});
afterAll(() => facade.stop());

const text = async (path: string) => (await facade.get(path)).text();

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

  it.each(['/coverage', '/coverage/1994'])('%s: every number leads to as many', async (address) => {
    expect(await text(address)).not.toMatch(/<td[^>]*>\d/);
    const cells = [...(await text(address)).matchAll(/<td[^>]*><a href="([^"]+)">(\d+)<\/a>/g)];
    expect(cells.length).toBeGreaterThan(5);
    for (const [, href = '', number] of cells) {
      const results = await text(href.replaceAll('&amp;', '&'));
      expect(`${href} ${/results-heading"[^>]*>(\d+) dispatch/.exec(results)?.[1]}`).toBe(
        `${href} ${number}`,
      );
    }
  });

  it('shows the gaps at both ends of a year and of a decade', () => {
    const spans = [
      ['1964', '1964-03', 12],
      ['1960s', '1964', 10],
    ] as const;
    for (const [name, period, columns] of spans) {
      const span = coverageSpan(name) ?? EVERYTHING;
      const counts = columnsOf(span, [{ period, count: 5 }]).map(({ count }) => count);
      expect(counts).toHaveLength(columns);
      expect(counts.filter((count) => count === 0)).toHaveLength(columns - 1);
    }
  });

  it('adds many years up to decades', () => {
    const buckets = Array.from({ length: 40 }, (_, i) => ({
      period: String(1955 + i),
      count: 2,
      per: { tass: 1, ansa: 1 },
    }));
    expect(
      columnsOf(EVERYTHING, buckets).map(({ name, from, to, count, per }) => [
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

describe('A family', () => {
  it('is shown with the dispatch, and folded to one hit on request', async () => {
    expect(await text('/dispatches/family-0001')).toContain(
      '/dispatches/family-0001/compare/family-0002',
    );
    const folded = await text('/?q=bridge+opened&group=family');
    expect(folded).toContain('2 dispatches (1 family) for');
    expect(folded).toContain('+ 1 version');
  });
});

describe('The full list of a facet', () => {
  it('finds values by the beginning of any word of their names, and keeps what is chosen', async () => {
    const page = await text('/facets/agency?q=harvest&agency=ansa&find=yonh');
    expect(page).toContain('value="yonhap"');
    expect(page).toMatch(/value="ansa"[^>]* checked/);
    expect(page).not.toContain('value="tass"');
  });
});
