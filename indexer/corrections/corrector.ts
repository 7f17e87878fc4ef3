import type { AgencyCatalogue } from '../../config/agencies.ts';
import type { Correction } from '../../config/corrections.ts';
import type { Dispatch } from '../dispatch.ts';
import type { PeopleMatcher } from '../people/matcher.ts';
import { applyCorrection, fingerprintTail } from './apply-correction.ts';

/** Applies what the operator knows better, dispatch by dispatch. */
export type Corrector = {
  readonly correct: (dispatch: Dispatch) => Dispatch;
  /** What the fingerprint of the dispatch with this id ends with; empty without a correction. */
  readonly tail: (id: string) => string;
  /** Ids that are corrected. */
  readonly ids: readonly string[];
};

/** Changes nothing. */
export const NO_CORRECTIONS: Corrector = {
  correct: (dispatch) => dispatch,
  tail: () => '',
  ids: [],
};

/** Throws one error that names every correction with an agency or a person that does not exist. */
export function correctorOf(
  corrections: ReadonlyMap<string, Correction>,
  agencies: AgencyCatalogue,
  { people, names }: PeopleMatcher,
): Corrector {
  const namesById = new Map(people.map(({ id }, at) => [id, names[at] ?? []]));
  const faults = [...corrections.values()].flatMap(({ id, set }) => [
    ...(set.agency && agencies.byId(set.agency) === null
      ? [`corrections: ${id}: there is no agency "${set.agency}"`]
      : []),
    ...(set.people ?? [])
      .filter((person) => !namesById.has(person))
      .map((person) => `corrections: ${id}: there is no person "${person}"`),
  ]);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return {
    ids: [...corrections.keys()],
    tail: (id) => fingerprintTail(corrections.get(id)),
    correct(dispatch) {
      const correction = corrections.get(dispatch.id);
      if (correction === undefined) return dispatch;
      return applyCorrection(dispatch, correction, (person) => namesById.get(person) ?? []);
    },
  };
}
