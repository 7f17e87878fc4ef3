import { describe, expect, it } from 'vitest';
import { toMarkup } from '../../src/pages/html.ts';
import { renderMarkdown } from '../../src/pages/markdown.ts';
import { searchedWords } from '../../src/pages/search-words.ts';

const render = (body: string, terms = '', dateline: string | null = null) =>
  toMarkup(renderMarkdown(body, searchedWords(terms), dateline)).trim();

describe('A dispatch can do nothing to its reader', () => {
  it.each([
    ['a script', '<script>alert(1)</script>', /<script/],
    ['a picture that calls out', '![spy](https://spy.example/x.png)', /<img|spy\.example/],
    ['a script address', '[click](javascript:alert(1))', /<a /],
    ['a script address with capitals and a space', '[click]( JavaScript:alert(1))', /<a /],
    ['a document address', '[click](data:text/html,<script>alert(1)</script>)', /<a /],
    ['an event attribute', '<img src=x onerror=alert(1)>', /<img/],
    ['an attribute smuggled into a link', '[a](https://x.example/"onclick="alert(1))', /"onclick/],
  ])('shows %s as text or not at all', (_, body, forbidden) => {
    expect(render(body)).not.toMatch(forbidden);
  });

  it('keeps links to web addresses and passes them no credit', () => {
    expect(render('[source](https://agency.example/1)')).toBe(
      '<p><a href="https://agency.example/1" rel="nofollow noopener noreferrer">source</a></p>',
    );
  });
});

it('begins headings of the text below those of the page', () => {
  expect(render('# One\n\n###### Six')).toBe('<h3>One</h3>\n<h6>Six</h6>');
});

it('shows the description of a picture in its place', () => {
  expect(render('![Two men at a table](x.jpg)')).toContain('Two men at a table');
});

it('marks the searched words, also where the text has accents and capitals', () => {
  expect(render('The Perón visit, *Péron* and perla.', 'peron')).toBe(
    '<p>The <mark>Perón</mark> visit, <em><mark>Péron</mark></em> and perla.</p>',
  );
});

it('sets the dateline as a dateline, once', () => {
  const dateline = 'Roma, 4 set. (ANSA) –';
  expect(render(`${dateline} Il testo.\n\n${dateline} Di nuovo.`, '', dateline)).toBe(
    `<p><span class="dateline">${dateline}</span> Il testo.</p>\n<p>${dateline} Di nuovo.</p>`,
  );
});

it('leaves a dateline that is cut by markup as it is', () => {
  expect(render('**Roma**, 4 set. – Testo', '', 'Roma, 4 set. –')).toBe(
    '<p><strong>Roma</strong>, 4 set. – Testo</p>',
  );
});
