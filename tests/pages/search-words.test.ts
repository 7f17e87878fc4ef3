import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords, searchedWords } from '../../src/pages/search-words.ts';

const marked = (text: string, terms: string) =>
  markWords(text, searchedWords(terms))
    .filter((fragment) => fragment.marked)
    .map((fragment) => fragment.text);

describe('The words of a query', () => {
  it.each([
    ['summit moscow', ['summit', 'moscow']],
    ['"joint statement" -nuclear', ['joint', 'statement']],
    ['-"joint statement" Peace', ['peace']],
    ['Perón peron', ['peron']],
    ['well-known', ['well', 'known']],
    ['   ', []],
  ])('in %j are %j', (terms, words) => {
    expect(searchedWords(terms)).toEqual(words);
  });
});

describe('Marking', () => {
  it.each([
    ['whole words', 'The summit in Moscow', 'moscow', ['Moscow']],
    [
      'beginnings of four letters and more',
      'nuclear, nucleus, new',
      'nucle',
      ['nuclear', 'nucleus'],
    ],
    ['no word for a short beginning', 'An angry animal', 'an', ['An']],
    ['words inside words where no spaces are written', '김정은동지께서', '김정은', ['김정은']],
    ['Chinese words inside a sentence', '普京在北京会见', '北京', ['北京']],
    ['Cyrillic with other capitals', 'ПУТИН и Лавров', 'путин', ['ПУТИН']],
  ])('finds %s', (_, text, terms, expected) => {
    expect(marked(text, terms)).toEqual(expected);
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, terms) => {
        const fragments = markWords(text, searchedWords(terms));
        expect(fragments.map((fragment) => fragment.text).join('')).toBe(text);
      }),
    );
  });
});
