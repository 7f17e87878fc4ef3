import type { Meilisearch } from 'meilisearch';
import { canonicalForm } from '../convert/dispatch-id.ts';
import type { Dispatch } from '../dispatch.ts';
import { readAll, updateFields } from '../load/all-documents.ts';
import type { FamilyMember } from './family-member.ts';
import { groupFamilies, type Place } from './group-families.ts';
import { decodeSketch } from './sketch.ts';

/** What one grouping came to. */
export type FamiliesReport = {
  readonly families: number;
  /** Dispatches that have relatives. */
  readonly members: number;
  /** Dispatches whose place was another before. */
  readonly changed: number;
};

const FIELDS = [
  'id',
  'language',
  'agency',
  'dispatchedOn',
  'publishedAt',
  'date',
  'people',
  'provenance',
  'url',
  'traits',
  'family',
  'relation',
] as const satisfies readonly (keyof Dispatch)[];

type Stored = Pick<Dispatch, (typeof FIELDS)[number]>;

/** The language in which an agency writes first, by the id of the agency. */
export type HomeLanguages = ReadonlyMap<string, string>;

/**
 * Groups all dispatches of an index into families and writes the places that changed, and only those.
 * Throws `TaskFailure` when the engine does not take them.
 */
export async function writeFamilies(
  client: Meilisearch,
  index: string,
  homes: HomeLanguages,
  deadlineMs: number,
): Promise<FamiliesReport> {
  const stored = await readAll<Stored>(client, index, deadlineMs, FIELDS);
  const members = stored.map((one) => memberOf(one, homes));
  const places = groupFamilies(members);
  const changed = members.flatMap(({ id, family, relation }) => {
    const place = places.get(id) ?? NOWHERE;
    return place.family === family && place.relation === relation ? [] : [{ id, ...place }];
  });
  await updateFields(client, index, changed, deadlineMs);
  const names = [...places.values()].flatMap(({ family }) => family ?? []);
  return { families: new Set(names).size, members: names.length, changed: changed.length };
}

const NOWHERE: Place = { family: null, relation: null };

/** A stored dispatch as a possible relative of others. */
export function memberOf(stored: Stored, homes: HomeLanguages): FamilyMember {
  const { id, language, agency, people, family, relation, traits } = stored;
  return {
    id,
    language,
    agency,
    isHome: agency !== null && language !== null && homes.get(agency) === language,
    people,
    family,
    relation,
    sentOn: stored.dispatchedOn?.length === FULL_DAY ? stored.dispatchedOn : null,
    appearedOn: stored.publishedAt ?? stored.date,
    ownUrl: stored.url === null ? null : pageAddress(stored.url),
    citedUrls: stored.provenance.flatMap(({ kind, url }) =>
      kind === 'source' && url !== null ? (pageAddress(url) ?? []) : [],
    ),
    sketch: decodeSketch(traits.sketch),
    figures: traits.figures,
    words: traits.words,
  };
}

const FULL_DAY = '2024-09-14'.length;

/** One spelling of an address; `null` for a site as a whole, which says nothing about one page. */
function pageAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const form = canonicalForm(url);
  return form.endsWith('/') ? null : form;
}
