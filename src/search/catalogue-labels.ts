import type { AgencyCatalogue } from '../../config/agencies.ts';
import { type PeopleAuthority, personLabel } from '../../config/people.ts';
import { type Gazetteer, placeLabel } from '../../config/places.ts';
import { isUnconfirmed } from '../../indexer/dispatch.ts';
import { type Labels, plainLabels, withRemark } from './labels.ts';
import { nobodyUnconfirmed, type UnconfirmedPeople } from './unconfirmed-people.ts';

/** Labels from what the operator keeps in `config/`; ids that are not kept there stay as they are. */
export function catalogueLabels(
  agencies: AgencyCatalogue,
  { people }: PeopleAuthority,
  places: Gazetteer,
  unconfirmed: UnconfirmedPeople = nobodyUnconfirmed,
  /** What readers of a language have to know of somebody whom nobody confirmed. */
  unconfirmedIn: (language: string) => string = () => 'unconfirmed',
): Labels {
  const personOf = new Map(people.map((person) => [person.id, person]));
  return {
    labelOf: (facet, value, language) => {
      if (facet === 'agency') return agencies.byId(value)?.short ?? value;
      if (facet === 'place') return placeLabel(value, language, places);
      if (facet === 'person' && isUnconfirmed(value)) {
        return withRemark(unconfirmed.namesOf(value)[0] ?? value, unconfirmedIn(language));
      }
      const person = facet === 'person' ? personOf.get(value) : undefined;
      return person ? personLabel(person, language) : plainLabels.labelOf(facet, value, language);
    },
  };
}
