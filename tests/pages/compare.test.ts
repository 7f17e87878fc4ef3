import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alignParagraphs } from '../../src/pages/dispatch/align-paragraphs.ts';
import { compareTexts } from '../../src/pages/dispatch/compare-rows.ts';
import { aDispatch } from '../a-dispatch.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels, HOSTILE } from './archive.ts';
import { faults } from './axe.ts';
import { describeInChromium } from './chromium.ts';

const BRIDGE = [
  'Moscow, May 2 (TASS) -- The bridge over the river was opened at noon on Friday.',
  'Two ministers cut the ribbon and drove across it in an old motor car.',
  'The works had lasted seven years and employed four thousand people.',
];
const member = { family: 'family-0001', date: '1997-05-02', agency: 'tass' } as const;
const ORIGINAL = aDispatch({
  ...{ ...member, id: 'family-0001', headline: 'Bridge opened', relation: 'original' },
  text: BRIDGE.join('\n\n'),
});
const VERSION = aDispatch({
  ...{ ...member, id: 'family-0002', headline: 'New bridge opened', relation: 'version' },
  text: [
    BRIDGE[0]?.replace('noon', 'dusk'),
    'A band of the railwaymen played.',
    BRIDGE.slice(1).join(' '),
  ].join('\n\n'),
});
const TRANSLATION = aDispatch({
  ...{ ...member, id: 'family-0003', headline: 'Aperto il ponte', relation: 'translation' },
  language: 'it',
  text: [
    'Mosca, 2 maggio (TASS) -- Il ponte sul fiume è stato aperto venerdì a mezzogiorno.',
    'Due ministri hanno tagliato il nastro e lo hanno percorso su una vecchia automobile.',
    'I lavori erano durati sette anni e avevano impiegato quattromila persone.',
  ].join('\n\n'),
});

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade([...ARCHIVE, ORIGINAL, VERSION, TRANSLATION], {
    labels: archiveLabels,
  });
});
afterAll(() => facade.stop());

describe('Paragraphs beside each other', () => {
  const sizes = (left: readonly string[], right: readonly string[], isOneLanguage = true) =>
    alignParagraphs(left, right, isOneLanguage).map((row) => [row.left.length, row.right.length]);

  it.each([
    ['equal texts', BRIDGE, BRIDGE, '1:1 1:1 1:1'],
    [
      'a paragraph more in the middle',
      BRIDGE,
      [BRIDGE[0], 'A new one.', BRIDGE[1], BRIDGE[2]],
      '1:1 0:1 1:1 1:1',
    ],
    ['a paragraph less at the end', BRIDGE, BRIDGE.slice(0, 2), '1:1 1:1 1:0'],
    ['three made one', BRIDGE, [BRIDGE.join(' ')], '3:1'],
    ['one made two', [BRIDGE.slice(0, 2).join(' '), BRIDGE[2]], BRIDGE, '1:2 1:1'],
    ['nothing in common', ['Rain all day.'], ['A strike in Rome.'], '1:0 0:1'],
    ['nothing beside something', [], BRIDGE, '0:1 0:1 0:1'],
    ['nothing at all', [], [], ''],
  ] as const)('%s', (_, left, right, expected) => {
    const rows = sizes(left as string[], right as string[]);
    // Which side comes first in a gap is of no matter.
    expect(
      rows
        .map((row) => row.join(':'))
        .sort()
        .join(' '),
    ).toBe(expected.split(' ').sort().join(' ').trim());
  });

  it('a translation goes with its original by length, names and figures', () => {
    const [one, two] = [ORIGINAL, TRANSLATION].map(({ text }) => text.split('\n\n'));
    expect(sizes(one ?? [], two ?? [], false)).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it('no paragraph is lost or changes its place', () => {
    const text = fc.array(fc.stringMatching(/^[a-d]( [a-d]){0,5}$/), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, fc.boolean(), (left, right, isOneLanguage) => {
        const rows = alignParagraphs(left, right, isOneLanguage);
        expect(rows.flatMap((row) => row.left)).toEqual(left);
        expect(rows.flatMap((row) => row.right)).toEqual(right);
      }),
    );
  });

  it('words are compared in scripts that write without spaces, too', () => {
    const chinese = (text: string) => aDispatch({ language: 'zh', text });
    const [row] = compareTexts(chinese('双方在北京举行会谈。'), chinese('双方在上海举行会谈。'));
    expect(row?.left.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['北京']);
    expect(row?.right.filter(({ differs }) => differs).map(({ text }) => text)).toEqual(['上海']);
  });
});

describe('The page that compares two dispatches', () => {
  const page = async (one: string, other: string, ui = 'en') =>
    (await facade.get(`/dispatches/${one}/compare/${other}?ui=${ui}`)).text();

  it('marks the words that differ, and says how many paragraphs do', async () => {
    const versions = await page('family-0001', 'family-0002');
    expect(versions).toContain('opened at <del>noon</del> on Friday');
    expect(versions).toContain('opened at <ins>dusk</ins> on Friday');
    expect(versions).toContain('<ins>A band of the railwaymen played.</ins>');
    expect(versions).toContain('1 paragraph the same · 1 differs · 1 only in B');
    expect(versions).toContain('<ins>New bridge</ins>');
  });

  it('marks nothing in a translation', async () => {
    const translation = await page('family-0001', 'family-0003', 'it');
    expect(translation).toContain('Due lingue, paragrafo accanto a paragrafo');
    expect(translation).not.toMatch(/<(del|ins)>/);
    expect(translation.match(/<tr class="translated"/g)).toHaveLength(3);
    expect(translation).toContain('lang="it" dir="auto" data-side="B"');
  });

  it('shows a hostile text as text', async () => {
    expect(await page('hostile-0001', 'family-0001')).not.toContain(HOSTILE);
  });
});

describeInChromium('A comparison', (visit) => {
  it.each([1280, 390])('can be read at %i pixels, with no fault', async (width) => {
    const { page } = await visit(`${facade.url}/dispatches/family-0001/compare/family-0002`, {
      viewport: { width, height: 800 },
    });
    expect(await faults(page)).toEqual([]);
    const cells = page.locator('tr.changed td');
    const [left, right] = await Promise.all([
      cells.nth(0).boundingBox(),
      cells.nth(1).boundingBox(),
    ]);
    if (width > 1000) expect(right?.y).toBe(left?.y);
    else expect(right?.y).toBeGreaterThan(left?.y ?? 0);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
  });

  it('leads to its first difference, to the other side, and back', async () => {
    const { page } = await visit(`${facade.url}/dispatches/family-0001/compare/family-0002`);
    await page.getByRole('link', { name: 'To the first difference' }).click();
    expect(await page.locator(':target').textContent()).toContain('noon');
    await page.getByRole('link', { name: 'Change sides' }).click();
    expect(await page.locator('tr.changed td').first().textContent()).toContain('dusk');
    await page.getByRole('link', { name: 'Back to the dispatch' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('New bridge opened');
  });
});
