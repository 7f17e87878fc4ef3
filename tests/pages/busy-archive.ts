import { loadAgencies } from '../../config/agencies.ts';
import { loadPeople } from '../../config/people.ts';
import { loadPlaces } from '../../config/places.ts';
import type { FacadeOptions } from '../../src/facade.ts';
import { aDispatch } from '../a-dispatch.ts';

/** The day that "today" is in these tests. */
export const TODAY = new Date('2025-09-30T12:00:00Z');

const catalogues = { agencies: loadAgencies(), people: loadPeople(), places: loadPlaces() };
const BUILDERS = ['vladimir-putin', 'kim-jong-un'];
const PEOPLE = catalogues.people.people
  .map(({ id }) => id)
  .filter((id) => !BUILDERS.includes(id))
  .slice(0, 60);

/** The catalogues of the project, and a clock that stands. */
export const busyOptions: Partial<FacadeOptions> = { ...catalogues, today: () => TODAY };

/**
 * An archive with long facets, families of reprints, and dispatches of the last days: eleven years with
 * twelve dispatches each, of 1990 to 2000, and twelve of September 2025.
 */
export const busyArchive = [
  ...Array.from({ length: 132 }, (_, i) =>
    report(i, `${1990 + Math.floor(i / 12)}-${two(i % 12)}-09`),
  ),
  ...Array.from({ length: 12 }, (_, i) => report(132 + i, `2025-09-${two(i * 2 + 5)}`)),
  ...Array.from({ length: 4 }, (_, i) =>
    aDispatch({
      id: `bridge-000${i}`,
      headline: `Bridge over the Tumen opened, version ${i}`,
      text: 'Rason, May 3 (KCNA) -- The bridge was opened by Vladimir Putin and Kim Jong Un.',
      agency: i === 3 ? 'tass' : 'kcna',
      language: i === 2 ? 'it' : 'en',
      family: 'bridge',
      relation: (['original', 'reprint', 'translation', 'version'] as const)[i] ?? 'version',
      date: `1994-05-0${3 + i}`,
      people: BUILDERS,
      names: ['Vladimir Putin', 'Путин', 'Kim Jong Un'],
      places: ['Rason'],
    }),
  ),
  aDispatch({ id: 'undated-0001', headline: 'A letter without a day', text: 'None.', date: null }),
];

function report(i: number, date: string) {
  const person = PEOPLE[i % PEOPLE.length] ?? 'kim-jong-un';
  return aDispatch({
    id: `report-${String(i).padStart(4, '0')}`,
    headline: `Harvest report number ${i + 1}`,
    text: `Pyongyang (KCNA) -- Grain and rice came in as planned, said report ${i + 1}. ${'Fields were in order. '.repeat(20)}`,
    agency: ['kcna', 'tass', 'ansa'][i % 3] ?? 'kcna',
    date,
    places: ['Pyongyang'],
    people: [person],
    names: [person.replaceAll('-', ' ')],
  });
}

function two(n: number): string {
  return String((n % 28) + 1).padStart(2, '0');
}
