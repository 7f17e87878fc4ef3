import type { Dispatch } from '../../indexer/dispatch.ts';
import type { EngineClient, EngineQuery } from './engine-client.ts';
import { HIT_FIELDS } from './engine-queries.ts';
import { quoted } from './filter-expression.ts';
import type { Results } from './results.ts';
import { readTerms } from './terms.ts';

const MOST_RELATED = 10;
const MOST_IN_FAMILY = 200;

/** A member of a family as a list names it. */
export type Version = Pick<Dispatch, (typeof VERSION_FIELDS)[number]>;
const VERSION_FIELDS = [
  'id',
  'headline',
  'agency',
  'credit',
  'language',
  'date',
  'relation',
  'site',
] as const;
/** Enough of each family for a list; the page of a dispatch shows them all. */
const MOST_VERSIONS = 2_000;

/** Dispatches about the same people and places whose words are most like the headline's. */
export async function relatedTo(
  dispatch: Dispatch,
  engine: EngineClient,
): Promise<readonly Dispatch[]> {
  const shared = [
    ...(dispatch.people.length > 0 ? [`people IN [${list(dispatch.people)}]`] : []),
    ...(dispatch.places.length > 0 ? [`places IN [${list(dispatch.places)}]`] : []),
  ].join(' OR ');
  const others = [
    `id != ${quoted(dispatch.id)}`,
    // Its own reprints are its family, not its relations.
    ...(dispatch.family === null ? [] : [`family != ${quoted(dispatch.family)}`]),
  ];
  return find(engine, {
    q: readTerms(wordsOf(dispatch)).forEngine,
    matchingStrategy: 'last',
    filter: [...others, ...(shared === '' ? [] : [shared])],
    limit: MOST_RELATED,
  });
}

/** The reprints, versions and translations of one dispatch, oldest first, itself among them. */
export async function familyOf(
  dispatch: Dispatch,
  engine: EngineClient,
): Promise<readonly Dispatch[]> {
  if (dispatch.family === null) return [dispatch];
  return find(engine, {
    q: '',
    filter: [`family = ${quoted(dispatch.family)}`],
    sort: ['sortAt:asc', 'id:asc'],
    limit: MOST_IN_FAMILY,
  });
}

/** The families of which a page of results shows one dispatch for all; ungrouped, each is a hit of its own. */
export function foldedFamilies({
  query,
  hits,
}: Pick<Results, 'query' | 'hits'>): readonly string[] {
  if (query.group !== 'family') return [];
  const families = hits.flatMap(({ family, familySize }) =>
    family !== null && familySize > 1 ? [family] : [],
  );
  return [...new Set(families)];
}

/** The members of several families, each oldest first. */
export async function versionsOf(
  families: readonly string[],
  engine: EngineClient,
): Promise<ReadonlyMap<string, readonly Version[]>> {
  if (families.length === 0) return new Map();
  const [found] = await engine.searchAll([
    {
      q: '',
      filter: [`family IN [${list(families)}]`],
      sort: ['sortAt:asc', 'id:asc'],
      limit: MOST_VERSIONS,
      attributesToRetrieve: [...VERSION_FIELDS, 'family'],
    },
  ]);
  const members = new Map<string, Version[]>(families.map((family) => [family, []]));
  for (const version of (found?.hits ?? []) as readonly (Version & Pick<Dispatch, 'family'>)[]) {
    members.get(version.family ?? '')?.push(version);
  }
  return members;
}

/** Quotes and minus signs of a headline are not operators. */
function wordsOf({ headline, text }: Dispatch): string {
  return (headline ?? text.slice(0, 200)).replace(/["“”«»-]/g, ' ');
}

async function find(engine: EngineClient, search: EngineQuery): Promise<readonly Dispatch[]> {
  const [found] = await engine.searchAll([{ ...search, attributesToRetrieve: [...HIT_FIELDS] }]);
  return (found?.hits ?? []) as readonly Dispatch[];
}

function list(values: readonly string[]): string {
  return values.map(quoted).join(', ');
}
