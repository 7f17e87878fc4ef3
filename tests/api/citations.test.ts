import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Cite } from '@citation-js/core';
import { expect, test } from 'vitest';
import { citationOf, toPlainCitation } from '../../src/pages/dispatch/citation.ts';
import { CITATION_FORMATS } from '../../src/pages/dispatch/citation-formats.ts';
import { translatorOf } from '../../src/pages/dispatch/translator.ts';
import { aDispatch } from '../a-dispatch.ts';

const facts = {
  agency: 'Korean Central News Agency',
  permalink: 'https://archive.example/dispatches/summit-in-moscow',
  accessed: '2026-11-25',
};
const page = aDispatch().source;
const citationFor = (headline: string) =>
  citationOf(
    aDispatch({
      source: page,
      ...{ id: 'summit-in-moscow', headline, places: ['Pyongyang'], date: '2025-09-04' },
      ...{ url: 'https://site.example/a_b?c=1&d=%20#e', site: 'Il sito & co', language: 'it' },
      byline: 'Traduzione di Ada Neri',
    }),
    facts,
  );
const written = (extension: string, headline: string) =>
  CITATION_FORMATS.find((format) => format.extension === extension)?.write(citationFor(headline)) ??
  '';
/** What a library of the trade reads in it. */
const readBack = (text: string) => new Cite(text).data[0];

const HEADLINES = [
  ['Latin', 'Perché la città è “più” viva: l’Łódź di São Paulo'],
  ['Cyrillic', 'Путин и Ким: «Ещё одна встреча»'],
  ['Chinese', '習近平與金正恩會談：“朝鮮”'],
  ['Korean', '김정은 총비서, 평양에서 ‘회담’'],
  ['Arabic', 'لقاء بين بوتين وكيم: «قمة»'],
  ['quotes', `He said "no", she said 'yes'`],
  ['braces', 'A {set} of } unbalanced { braces'],
  ['ampersands and other signs of TeX', 'R&D: 100% of #1 costs $5_000 ~ 2^3 C:\\temp \\& so on'],
  ['markup', 'An <b>unclosed tag & <script>alert(1)</script>'],
  ['more than a line', `${'word '.repeat(40)}end`],
] as const;

test.each(HEADLINES)('A BibLaTeX entry keeps a headline of %s', (_, headline) => {
  expect(readBack(written('bib', headline)).title).toBe(headline);
});

test.each(HEADLINES)('An RIS record keeps a headline of %s', (_, headline) => {
  expect(readBack(written('ris', headline)).title).toBe(headline);
});

test.each(HEADLINES)('CSL-JSON keeps a headline of %s', (_, headline) => {
  expect(readBack(written('csl.json', headline)).title).toBe(headline);
});

test.each(['bib', 'ris', 'csl.json'])(
  'All that defends a citation is read back from %s',
  (extension) => {
    const item = readBack(written(extension, 'A summit'));
    const name = ({ literal, family }: { literal?: string; family?: string }) => literal ?? family;
    if (extension === 'ris') {
      // This reader knows no author and no day of a `NEWS`; reference managers do.
      expect(written('ris', '')).toContain(`AU  - ${facts.agency}\r\n`);
      expect(written('ris', '')).toContain('DA  - 2025/09/04\r\n');
    } else {
      expect(item.author.map(name)).toEqual([facts.agency]);
      expect(item.issued['date-parts']).toEqual([[2025, 9, 4]]);
    }
    expect(item['publisher-place']).toBe('Pyongyang');
    expect(item.accessed['date-parts']).toEqual([[2026, 11, 25]]);
    expect(item.URL).toBe(facts.permalink);
    expect(item.note).toContain('https://site.example/a_b?c=1&d=%20#e');
    expect(item.note).toContain(`${facts.permalink}/stored`);
    expect(item.note).toContain(citationFor('').sha256);
    expect(written(extension, '')).toContain('Ada Neri');
    expect(JSON.stringify(item)).toContain('Il sito & co');
  },
);

test('The paragraph for people says the same', () => {
  expect(toPlainCitation(citationFor('A summit'))).toBe(
    'Korean Central News Agency. “A summit”. Pyongyang, 2025-09-04. Il sito & co, ' +
      'https://site.example/a_b?c=1&d=%20#e. Tr. Ada Neri. ' +
      'https://archive.example/dispatches/summit-in-moscow (2026-11-25). ' +
      `https://archive.example/dispatches/summit-in-moscow/stored, SHA-256 ${citationFor('').sha256}.`,
  );
});

test.each([
  ['Traduzione di Ada Neri', 'Ada Neri'],
  ['Traduzione a cura di Ada De Neri, redazione', 'Ada De Neri'],
  ['Tradotto da Ugo D’Alba (gruppo)', 'Ugo D’Alba'],
  ['Translated by J. Doe. All rights reserved', 'J. Doe'],
  ['Traduit par Léa Brun', 'Léa Brun'],
  ['Traducción: Ana Ríos', 'Ana Ríos'],
  ['Übersetzt von Max von Berg', 'Max von Berg'],
  ['Перевод: Анна Белова', 'Анна Белова'],
  ['翻译：李小明', '李小明'],
  ['번역: 김하나', '김하나'],
  ['Mario Rossi', null],
  ['the translation of the works', null],
  ['a translation by hand', null],
])('The byline "%s" names the translator %s', (byline, translator) => {
  expect(translatorOf({ byline, text: 'Pyongyang (KCNA) -- A text.' })).toBe(translator);
});

test('A translator is found at the ends of the text, and not in its middle', () => {
  const filler = 'word '.repeat(100);
  const at = (text: string) => translatorOf({ byline: null, text });
  expect(at(`${filler}\n\nTraduzione di Ada Neri`)).toBe('Ada Neri');
  expect(at(`${filler} Traduzione di Ada Neri ${filler}`)).toBeNull();
});
