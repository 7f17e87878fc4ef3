import { expect, test } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';
import { loadPeople } from '../../config/people.ts';
import { loadPlaces } from '../../config/places.ts';
import { catalogueLabels } from '../../src/search/catalogue-labels.ts';

const { labelOf } = catalogueLabels(loadAgencies(), loadPeople(), loadPlaces());

test.each([
  ['agency', 'kcna', 'it', 'KCNA'],
  ['agency', 'no-such-agency', 'it', 'no-such-agency'],
  ['person', 'vladimir-putin', 'en', 'Vladimir Putin'],
  ['person', 'nobody-we-know', 'en', 'nobody-we-know'],
  ['lang', 'ru', 'it', 'russo'],
  ['lang', 'ru', 'en', 'Russian'],
  ['place', 'Moscow', 'it', 'Mosca'],
  ['place', 'Don Benito', 'it', 'Don Benito'],
] as const)('The %s %s is shown in %s as %s', (facet, value, language, label) => {
  expect(labelOf(facet, value, language)).toBe(label);
});
