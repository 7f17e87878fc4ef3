import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../indexer/article/article.ts';
import { decodePage } from '../../indexer/article/decode-page.ts';
import { readArticle } from '../../indexer/article/read-article.ts';
import type { Rejection } from '../../indexer/rejection.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'pages');
const cases = readdirSync(folder).sort();

test('at least sixty templates and accidents are held as fixtures', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
});

describe.each(cases)('the page %s', (name) => {
  const file = (part: string) => join(folder, name, part);

  test('has all three files', () => {
    expect(
      ['page.html', 'expected.json', 'expected.md'].filter((part) => !existsSync(file(part))),
    ).toEqual([]);
  });

  test('gives exactly the expected article', () => {
    const { html, charset } = decodePage(readFileSync(file('page.html')), null);
    const article = readArticle(html, { path: `${name}/page.html`, url: null }, []);
    const expected: unknown = JSON.parse(readFileSync(file('expected.json'), 'utf8'));
    expect({ ...shown(article), charset }).toEqual(expected);
    const markdown = 'code' in article ? '' : article.body;
    expect(`${markdown}\n`).toBe(readFileSync(file('expected.md'), 'utf8'));
  });
});

/** An article as the expected files write it. */
function shown(article: Article | Rejection) {
  if ('code' in article) return { rejection: article.code };
  return {
    headline: article.headline?.value ?? null,
    standfirst: article.standfirst?.value ?? null,
    byline: article.byline?.value ?? null,
    published: article.published?.value ?? null,
    language: article.language?.value ?? null,
    canonicalUrl: article.canonicalUrl,
    site: article.site,
    captions: article.captions,
    blocks: article.blocks.map(({ kind, text }) => `${kind}: ${text}`),
  };
}
