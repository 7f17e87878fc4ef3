import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords, searchedWords } from '../../src/pages/search-words.ts';

const marked = (text: string, terms: string) =>
  markWords(text, searchedWords(terms))
    .filter((fragment) => fragment.marked)
    .map((fragment) => fragment.text);

describe('In the text of a dispatch', () => {
  it.each([
    ['whole words', 'The summit in Moscow', 'moscow', ['Moscow']],
    ['beginnings', 'nuclear, nucleus, new', 'nucle', ['nuclear', 'nucleus']],
    ['no word for a short beginning', 'An angry animal', 'an', ['An']],
    ['no excluded word', 'Peace, no nuclear war', 'peace -nuclear', ['Peace']],
    ['a phrase as one', 'The Joint Statement', '"joint statement"', ['Joint Statement']],
    ['a word with the particle written onto it', '김정은동지께서', '김정은', ['김정은동지께서']],
    ['Chinese words inside a sentence', '普京在北京会见', '北京', ['北京']],
    ['Cyrillic with other capitals', 'ПУТИН и Лавров', 'путин', ['ПУТИН']],
    ['nothing without words', 'The summit', '', []],
  ])('marking finds %s', (_, text, terms, expected) => {
    expect(marked(text, terms)).toEqual(expected);
  });

  it('marking never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, terms) => {
        const fragments = markWords(text, searchedWords(terms));
        expect(fragments.map((fragment) => fragment.text).join('')).toBe(text);
      }),
    );
  });
});
