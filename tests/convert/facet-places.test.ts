import { describe, expect, it } from 'vitest';
import { loadPlaces, placeLabel } from '../../config/places.ts';
import { facetPlaces } from '../../indexer/convert/facet-places.ts';
import type { Dateline } from '../../indexer/dispatch.ts';

const gazetteer = loadPlaces();
const datelineOf = (...names: string[]) =>
  ({ places: names.map((name) => ({ name })) }) as Dateline;

describe('the place facet', () => {
  it.each([
    ['ROMA', 'Rome'],
    ['Рим', 'Rome'],
    ['평양', 'Pyongyang'],
    ['L’Avana', 'Havana'],
    ['İSTANBUL', 'Istanbul'],
    ['FORT-DE-FRANCE', 'Fort-de-France'],
    ['DON BENITO', 'Don Benito'],
    ['NAPA COUNTY', 'Napa County'],
    ['Mbuji-Mayi', 'Mbuji-Mayi'],
    ['大田', '大田'],
  ])('calls %s %s', (printed, name) => {
    expect(facetPlaces(datelineOf(printed), gazetteer)).toEqual([name]);
  });

  it('counts a place once, under whatever names it is printed', () => {
    expect(facetPlaces(datelineOf('Berlin', 'BERLINO'), gazetteer)).toEqual(['Berlin']);
  });

  it('has the Italian name for Italian readers', () => {
    expect(placeLabel('Moscow', 'it', gazetteer)).toBe('Mosca');
    expect(placeLabel('Moscow', 'en', gazetteer)).toBe('Moscow');
    expect(placeLabel('Don Benito', 'it', gazetteer)).toBe('Don Benito');
  });
});
