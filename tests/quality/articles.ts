import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSites } from '../../config/sites.ts';
import type { Article } from '../../indexer/article/article.ts';
import { decodePage } from '../../indexer/article/decode-page.ts';
import { readArticle } from '../../indexer/article/read-article.ts';
import { caseFile, caseInputs, PAGE_CASES } from '../article/page-cases.ts';
import { readExpectedPages, sampleFolder } from '../sample/sample-pages.ts';
import type { ScoreRow, SetKind, SetScore } from './set-kind.ts';
import { f1Of, type Overlap, overlapOf } from './shingles.ts';

/** A saved page, and what its article should be; what is not said is not measured. */
type ArticleLine = {
  /** File of the page. */
  readonly page: string;
  readonly url?: string | null;
  readonly sites?: string;
  readonly group?: string;
  readonly expected: {
    readonly text?: string;
    readonly headline?: string | null;
    readonly published?: string | null;
  };
};

/** Pages and their articles: the body by shingles of four words, title and date of publication exact. */
export const articles: SetKind = {
  name: 'article',
  knows: ({ page, expected }) => typeof page === 'string' && typeof expected === 'object',
  score: (lines) => scoreLines(lines as readonly ArticleLine[]),
  own: () => [...fixtures(), ...samplePages()],
};

function fixtures(): readonly ArticleLine[] {
  return PAGE_CASES.map((name) => {
    const file = JSON.parse(readFileSync(caseFile(name, 'expected.json'), 'utf8'));
    const blocks: readonly string[] = file.blocks ?? [];
    const text = blocks.map((block) => block.slice(block.indexOf(': ') + 2)).join('\n\n');
    const { headline, published } = file;
    const expected = file.rejection ? { text } : { text, headline, published };
    return { page: caseFile(name, 'page.html'), ...caseInputs(name), group: 'fixtures', expected };
  });
}

function samplePages(): readonly ArticleLine[] {
  return readExpectedPages().flatMap(({ path, rejection, headline, publishedAt }) =>
    rejection
      ? []
      : [
          {
            page: join(sampleFolder, path),
            group: 'sample',
            expected: { headline, ...(publishedAt ? { published: publishedAt } : {}) },
          } as ArticleLine,
        ],
  );
}

type Read = { readonly line: ArticleLine; readonly article: Article | null };

function scoreLines(lines: readonly ArticleLine[]): SetScore {
  const read = lines.map((line): Read => ({ line, article: articleOf(line) }));
  const groups = [...new Set(lines.flatMap(({ group }) => group ?? []))];
  const rows = groups.map((group) =>
    rowOf(
      group,
      read.filter(({ line }) => line.group === group),
    ),
  );
  return { lines: lines.length, rows: [rowOf('all', read), ...rows], misses: read.flatMap(missOf) };
}

function articleOf({ page, url, sites }: ArticleLine): Article | null {
  const { html } = decodePage(readFileSync(page), null);
  const rules = sites === undefined ? loadSites() : loadSites(sites);
  const article = readArticle(html, { path: page, url: url ?? null }, rules);
  return 'code' in article ? null : article;
}

type Field = 'headline' | 'published';

function rowOf(group: string, read: readonly Read[]): ScoreRow {
  const figures = {
    body: f1Of(read.flatMap(bodyOf)),
    title: exact(read, 'headline'),
    published: exact(read, 'published'),
  };
  return { group, lines: read.length, figures };
}

function bodyOf({ line, article }: Read): readonly Overlap[] {
  const { text } = line.expected;
  return text === undefined ? [] : [overlapOf(text, article?.text ?? '')];
}

function isRight({ line, article }: Read, field: Field): boolean {
  return (line.expected[field] ?? null) === (article?.[field]?.value ?? null);
}

function exact(read: readonly Read[], field: Field): number | null {
  const told = read.filter(({ line }) => Object.hasOwn(line.expected, field));
  return told.length === 0 ? null : told.filter((one) => isRight(one, field)).length / told.length;
}

function missOf(read: Read): readonly string[] {
  const { line, article } = read;
  const fields = (['headline', 'published'] as const).filter(
    (field) => Object.hasOwn(line.expected, field) && !isRight(read, field),
  );
  const wrong = fields.map(
    (field) =>
      `${field} “${article?.[field]?.value ?? ''}”, expected “${line.expected[field] ?? ''}”`,
  );
  const body = f1Of(bodyOf(read));
  if (body !== null && body < 1) wrong.push(`body ${body.toFixed(3)}`);
  return wrong.length === 0 ? [] : [`${line.page}: ${wrong.join('; ')}`];
}
