import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPeople } from '../../config/people.ts';
import { findPeople } from '../../indexer/people/find-people.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';

type Variants = { readonly kind: string; readonly id: string; readonly forms: readonly string[] };

const matcher = buildMatcher(loadPeople());
const lines = readFileSync(new URL('variants.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const variants = lines.map((line) => JSON.parse(line) as Variants);
const floors = JSON.parse(
  readFileSync(new URL('../quality.json', import.meta.url), 'utf8'),
).peopleVariants;

describe('spellings of many languages', () => {
  it.each(['russian', 'korean'])(
    '%s names are matched above the floor, and never to another',
    (kind) => {
      const tried = variants
        .filter((one) => one.kind === kind)
        .flatMap(({ id, forms }) => forms.map((form) => ({ id, form })));
      const read = tried.map(({ id, form }) => ({
        id,
        form,
        people: findPeople(`The visit of ${form} was short.`, null, matcher).people,
      }));
      const missed = read.filter(({ id, people }) => !people.includes(id));
      const wrong = read.filter(({ id, people }) => people.some((person) => person !== id));
      expect(wrong).toEqual([]);
      const recall = 1 - missed.length / read.length;
      expect(recall, missed.map(({ form }) => form).join(', ')).toBeGreaterThanOrEqual(
        floors[kind].recall,
      );
    },
  );
});

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
