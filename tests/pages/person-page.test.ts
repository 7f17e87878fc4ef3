import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scriptOf } from '../../src/pages/archive/person-names.ts';
import { longestSilence } from '../../src/search/longest-silence.ts';
import { tallies } from '../../src/search/person-mentions.ts';
import { aDispatch } from '../a-dispatch.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { aPerson } from './a-person.ts';
import { faults } from './axe.ts';
import { describeInChromium } from './chromium.ts';

const LAVROV = aPerson({
  id: 'sergei-lavrov',
  name: 'Sergei Lavrov',
  aliases: ['Sergey Lavrov', 'Serguei Lavrovo'],
  scripts: { ru: ['Сергей Лавров'], ko: ['라브로프'] },
});

function aMention(asPrinted: string, role?: string, person: string = LAVROV.id) {
  const span: [number, number] = [0, 1];
  return { person, asPrinted, span, count: 1, tier: 'exact', ...(role ? { role } : {}) };
}

/** More than one batch of the engine holds, the rarest form and title in the oldest of all. */
const SERIES = Array.from({ length: 1_100 }, (_, i) =>
  aDispatch({
    id: `series-${String(i).padStart(4, '0')}`,
    date: new Date(Date.UTC(1994, 2, 14 + i)).toISOString().slice(0, 10),
    people: [LAVROV.id, ...(i % 2 === 0 ? ['anna-berg'] : []), ...(i < 3 ? ['new-ugo-rossi'] : [])],
    mentions: [
      i === 0 ? aMention('Сергей Лавров', 'attaché') : aMention('Sergei Lavrov', 'minister'),
      ...(i < 3 ? [aMention('Ugo Rossi', undefined, 'new-ugo-rossi')] : []),
    ],
    agency: i % 3 === 0 ? 'ansa' : 'tass',
  }),
);

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade(
    [
      ...SERIES,
      aDispatch({
        ...{ id: 'later-0001', date: '2001-01-01', people: [LAVROV.id] },
        mentions: [aMention('Sergei Lavrov', 'Minister')],
      }),
    ],
    { people: { people: [LAVROV], reject: [] } },
  );
});
afterAll(() => facade.stop());

const text = async (path: string) => (await facade.get(path)).text();
const words = async (path: string) =>
  (await text(path)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('The page of a person', () => {
  it('counts forms and titles in every dispatch, the oldest too', async () => {
    const page = await words('/people/sergei-lavrov');
    expect(page).toContain('1,101 dispatches');
    expect(page).toContain('Сергей Лавров printed in 1 dispatch');
    expect(page).toContain('Sergei Lavrov printed in 1,100 dispatches');
    expect(page).toMatch(/attaché 1 14 March 1994/);
    expect(page).toMatch(/minister 1,100 15 March 1994 – 1 January 2001/);
  });

  it('folds versions among the latest, and has no handles that nothing answers to', async () => {
    const page = await (await facade.get('/people/sergei-lavrov')).text();
    expect(page).not.toContain('type="range"');
    expect(page).not.toContain('Drag over the bars');
    expect((await facade.get('/people')).url).toContain('/facets/person');
  });

  it('names first and last day and the longest silence', async () => {
    const page = await words('/people/sergei-lavrov');
    expect(page).toContain('First dispatch 14 March 1994');
    expect(page).toContain('Last dispatch 1 January 2001');
    expect(page).toContain('1,386 days between 17 March 1997 and 1 January 2001');
  });

  it('has the names script by script, also those that nobody printed', async () => {
    const page = await words('/people/sergei-lavrov');
    expect(page).toMatch(/Latin Sergei Lavrov .* Also found as: Sergey Lavrov ?, Serguei Lavrovo/);
    expect(page).toMatch(/Hangul Also found as: 라브로프/);
    expect(page).toMatch(/Cyrillic Сергей Лавров/);
    expect(await words('/people/sergei-lavrov?ui=it')).toMatch(/cirillico Сергей Лавров/);
  });

  it('leads to the dispatches that name both of two people', async () => {
    const page = await text('/people/sergei-lavrov');
    const address = /href="([^"]*)" aria-label="anna-berg: 550 dispatches"/.exec(page)?.[1];
    const both = await words(address?.replaceAll('&amp;', '&') ?? '');
    expect(both).toContain('550 dispatches');
  });

  it('says that nobody has confirmed somebody', async () => {
    expect(await text('/people/new-ugo-rossi')).toContain('Nobody has confirmed who it is');
    expect(await text('/people/sergei-lavrov')).not.toContain('Nobody has confirmed');
  });

  it.each([
    ['new-sergey-lavrov', '/people/sergei-lavrov'],
    ['new-serguei-lavrovo?ui=it', '/people/sergei-lavrov?ui=it'],
  ])('of somebody merged, %s, leads to who it is: %s', async (former, address) => {
    const answer = await facade.get(`/people/${former}`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, address]);
  });

  it('of nobody is no page', async () => {
    expect((await facade.get('/people/new-nobody-at-all')).status).toBe(404);
  });
});

describe('The longest silence', () => {
  it.each([
    [['1990-01-01', '1990-03-01', '1990-03-05'], 59],
    [['1990-01-01', '1990-01-02'], null],
    [['1990-01-01'], null],
    [[], null],
    // Something of that year may have broken it.
    [['1990-01-01', '1991', '1992-01-01', '1992-02-01'], 31],
    [['1990-01-01', '1990-02', '1990-06-01', null], null],
  ] as const)('between %j is %s', (dates, days) => {
    expect(longestSilence(dates)?.days ?? null).toBe(days);
  });
});

it('forms that differ in capitals alone are one, shown as most dispatches print it', () => {
  const printed = ['Minister', 'minister', 'minister ', 'Premier'];
  expect(tallies(printed.map((form, i) => ({ text: form, date: `199${i}-01-01` })))).toEqual([
    expect.objectContaining({
      text: 'minister',
      count: 3,
      first: '1990-01-01',
      last: '1992-01-01',
    }),
    expect.objectContaining({
      text: 'Premier',
      count: 1,
      periods: [{ period: '1993-01', count: 1 }],
    }),
  ]);
});

it.each([
  ['Kim Yo Jong', 'Latn'],
  ['김여정', 'Hang'],
  ['金与正', 'Hani'],
  ['ポール・マッカートニー', 'Jpan'],
  ['Ким Ё Чжон', 'Cyrl'],
  ['كيم', 'Arab'],
  ['Κιμ', 'Grek'],
  ['คิม', 'Zzzz'],
])('%s is written in %s', (name, script) => {
  expect(scriptOf(name)).toBe(script);
});

describeInChromium('The page of a person', (visit) => {
  it.each([
    ['sergei-lavrov', 1280],
    ['sergei-lavrov', 390],
    ['new-ugo-rossi', 390],
  ])('%s has no fault at %i pixels', async (id, width) => {
    const { page, errors } = await visit(`${facade.url}/people/${id}`, {
      viewport: { width, height: 800 },
    });
    expect(await faults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
