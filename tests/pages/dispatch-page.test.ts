import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDispatch } from '../a-dispatch.ts';
import { startFacade, type TestFacade } from '../api/a-facade.ts';
import { ARCHIVE, archiveLabels, SUMMIT } from './archive.ts';
import { faults } from './axe.ts';
import { describeInChromium } from './chromium.ts';

const CORRECTED = aDispatch({
  ...{ id: 'corrected-0001', headline: 'Treaty signed', date: '1994-04-02' },
  agency: 'tass',
  people: ['sergei-lavrov'],
  evidence: {
    agency: {
      rule: 'correction',
      printed: 'R. Bianchi: seen on the telex <b>',
      confidence: 'high',
    },
    dispatchedOn: { rule: 'correction', printed: 'R. Bianchi: stamp', confidence: 'high' },
    language: { rule: 'text:statistics', confidence: 'high' },
  },
  source: {
    ...SUMMIT.source,
    path: 'telex/0001.html',
    capturedAt: '2003-05-06T10:00:00Z',
    brokenCharacters: 2,
  },
  byline: 'Translated by A. Verdi',
  provenance: SUMMIT.provenance.slice(0, 1),
});

const ARABIC = aDispatch({
  ...{ id: 'arabic-0001', headline: 'وزيران يلتقيان في موسكو', language: 'ar', date: '1994-03-16' },
  text: 'موسكو 16 مارس (تاس) - التقى الوزيران في موسكو لبحث خط السكة الحديدية.',
});

/** Long words, a wide table, a list and quotations: what bursts a narrow column. */
const WIDE = aDispatch({
  ...{ id: 'wide-0001', headline: `Report ${'x'.repeat(90)}`, date: '1994-05-01' },
  text: 'A table of yields.',
  body: `A table of yields.

| Region | ${Array.from({ length: 12 }, (_, i) => `Year ${1980 + i}`).join(' | ')} |
|---|${'---|'.repeat(12)}
| North | ${Array.from({ length: 12 }, () => '1,234,567 tonnes').join(' | ')} |

> A quotation of a speaker.

${'w'.repeat(200)}

1. First point
2. Second point

${Array.from({ length: 60 }, (_, i) => `Paragraph ${i} of a long communiqué, which goes on and on.`).join('\n\n')}`,
});

let facade: TestFacade;
beforeAll(async () => {
  facade = await startFacade([...ARCHIVE, CORRECTED, ARABIC, WIDE], {
    labels: archiveLabels,
    storedPage: async () => Buffer.from('<p>stored</p>'),
  });
});
afterAll(() => facade.stop());

const text = async (path: string) => (await facade.get(path)).text();
const words = async (path: string) =>
  (await text(path)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('The facts of a dispatch', () => {
  it('say how its day is known, in the words that were printed', async () => {
    const page = await words(`/dispatches/${SUMMIT.id}`);
    expect(page).toContain(
      'Sent on 14 March 1994 read in the dateline: “ Moscow, March 14 (TASS) -- ”; the dateline names no year',
    );
    expect(page).toMatch(/Sergei Lavrov printed as “S. Lavrov” · minister/);
  });

  it('say what the archive put right, who did and why', async () => {
    const page = await text('/dispatches/corrected-0001');
    expect(page).toContain('R. Bianchi: seen on the telex &lt;b&gt;');
    expect(page).toMatch(/TASS<\/a><p class="note corrected">Corrected by the archive/);
    expect(await words('/dispatches/corrected-0001')).toMatch(
      /Corrected by the archive Agency R. Bianchi: seen .* Sent on R. Bianchi: stamp/,
    );
    expect(await text(`/dispatches/${SUMMIT.id}`)).not.toContain('Corrected by the archive');
  });

  it('name somebody whom only a correction names', async () => {
    expect(await words('/dispatches/corrected-0001')).toContain('People Sergei Lavrov');
  });

  it('tell where it came from: signature, host, capture, bytes and hash', async () => {
    const page = await words('/dispatches/corrected-0001');
    expect(page).toContain('Translated by A. Verdi');
    expect(page).toContain('paper.example');
    expect(page).toContain('Captured on 6 May 2003');
    expect(page).toContain('2 bytes that no character set explains');
    expect(page).toContain(SUMMIT.source.sha256);
  });
});

it('A dispatch is a NewsArticle for machines', async () => {
  const page = await text(`/dispatches/${SUMMIT.id}`);
  const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(page)?.[1] ?? '';
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'NewsArticle',
    dateline: 'Moscow, March 14 (TASS) --',
    dateCreated: '1994-03-14',
    isBasedOn: ['https://paper.example/rail'],
    archivedAt: `${facade.url}/dispatches/${SUMMIT.id}/stored`,
    author: { name: 'TASS' },
  });
});

it.each([
  ['korean-0001', 'ko'],
  ['arabic-0001', 'ar'],
])('%s is marked as %s, in its own direction', async (id, language) => {
  const page = await text(`/dispatches/${id}`);
  expect(page).toContain(`<h1 lang="${language}" dir="auto">`);
  expect(page).toContain(`<div class="body" lang="${language}" dir="auto">`);
});

describeInChromium('On the page of a dispatch', (visit) => {
  it('the citation is copied, and that is said', async () => {
    const { page } = await visit('about:blank');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${facade.url}/dispatches/${SUMMIT.id}`);
    expect(await page.getByRole('status').textContent()).toBe('');
    await page.getByRole('button', { name: 'Copy' }).press('Enter');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('Copied');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await page.locator('#citation').textContent());
    expect(copied).toContain(SUMMIT.source.sha256);
  });

  it('the citation is selected where a browser lets nobody copy', async () => {
    const { page } = await visit(`${facade.url}/dispatches/${SUMMIT.id}`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
    });
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Selected');
    expect(await page.evaluate(() => getSelection()?.toString())).toContain(SUMMIT.source.sha256);
  });

  it.each([
    ['BibTeX', /\.bib$/, '@'],
    ['RIS', /\.ris$/, 'TY  - '],
    ['CSL', /\.json$/, SUMMIT.headline ?? ''],
    ['JSON', /summit-0001\.json$/, SUMMIT.source.sha256],
    ['Markdown', /\.md$/, `# ${SUMMIT.headline}`],
  ])('%s is downloaded under a name of its own', async (name, file, content) => {
    const { page } = await visit(`${facade.url}/dispatches/${SUMMIT.id}`);
    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(file);
    expect(await readFile(await download.path(), 'utf8')).toContain(content);
  });

  it('the arrow keys lead through the results, over the edge of their page, and Esc leads back', async () => {
    const { page } = await visit(`${facade.url}/?q=harvest&sort=oldest`);
    await page.locator('.hit a').nth(18).click();
    const place = () => page.locator('.way-back .note').textContent();
    await expect.poll(place).toBe('19 of 45');
    const first = page.url();
    await page.keyboard.press('ArrowRight');
    await expect.poll(place).toBe('20 of 45');
    await page.keyboard.press('ArrowRight');
    await expect.poll(place).toBe('21 of 45');
    expect(new URL(page.url()).searchParams.get('page')).toBe('2');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(place).toBe('20 of 45');
    await page.getByRole('link', { name: 'Previous dispatch' }).click();
    await expect.poll(() => page.url()).toBe(first);
    await page.keyboard.press('Escape');
    await expect.poll(() => new URL(page.url()).search).toBe('?q=harvest&sort=oldest');
  });

  it('keys mean what they mean everywhere inside a region that scrolls, and with Alt', async () => {
    const { page } = await visit(`${facade.url}/dispatches/${SUMMIT.id}?sort=oldest`);
    const here = page.url();
    await page.getByText('What these facts rest on').first().click();
    await page.getByRole('region', { name: 'What these facts rest on' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Alt+ArrowRight');
    await page.waitForTimeout(300);
    expect(page.url()).toBe(here);
  });

  it.each([
    ['wide-0001', 390],
    ['wide-0001', 1280],
    ['arabic-0001', 390],
    ['corrected-0001', 390],
    ['corrected-0001', 1280],
  ])(
    '%s has no fault at %i pixels, does not move while it loads, and nothing sticks out',
    async (id, width) => {
      const { page, errors } = await visit('about:blank', { viewport: { width, height: 800 } });
      await page.addInitScript(watchShifts);
      await page.goto(`${facade.url}/dispatches/${id}`, { waitUntil: 'networkidle' });
      // A hundredth of a pixel's rounding is no movement; 0.1 is what readers are said to notice.
      expect(await page.evaluate('globalThis.shifted')).toBeLessThan(0.001);
      expect(await faults(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await faults(page)).toEqual([]);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      expect(errors).toEqual([]);
    },
  );

  it('Arabic runs from right to left', async () => {
    const { page } = await visit(`${facade.url}/dispatches/arabic-0001`);
    for (const selector of ['h1', '.body']) {
      const direction = await page
        .locator(selector)
        .evaluate((element) => getComputedStyle(element).direction);
      expect(direction).toBe('rtl');
    }
  });

  it('everything can be reached by keyboard, and the focus is always seen', async () => {
    const { page } = await visit(`${facade.url}/dispatches/${SUMMIT.id}?q=rail`);
    const walked: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      walked.push(await page.evaluate(nameOfFocus));
    }
    expect(walked[0]).toBe('Skip to the text');
    for (const name of ['Back to the results', 'Copy', 'BibTeX', 'Markdown', 'TASS']) {
      expect(walked).toContain(name);
    }
    expect(walked).not.toContain('hidden');
  });

  it('paper gets the text, its facts and its citation, and no controls', async () => {
    const { page } = await visit(`${facade.url}/dispatches/${SUMMIT.id}?q=rail`);
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.footer', '.way-back', '#copy', '.links']) {
      expect(await page.locator(gone).first().isVisible()).toBe(false);
    }
    for (const kept of ['h1', '.body', '.facts', '.hash', '.citation']) {
      expect(await page.locator(kept).first().isVisible()).toBe(true);
    }
    expect((await page.pdf()).subarray(0, 4).toString()).toBe('%PDF');
  });

  it('colours that the reader forces leave the marks visible', async () => {
    const { page } = await visit(`${facade.url}/dispatches/${SUMMIT.id}?q=rail`);
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    expect(await faults(page)).toEqual([]);
    const [mark, body] = await page.evaluate(() =>
      ['mark', 'body'].map(
        (selector) => getComputedStyle(document.querySelector(selector) as Element).backgroundColor,
      ),
    );
    expect(mark).not.toBe(body);
  });

  it('weighs under 60 kB over the wire', async () => {
    const { page } = await visit('about:blank');
    const session = await page.context().newCDPSession(page);
    let bytes = 0;
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`${facade.url}/dispatches/wide-0001`, { waitUntil: 'networkidle' });
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(60_000);
  });
});

/** Runs in the page: how far things moved that nobody had touched. */
function watchShifts(): void {
  const scope = globalThis as unknown as { shifted: number };
  scope.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      scope.shifted += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: the name of what has the focus, or `hidden` when nobody could see it. */
function nameOfFocus(): string {
  const active = document.activeElement;
  const { width, height, bottom, right } = active?.getBoundingClientRect() ?? new DOMRect();
  if (active !== document.body && (width < 1 || height < 1 || bottom < 0 || right < 0))
    return 'hidden';
  return active?.textContent?.trim() ?? '';
}
