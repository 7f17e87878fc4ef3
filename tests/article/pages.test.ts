import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../indexer/article/article.ts';
import type { Rejection } from '../../indexer/rejection.ts';
import { caseFile, PAGE_CASES, readCase } from './page-cases.ts';

test('at least sixty templates and accidents are held as fixtures', () => {
  expect(PAGE_CASES.length).toBeGreaterThanOrEqual(60);
});

describe.each(PAGE_CASES)('the page %s', (name) => {
  test('has all three files', () => {
    const parts = ['page.html', 'expected.json', 'expected.md'];
    expect(parts.filter((part) => !existsSync(caseFile(name, part)))).toEqual([]);
  });

  test('gives exactly the expected article', () => {
    const { article, charset } = readCase(name);
    const expected: unknown = JSON.parse(readFileSync(caseFile(name, 'expected.json'), 'utf8'));
    expect({ ...shown(article), charset }).toEqual(expected);
    const markdown = 'code' in article ? '' : article.body;
    expect(`${markdown}\n`).toBe(readFileSync(caseFile(name, 'expected.md'), 'utf8'));
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
    sources: article.sources.map(({ text }) => text),
    blocks: article.blocks.map(({ kind, text }) => `${kind}: ${text}`),
  };
}
