import type { AgencyCatalogue } from '../../config/agencies.ts';
import type { Correction } from '../../config/corrections.ts';
import type { PeopleAuthority } from '../../config/people.ts';
import { writtenNames } from '../../config/people-checks.ts';
import type { Dispatch } from '../dispatch.ts';
import { applyCorrection, fingerprintTail } from './apply-correction.ts';

/** Applies what the operator knows better, dispatch by dispatch. */
export type Corrector = {
  readonly correct: (dispatch: Dispatch) => Dispatch;
  /** What the fingerprint of the dispatch with this id ends with; empty without a correction. */
  readonly tail: (id: string) => string;
  /** Ids that are corrected. */
  readonly ids: readonly string[];
  /** Ids of dispatches that are corrected to name one of these people. */
  readonly naming: (people: ReadonlySet<string>) => readonly string[];
  /** Throws one error that names every correction with an agency or a person that does not exist. */
  readonly check: () => void;
};

/** Whom corrections may name; asked only when there is something to correct or to check. */
export type Known = {
  readonly agencies: () => AgencyCatalogue;
  readonly people: () => PeopleAuthority;
};

/** Changes nothing. */
export const NO_CORRECTIONS: Corrector = {
  correct: (dispatch) => dispatch,
  tail: () => '',
  ids: [],
  naming: () => [],
  check: () => {},
};

export function correctorOf(corrections: ReadonlyMap<string, Correction>, known: Known): Corrector {
  const all = [...corrections.values()];
  const namesOf = (id: string): readonly string[] => {
    const person = known.people().people.find((one) => one.id === id);
    return person ? writtenNames(person) : [];
  };
  return {
    ids: [...corrections.keys()],
    tail: (id) => fingerprintTail(corrections.get(id)),
    correct(dispatch) {
      const correction = corrections.get(dispatch.id);
      if (correction === undefined) return dispatch;
      return applyCorrection(dispatch, correction, namesOf);
    },
    naming: (people) =>
      all.filter(({ set }) => set.people?.some((one) => people.has(one))).map(({ id }) => id),
    check() {
      const faults = all.flatMap((correction) => faultsOf(correction, known));
      if (faults.length > 0) throw new Error(faults.join('\n'));
    },
  };
}

function faultsOf({ id, set }: Correction, { agencies, people }: Known): readonly string[] {
  const unknownPeople = (set.people ?? []).filter(
    (person) => !people().people.some((one) => one.id === person),
  );
  return [
    ...(set.agency && agencies().byId(set.agency) === null
      ? [`corrections: ${id}: there is no agency "${set.agency}"`]
      : []),
    ...unknownPeople.map((person) => `corrections: ${id}: there is no person "${person}"`),
  ];
}
