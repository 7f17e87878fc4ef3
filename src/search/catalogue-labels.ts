import type { AgencyCatalogue } from '../../config/agencies.ts';
import { type PeopleAuthority, personLabel } from '../../config/people.ts';
import { type Gazetteer, placeLabel } from '../../config/places.ts';
import { type Labels, plainLabels } from './labels.ts';

/** Labels from what the operator keeps in `config/`; ids that are not kept there stay as they are. */
export function catalogueLabels(
  agencies: AgencyCatalogue,
  { people }: PeopleAuthority,
  places: Gazetteer,
): Labels {
  const personOf = new Map(people.map((person) => [person.id, person]));
  return {
    labelOf: (facet, value, language) => {
      if (facet === 'agency') return agencies.byId(value)?.short ?? value;
      if (facet === 'place') return placeLabel(value, language, places);
      const person = facet === 'person' ? personOf.get(value) : undefined;
      return person ? personLabel(person, language) : plainLabels.labelOf(facet, value, language);
    },
  };
}
