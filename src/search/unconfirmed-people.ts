import type { EngineClient, PersonNames } from './engine-client.ts';

/** Names of the people whom no catalogue knows, as the archive prints them. */
export type UnconfirmedPeople = { readonly namesOf: (person: string) => readonly string[] };

/** For an archive of which nobody asked. */
export const nobodyUnconfirmed: UnconfirmedPeople = { namesOf: () => [] };

/**
 * The same engine, which at every search also sees to it that the names are those of the current index:
 * whoever labels an answer has them. When they can't be read, ids stand for names; the search decides alone
 * whether it failed.
 */
export function followUnconfirmed(engine: EngineClient): {
  readonly engine: EngineClient;
  readonly unconfirmed: UnconfirmedPeople;
} {
  let known: { build: string; names: ReadonlyMap<string, readonly string[]> } | null = null;
  const refresh = async () => {
    const build = (await engine.indexBuild()) ?? '';
    // Without a build nobody can say that they changed: read once.
    if (known?.build === build) return;
    known = { build, names: toMap(await engine.unconfirmedPeople()) };
  };
  const searchAll: EngineClient['searchAll'] = async (queries) => {
    const [results] = await Promise.all([engine.searchAll(queries), refresh().catch(() => {})]);
    return results;
  };
  return {
    engine: { ...engine, searchAll },
    unconfirmed: { namesOf: (person) => known?.names.get(person) ?? [] },
  };
}

function toMap(people: readonly PersonNames[]): ReadonlyMap<string, readonly string[]> {
  return new Map(people.map(({ id, name, names }) => [id, [...new Set([name, ...names])]]));
}
