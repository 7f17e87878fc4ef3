import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize, toSentences } from '../../indexer/people/discovery/tokenize.ts';

const words = (text: string) => tokenize(text).map((token) => token.text);

describe('the tokenizer', () => {
  it('loses nothing but white space, and every token is the slice its offsets say', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom("D'", 'Alema', ' ', '\n', 'J.', '’', 's', '-', '.', 'И.', '12'), {
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenize(text);
        const slices = tokens.map(({ start, end }) => text.slice(start, end));
        const ends = [0, ...tokens.map(({ end }) => end)];
        const gaps = ends.map((end, index) => text.slice(end, tokens[index]?.start));
        expect(slices).toEqual(tokens.map((token) => token.text));
        expect(gaps.join('').trim()).toBe('');
        expect(toSentences(text, tokens).flat()).toEqual(tokens);
      }),
    );
  });

  it.each([
    ["Massimo D'Alema e dell'Utri", ['Massimo', "D'", 'Alema', 'e', "dell'", 'Utri']],
    ["O'Neill’s dog", ["O'Neill", '’s', 'dog']],
    ['J.R.R. Tolkien, Mr. Smith', ['J.R.R.', 'Tolkien', ',', 'Mr.', 'Smith']],
    ['Ден Сяопин и И.И. Иванов', ['Ден', 'Сяопин', 'и', 'И.И.', 'Иванов']],
    ['Jean-Luc al-Assad 12-year', ['Jean-Luc', 'al-Assad', '12-year']],
    ["l'on. Rossi", ["l'", 'on.', 'Rossi']],
  ])('cuts %s the way names need it', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['He left. She stayed.', 2],
    ['Mr. Smith met J. Brown.', 1],
    ['A HEADLINE\nThe text goes on', 2],
    ['a first paragraph\n\nand a second', 2],
    [`a line that was wrapped at the right margin of the old printer and\ngoes on`, 1],
    ['«Basta!» Poi uscì.', 2],
  ])('finds the sentences of %j', (text, count) => {
    expect(toSentences(text, tokenize(text))).toHaveLength(count);
  });
});
