import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPeople } from '../../config/people.ts';
import { findPeople } from '../../indexer/people/find-people.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';

const matcher = buildMatcher(loadPeople());

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    ...[
      'Kim',
      'Jong',
      'Un',
      '김정은',
      '习近平',
      'Putin',
      'Vladimir',
      'и',
      'Путину',
      'President',
      '-',
      ',',
      '.',
      ' ',
    ],
    ...[
      '\n\n',
      'ß',
      'Ł',
      '\u0301',
      '\ud83d\ude00',
      'بوتين',
      'プーチン',
      '·',
      'ComradeKim',
      'of',
      'University',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 30 }).map((list) => list.join(' ')),
    fc.array(pieces, { maxLength: 30 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('spans are in the text and print the name, in order and without overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { people, mentions, occurrences } = findPeople(text, null, matcher);
        expect(new Set(people).size).toBe(people.length);
        expect(mentions.map(({ person }) => person)).toEqual(people);
        for (const { span, asPrinted } of mentions) expect(text.slice(...span)).toBe(asPrinted);
        let end = 0;
        for (const { span } of occurrences) {
          expect(span[0]).toBeGreaterThanOrEqual(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          end = span[1];
        }
        expect(mentions.reduce((sum, { count }) => sum + count, 0)).toBe(occurrences.length);
      }),
    );
  });
});
