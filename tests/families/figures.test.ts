import { expect, it } from 'vitest';
import { figuresOf } from '../../indexer/families/figures.ts';

it.each([
  ['English thousands', 'some 1,200 houses and 12,345,678 trees', ['1200', '12345678']],
  ['Italian thousands', 'circa 1.200 case', ['1200']],
  ['thousands parted by a space', 'около 1 200 домов, 1 200 lits', ['1200']],
  ['a Swiss apostrophe', "1'200 Franken", ['1200']],
  ['decimals in either style', '4.5 percent, 4,5 per cento', ['4.5']],
  ['a date in digits', 'on 14.09.2024', ['14.09', '2024']],
  ['Arabic digits', '١٢٣ شخصا', ['123']],
  ['full-width digits', '２４０ミリ', ['240']],
  ['single digits, which say too little', 'the 5 of them met 3 times', []],
  ['the same figure twice', '240 mm, then 240 mm', ['240']],
])('reads %s', (_, text, figures) => {
  expect(figuresOf(text)).toEqual(figures);
});
