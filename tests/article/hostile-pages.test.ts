import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../indexer/article/decode-page.ts';
import { readArticle } from '../../indexer/article/read-article.ts';

const sentence =
  'The council of Brell voted on Monday to keep the night bus, which carries ninety people a day.';
const story = `<h1>Night bus stays</h1><p>${sentence}</p>`;

function read(html: string) {
  const { html: decoded } = decodePage(Buffer.from(html), null);
  return readArticle(decoded, { path: 'hostile.html', url: null }, []);
}

const stillRead: readonly (readonly [what: string, html: string])[] = [
  ['100,000 nested elements', `${'<div>'.repeat(100_000)}${story}${'</div>'.repeat(100_000)}`],
  ['100,000 elements that are never closed', `${'<b>'.repeat(100_000)}${story}`],
  ['closing tags that match nothing', `${'<span>'.repeat(50_000)}${'</b>'.repeat(50_000)}${story}`],
  ['lists nested in tables nested in lists', `${'<table><tr><td><ul><li>'.repeat(20_000)}${story}`],
  ['200,000 attributes', `<div ${'a=1 b'.repeat(200_000)}>${story}</div>`],
  ['a comment of ten megabytes', `<!--${'x'.repeat(10_000_000)}-->${story}`],
  ['a script of ten megabytes', `<script>${'x<'.repeat(5_000_000)}</script>${story}`],
  [
    'JSON-LD that nests without end',
    `<script type="application/ld+json">${'{"a":'.repeat(50_000)}</script>${story}`,
  ],
  ['a class name of a megabyte', `<div class="${'x-'.repeat(500_000)}">${story}</div>`],
];

describe('a page with', () => {
  test.each(stillRead)('%s is still read', (_what, html) => {
    const article = read(html);
    expect('code' in article ? article : article.text).toContain(sentence);
  });

  test('null bytes keeps its words', () => {
    expect(read(`<p>${sentence.replaceAll(' ', '\0 ')}</p>`)).toMatchObject({ text: sentence });
  });

  test('one line of a megabyte is read whole', () => {
    const article = read(`<p>${'word '.repeat(200_000)}</p>`);
    expect('text' in article && article.text.length).toBe(999_999);
  });

  test('an article of five million characters is too large', () => {
    expect(read(`<p>${'word '.repeat(1_000_000)}</p>`)).toMatchObject({ code: 'too-large' });
  });

  test('three hundred thousand paragraphs is too large', () => {
    expect(
      read(`${story}${'<p>word one two three, four five six.</p>'.repeat(300_000)}`),
    ).toMatchObject({ code: 'too-large' });
  });

  test('thirty-three million characters is too large', () => {
    expect(read(`${story}${' '.repeat(33_000_000)}`)).toMatchObject({ code: 'too-large' });
  });

  test('an attribute that is never closed is a dispatch or a named rejection', () => {
    const article = read(`<p title="${story.repeat(500)}`);
    expect('code' in article ? article.code : 'read').toMatch(/^(?:read|no-text)$/);
  });
});

const tag = fc.constantFrom(
  'p',
  'div',
  'b',
  'a href="/x"',
  'li',
  'ul',
  'td',
  'table',
  'h1',
  'h2',
  'blockquote',
  'pre',
  'br',
  'span class="x"',
  'section',
  'ruby',
  'rt',
  'aside',
  '/p',
  '/div',
  '/b',
  '/a',
  '/li',
  '/ul',
  '/table',
  '/h2',
  '/pre',
  '!--',
  '/rt',
);
const piece = fc.oneof(
  tag.map((name) => `<${name}>`),
  fc.constantFrom(
    'one two three four. ',
    '橋の工事が\n終わる。',
    'مرحبا ',
    '&amp;',
    '&shy;',
    '\u200b',
    ' ',
    '\n',
    '1. * _x_ [y] | # ',
    '\u00a0',
    'e\u0301',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

test('no word is lost or added, whatever the tags', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const article = readArticle(pieces.join(''), { path: 'x.html', url: null }, [], {
        trace: true,
      });
      expect('code' in article ? article.code : 'read').not.toBe('lost-text');
      if ('code' in article) return;
      for (const { text, start, links } of article.blocks) {
        expect(article.text.slice(start, start + text.length)).toBe(text);
        for (const link of links) expect(link.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 400 },
  );
});
