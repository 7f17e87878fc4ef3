import type { TraceLine } from '../article/article.ts';
import type { Dispatch, Unconfirmed } from '../dispatch.ts';
import { discoverPeople } from './discovery/discover-people.ts';
import { explainPerson } from './discovery/explain-person.ts';
import type { PersonModel } from './discovery/person-model.ts';
import type { PeopleReading } from './find-people.ts';

/** Full names in the text that nobody of the authority file bears, in order; never where it has read one. */
export function findUnconfirmed(
  text: string,
  { occurrences, refused }: Pick<PeopleReading, 'occurrences' | 'refused'>,
  model: PersonModel,
): Unconfirmed[] {
  const taken = [...occurrences, ...refused]
    .filter(({ field }) => field === 'text')
    .map(({ span: [start, end] }) => ({ start, end }));
  return discoverPeople(text, taken, model).map(({ span, confidence, ...candidate }) => ({
    ...candidate,
    span: [span.start, span.end],
    confidence: Math.round(confidence * 100) / 100,
  }));
}

/** Why each candidate was taken for a name: the features of its words that weigh most. */
export function explainUnconfirmed(
  { text, unconfirmed }: Pick<Dispatch, 'text' | 'unconfirmed'>,
  model: PersonModel,
): TraceLine[] {
  return unconfirmed.map(({ asPrinted, span: [start, end], confidence }) => ({
    step: 'person',
    rule: `discovered (${confidence})`,
    where: `${start}-${end} "${asPrinted}"`,
    text: explainPerson(text, { start, end }, model)
      .map(({ feature, word, weight }) => `${feature} of "${word}" +${weight.toFixed(1)}`)
      .join(', '),
  }));
}
