import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { listSamplePages, readExpectedPages, sampleFolder } from './sample-pages.ts';

const charsets = [
  'utf-8',
  'utf-16le',
  'windows-1252',
  'windows-1251',
  'koi8-r',
  'euc-kr',
  'gbk',
  'big5',
  'shift_jis',
];

const expected = readExpectedPages();
const dispatches = expected.filter((page) => page.rejection === undefined);

/** The page read in every character set of the archive: one of them is right. */
function readings(path: string): readonly string[] {
  const bytes = readFileSync(join(sampleFolder, path));
  return charsets.map((charset) => unescaped(iconv.decode(bytes, charset)));
}

function unescaped(html: string): string {
  return html
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function printedValues(page: (typeof dispatches)[number]): readonly string[] {
  const { headline, standfirst, dateline, places, sourceUrl } = page;
  return [headline, standfirst, dateline, ...(places ?? []), sourceUrl].flatMap((v) => v ?? []);
}

describe('the sample archive', () => {
  it('is described page by page in the truth file', () => {
    expect(expected.map((page) => page.path).toSorted()).toEqual(listSamplePages().toSorted());
  });

  it('has at least 130 pages in the eight languages of the product', () => {
    expect(expected.length).toBeGreaterThanOrEqual(130);
    const languages = new Set(dispatches.map((page) => page.language));
    expect([...languages]).toEqual(
      expect.arrayContaining(['it', 'en', 'fr', 'es', 'de', 'ru', 'ko', 'zh']),
    );
  });

  it('has at least six families of reprints, versions and translations', () => {
    const labels = dispatches.flatMap((page) => page.family ?? []);
    const families = [...new Set(labels)];
    expect(families.length).toBeGreaterThanOrEqual(6);
    const lonely = families.filter((f) => labels.filter((label) => label === f).length < 2);
    expect(lonely).toEqual([]);
  });

  it.each(dispatches)('says on $path that it is a sample', ({ path }) => {
    const ascii = readFileSync(join(sampleFolder, path)).toString('latin1').replaceAll('\0', '');
    expect(ascii).toContain('Dispatches');
  });

  it.each(dispatches)('prints on $path what the truth file says', (page) => {
    const right = readings(page.path).filter((text) =>
      printedValues(page).every((value) => text.includes(value)),
    );
    expect(right).not.toEqual([]);
  });
});
