import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matcherOf } from '../../src/search/matcher.ts';
import { scanWords } from '../../src/search/scan-words.ts';
import { marked, snippetOf } from '../../src/search/snippet.ts';
import { readTerms } from '../../src/search/terms.ts';

const markedWords = (terms: string, text: string) =>
  marked(text, matcherOf(readTerms(terms).used)).flatMap((one) => (one.marked ? [one.text] : []));

test.each([
  ['tea', 'Teas and a cup of tea', ['Teas', 'tea'], 'the last word is a beginning'],
  ['tea cup', 'Teas, tea and cups', ['tea', 'cups'], 'the words before it are whole'],
  ['citta', 'La città è citta', ['città', 'citta'], 'diacritics do not count'],
  ['harvset', 'A harvest', ['harvest'], 'two letters that changed places are one typo'],
  ['havrset', 'A harvest', [], 'and more are too many in a word of seven letters'],
  ['harvets', 'All the harvesters', ['harvesters'], 'the beginning may have a typo too'],
  ['harvess', 'A harvest', ['harvest'], 'a word of seven letters may have one typo'],
  ['embassadors', 'The ambassadors', ['ambassadors'], 'a wrong first letter counts as two typos'],
  ['embassador', 'An amassador', [], 'and one more is too many'],
  ['ambassadors', 'Some mbassadors', ['mbassadors'], 'the first letter may be missing'],
  ['ambassadors', 'Some hambassadors', ['hambassadors'], 'or be one too many'],
  ['ambassadors', 'Some mabassadors', ['mabassadors'], 'or have changed places with the second'],
  ['ambassadors', 'Some hámbassadors', ['hámbassadors'], 'whatever accent the second has'],
  ['ambassadors', 'Some OMBASSADORS', ['OMBASSADORS'], 'and whatever case'],
  ['"in the west" east', 'In the East, and in the west', ['East', 'in the west'], 'both'],
  ['rarvest', 'A harvest', [], 'where only one is forgiven, it must be right'],
  ['1500', 'In 1501 and 15000', ['15000'], 'numbers have no typos'],
  ['-tea cup', 'A cup of tea', ['cup'], 'excluded words are not marked'],
  ['习近平', '国家主席习近平访问', ['习近平'], 'scripts without spaces are looked into'],
  [
    'kim jong un',
    'All’università Kim Jong Un: un discorso unico',
    ['Kim', 'Jong', 'Un', 'un'],
    'a last word of two letters is no beginning',
  ],
  ['kim jong nam', 'Kim Jong Nam in Namibia', ['Kim', 'Jong', 'Nam'], 'where it stands whole'],
  ['kim jong nam', 'Of Namibia', ['Namibia'], 'a last word of three letters is a beginning'],
  ['"joint statement"', 'A joint venture, a Joint Statement', ['Joint Statement'], 'phrases'],
  ['"joint statemint"', 'A joint statement', [], 'phrases have no typos'],
  ['министр', 'МИНИСТРЫ и министр', ['МИНИСТРЫ', 'министр'], 'Cyrillic'],
  ['σεισμος', 'Ο ΣΕΙΣΜΟΣ και ο σεισμός', ['ΣΕΙΣΜΟΣ', 'σεισμός'], 'the final sigma'],
  ['وزير', 'قال الوزير إن وزيرا', ['الوزير', 'وزيرا'], 'the Arabic article belongs to the word'],
  ['김정은', '김정은은 말했다', ['김정은은'], 'Korean particles belong to the word'],
])('%s in “%s” marks %j: %s', (terms, text, expected) => {
  expect(markedWords(terms, text)).toEqual(expected);
});

test('Words are found as the regular expression for words finds them, whatever the text', () => {
  const text = fc.string({
    maxLength: 60,
    unit: fc.oneof(
      fc.constantFrom('a', 'B', '3', ' ', '.', 'é', 'ß', '😀', '\u0301', '𝒜', '\ud83d'),
      fc.string({ unit: 'binary', maxLength: 1 }),
    ),
  });
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (any) => {
      const words: string[] = [];
      scanWords(
        any,
        () => true,
        (start, end) => words.push(any.slice(start, end)) > 0,
      );
      expect(words).toEqual(any.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
    }),
    { numRuns: 500 },
  );
});

test('A snippet is a piece of the text around the words, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 900, unit: 'grapheme' }), fc.string(), (text, terms) => {
      const fragments = snippetOf(text, matcherOf(readTerms(terms).used));
      const shown = fragments.map((one) => one.text).join('');
      const flat = text.replace(/\s+/g, ' ');
      const inner = shown.replace(/^… /, '').replace(/ …$/, '');
      if (!/\s\s|[^\S ]/.test(text)) expect(flat).toContain(inner);
      expect(shown.length).toBeLessThan(320);
    }),
  );
});

test('A snippet shows most of the different words, not the first of them', () => {
  const text = `A tea house. ${'Nothing here. '.repeat(60)}Tea from the harvest. ${'More. '.repeat(60)}`;
  const shown = snippetOf(text, matcherOf(readTerms('tea harvest').used));
  expect(shown.filter((one) => one.marked).map((one) => one.text)).toEqual(['Tea', 'harvest']);
});

test('A snippet begins with the dispatch, not with the source line before it, unless only that matches', () => {
  const text = `SOURCE: https://wire.example/tea-trade\n\nCalcutta, June 4 (PTI) — ${'The market was calm. '.repeat(30)}`;
  const opening = text.indexOf('Calcutta');
  const shown = (terms: string) =>
    snippetOf(text, matcherOf(readTerms(terms).used), [], opening)
      .map((one) => one.text)
      .join('');
  expect(shown('')).toMatch(/^Calcutta, June 4/);
  expect(shown('market')).toMatch(/^Calcutta, June 4/);
  expect(shown('wire')).toMatch(/^SOURCE/);
});
