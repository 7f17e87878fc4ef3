import type { Dispatch } from '../../indexer/dispatch.ts';
import { aDispatch } from '../a-dispatch.ts';

const AGENCIES = ['kcna', 'ansa', 'tass', 'afp', null];
const PEOPLE = ['kim-jong-un', 'vladimir-putin', 'yuri-ušakov', 'o"brien \\ sons'];
const PLACES = ['Pyongyang', 'Roma', "L'Aquila"];
const WORDS = ['tea', 'harvest', 'città', 'coal', 'treaty', 'esercito', 'summit', 'flood'];
const DATES = [null, '1997', '1997-03', '1997-03-08', '1998-01-01', '2025-09-04', '2025-09-30'];

/** Numbers that look random and are always the same. */
function mix(n: number, salt: number): number {
  const first = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 15), 0x2c1b3c6d);
  return (second ^ (second >>> 12)) >>> 0;
}

/** Sixty dispatches in which every combination of filters finds something or nothing, always the same. */
export const archive: readonly Dispatch[] = Array.from({ length: 60 }, (_, n) => {
  const pick = <T>(from: readonly T[], salt: number): T => from[mix(n, salt) % from.length] as T;
  const people = PEOPLE.filter((_, i) => mix(n, 20 + i) % 3 === 0);
  const words = WORDS.filter((_, i) => mix(n, 30 + i) % 4 === 0);
  const date = pick(DATES, 3);
  return aDispatch({
    id: `archive-${String((n * 37) % 60).padStart(2, '0')}`,
    headline: `Report ${n}: ${words.join(' ')}`,
    text: `Pyongyang -- The ${words.join(', ')} of number ${n}.`,
    agency: pick(AGENCIES, 2),
    people,
    names: people,
    places: PLACES.filter((_, i) => mix(n, 40 + i) % 4 === 0),
    language: pick(['en', 'it', null], 5),
    date,
    publishedAt: pick(DATES, 5),
    family: n % 6 === 0 ? `family-${n % 4}` : null,
  });
});

export const values = {
  agency: AGENCIES,
  person: PEOPLE,
  place: PLACES,
  words: WORDS,
  dates: DATES,
};
