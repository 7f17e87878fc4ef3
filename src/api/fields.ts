import type { Dispatch } from '../../indexer/dispatch.ts';
import { HIT_FIELDS } from '../search/engine-queries.ts';
import { agencyOf, type Naming, namedPeople } from '../search/hits.ts';
import { nearest } from '../search/nearest.ts';
import { PUBLIC_FIELDS, type PublicDispatch } from '../search/public-dispatch.ts';
import type { Hit } from '../search/results.ts';
import { ProblemError } from './problem.ts';
import { dispatchJson, hitJson } from './results-json.ts';

/** Which fields of each dispatch an answer has. */
export type Fields = {
  /** `null`: those that a list shows. */
  readonly names: readonly string[] | null;
  readonly whole: boolean;
  /** What the engine must give for them. */
  readonly retrieve: readonly string[];
};

/** What a list has besides the fields of dispatches, and is made of these. */
const MADE_OF: Readonly<Record<string, readonly string[]>> = {
  fragments: ['headline', 'text', 'mentions', 'dateline'],
  similarSpelling: ['headline', 'standfirst', 'text', 'names'],
  links: ['id', 'url'],
  familySize: ['family'],
};
const ALL: readonly string[] = [...PUBLIC_FIELDS, ...Object.keys(MADE_OF)];

/** Reads `fields=id,headline,text` or `fields=*`; throws the problem when one is not `allowed`. */
export function fieldsOf(text: string | null, allowed: readonly string[] = ALL): Fields {
  if (text === null) return { names: null, whole: false, retrieve: [] };
  if (text === '*') return { names: null, whole: true, retrieve: PUBLIC_FIELDS };
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !allowed.includes(name));
  if (unknown !== undefined) throw unknownField(unknown, allowed);
  const retrieve = names.flatMap((name) => MADE_OF[name] ?? name);
  // The form that was printed first stands in the mentions.
  if (names.includes('people')) retrieve.push('mentions');
  return { names, whole: false, retrieve };
}

/** What the engine must give for dispatches in these fields. */
export function retrieveFor({ retrieve }: Fields): readonly string[] {
  return retrieve.length > 0 ? retrieve : [...HIT_FIELDS, 'names'];
}

/** Fields that lists give in another form than the whole dispatch has. */
const AS_IN_LISTS: Readonly<Record<string, (dispatch: Dispatch, naming: Naming) => unknown>> = {
  agency: agencyOf,
  people: namedPeople,
  dateline: ({ dateline }) => dateline?.text ?? null,
};

/** True when the answer says how large the family of each dispatch is. */
export function showsFamilySize({ names, whole }: Fields): boolean {
  return names === null ? !whole : names.includes('familySize');
}

/** One dispatch with the fields that were asked for; `hitOf` makes what a list has besides. */
export function pick(
  fields: Fields,
  hitOf: () => Hit,
  dispatch: Partial<Dispatch> | undefined,
  naming: Naming,
): object {
  const { names, whole } = fields;
  if (whole && dispatch) return dispatchJson(dispatch as PublicDispatch, naming);
  if (names === null || dispatch === undefined) return hitJson(hitOf());
  const shown: Readonly<Record<string, unknown>> = {
    ...dispatch,
    // Costs more than all else, and most who choose fields want none of it.
    ...(names.some((name) => name in MADE_OF) ? hitJson(hitOf()) : {}),
  };
  const shownAs = (name: string) => {
    const asInLists = AS_IN_LISTS[name];
    return asInLists ? asInLists(dispatch as Dispatch, naming) : shown[name];
  };
  return Object.fromEntries(names.map((name) => [name, shownAs(name)]));
}

/** The chosen fields of a dispatch as the index holds them. */
export function pickWhole({ names }: Fields, dispatch: Dispatch): object {
  if (names === null) return dispatch;
  const source: Record<string, unknown> = dispatch;
  return Object.fromEntries(names.map((name) => [name, source[name]]));
}

function unknownField(name: string, allowed: readonly string[]): ProblemError {
  const detail = `There is no field ${JSON.stringify(name.slice(0, 80))}.`;
  const meant = nearest(name, allowed);
  const suggestion = meant === null ? {} : { didYouMean: meant };
  return new ProblemError({
    status: 400,
    type: 'invalid-parameter',
    detail,
    errors: [{ parameter: 'fields', detail, allowed, ...suggestion }],
  });
}
