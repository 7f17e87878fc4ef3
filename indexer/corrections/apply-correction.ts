import { createHash } from 'node:crypto';
import type { Correction } from '../../config/corrections.ts';
import { dateFields } from '../convert/date-fields.ts';
import type { Dispatch, Evidence } from '../dispatch.ts';
import { toPartialDate } from '../partial-date.ts';

/**
 * The dispatch as the archive knows it to be: the corrected fields, what derives from them, and who
 * says so as their evidence. `namesOf` gives every name of a person, for the search.
 */
export function applyCorrection<D extends Dispatch>(
  dispatch: D,
  correction: Correction,
  namesOf: (person: string) => readonly string[],
): D {
  const { set } = correction;
  const corrected: D = {
    ...dispatch,
    ...set,
    ...(set.people && peopleFields(dispatch, set.people, namesOf)),
    ...(set.places && { places: [...set.places] }),
    evidence: { ...dispatch.evidence, ...evidenceOf(correction) },
    fingerprint: dispatch.fingerprint + fingerprintTail(correction),
  };
  return { ...corrected, ...dateOf(corrected, correction) };
}

/** What a correction adds to the fingerprint of its dispatch: another one, and it is applied anew. */
export function fingerprintTail(correction: Correction | undefined): string {
  if (correction === undefined) return '';
  const hash = createHash('sha256').update(JSON.stringify(correction)).digest('hex');
  return `-c${hash.slice(0, 8)}`;
}

function evidenceOf({ set, by, because }: Correction): Record<string, Evidence> {
  const evidence: Evidence = {
    rule: 'correction',
    printed: `${by}: ${because}`,
    confidence: 'high',
  };
  return Object.fromEntries(Object.keys(set).map((field) => [field, evidence]));
}

function peopleFields(
  dispatch: Dispatch,
  people: readonly string[],
  namesOf: (person: string) => readonly string[],
): Pick<Dispatch, 'people' | 'names' | 'mentions'> {
  return {
    people: [...people],
    names: [...new Set(people.flatMap(namesOf))],
    mentions: dispatch.mentions.filter(({ person }) => people.includes(person)),
  };
}

/** The one date to sort by follows its corrected ground; the day of the dispatch before that of the page. */
function dateOf(dispatch: Dispatch, { set }: Correction): Partial<Dispatch> {
  const followsPage = set.publishedAt !== undefined && dispatch.dateBasis === 'page';
  if (set.dispatchedOn === undefined && !followsPage) return {};
  const printed = dispatch.dispatchedOn ?? dispatch.publishedAt;
  const date = printed === null ? null : toPartialDate(printed);
  const basis = dispatch.dispatchedOn === null ? 'page' : 'dateline';
  return { ...dateFields(date), dateBasis: date === null ? 'none' : basis };
}
