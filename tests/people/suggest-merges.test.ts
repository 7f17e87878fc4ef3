import { expect, it } from 'vitest';
import { isFamilyFirst } from '../../indexer/people/name-order.ts';
import type { PersonDocument } from '../../indexer/people/people-index.ts';
import { suggestMerges } from '../../indexer/people/suggest-merges.ts';

function person(id: string, count: number, ...names: string[]): PersonDocument {
  return {
    ...{ id, count, name: names[0] ?? id, names, labels: {}, confirmed: !id.startsWith('new-') },
    ...{ firstSeen: null, lastSeen: null, agencies: [], roles: [] },
  };
}

it.each([
  ['another spelling', 'Jurij Usciakov', ['Jurij Ušakov', 'Юрий Ушаков'], 'Юрий Ушаков'],
  ['the other script', 'Сергей Карпухин', ['Sergej Karpuchin'], 'Sergej Karpuchin'],
  ['the other order', 'Tarantelli Ugo', ['Ugo Tarantelli'], 'Ugo Tarantelli'],
  ['a letter less', 'Edoard Brancaleone', ['Edoardo Brancaleone'], 'Edoardo Brancaleone'],
])('suggests %s', (_, name, names, form) => {
  const suggestions = suggestMerges([person('new-one', 1, name), person('known', 9, ...names)]);
  expect(suggestions).toMatchObject([{ person: { id: 'new-one' }, like: { id: 'known' }, form }]);
  expect(suggestions[0]?.score).toBeGreaterThan(0.84);
});

it('suggests neither people of one family nor anybody twice', () => {
  const people = [
    person('new-carla-tarantelli', 3, 'Carla Tarantelli'),
    person('ugo-tarantelli', 9, 'Ugo Tarantelli'),
    person('new-ugo-tarantello', 2, 'Ugo Tarantello'),
    person('new-ugo-taranteli', 1, 'Ugo Taranteli'),
  ];
  expect(suggestMerges(people).map(({ person, like }) => [person.id, like.id])).toEqual([
    ['new-ugo-taranteli', 'ugo-tarantelli'],
    ['new-ugo-tarantello', 'ugo-tarantelli'],
  ]);
});

it('suggests no Korean whose syllables stand in another order', () => {
  const people = [person('new-kim-song-il', 3, 'Kim Song Il'), person('known', 9, 'Kim Il Song')];
  expect(suggestMerges(people)).toEqual([]);
});

it.each([
  ['Kim Tok Hun', true],
  ['Choe Son Hui', true],
  ['Ugo Tarantelli', false],
  ['Kim Novak', false],
])('reads the family name of %s first: %s', (name, first) => {
  expect(isFamilyFirst(name)).toBe(first);
});
