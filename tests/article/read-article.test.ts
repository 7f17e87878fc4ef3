import { expect, test } from 'vitest';
import { readArticle } from '../../indexer/article/read-article.ts';

const page = { path: 'page.html', url: null };

test('a page of one paragraph is a dispatch', () => {
  const line = 'Roma, 3 marzo (ANSA) - La seduta comincia domani alle dieci.';
  const article = readArticle(`<p>${line}</p>`, page, []);
  expect(article).toMatchObject({ text: line, body: line });
});

test('a page of white space is empty', () => {
  expect(readArticle(' \n\t', page, [])).toMatchObject({ code: 'empty', path: 'page.html' });
});

test('a page of scripts alone has no text', () => {
  expect(readArticle('<script>let a = 1;</script>', page, [])).toMatchObject({ code: 'no-text' });
});
