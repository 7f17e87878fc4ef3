import { describe, expect, it } from 'vitest';
import { formatsFor } from '../../src/pages/formats.ts';
import { en } from '../../src/pages/words/en.ts';
import { chooseWords, INTERFACES } from '../../src/pages/words/interface-language.ts';
import { it as italian } from '../../src/pages/words/it.ts';

describe('The language of the interface', () => {
  it.each([
    ['it', 'en-US,en', 'it'],
    ['en', 'it', 'en'],
    [null, 'it-CH,it;q=0.9,en;q=0.5', 'it'],
    [null, 'de,it;q=0.3,en;q=0.8', 'en'],
    [null, 'de,it;q=0', 'en'],
    [null, '', 'en'],
    ['xx', 'it', 'it'],
  ])('for ?ui=%s and Accept-Language %j is %s', (ui, accept, language) => {
    expect(chooseWords(ui, accept).language).toBe(language);
  });

  it.each(INTERFACES)('$languageName leaves no phrase empty', (words) => {
    for (const phrase of Object.values(words)) {
      if (typeof phrase === 'string') expect(phrase.trim()).not.toBe('');
    }
  });
});

it('makes phrases agree with their number, and writes numbers as the language does', () => {
  expect(en.dispatches(1)).toBe('1 dispatch');
  expect(en.dispatches(1234)).toBe('1,234 dispatches');
  expect(italian.dispatches(1)).toBe('1 dispaccio');
  expect(italian.dispatches(12345)).toBe('12.345 dispacci');
});

describe('Dates keep their precision', () => {
  it.each([
    ['en', '2025-09-04', '4 September 2025'],
    ['en', '2025-09', 'September 2025'],
    ['en', '2025', '2025'],
    ['it', '2025-09-04', '4 settembre 2025'],
    ['it', '1953-03', 'marzo 1953'],
    ['en', 'no date', 'no date'],
  ])('in %s, %s is %s', (language, partial, written) => {
    expect(formatsFor(language).date(partial)).toBe(written);
  });

  it('names a day of any year, the leap day too', () => {
    expect(formatsFor('en').monthDay('02-29')).toBe('29 February');
  });
});
