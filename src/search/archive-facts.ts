import type { EngineClient } from './engine-client.ts';

type Counts = ReadonlyMap<string, number>;

/** What the archive holds as a whole: for each value how many dispatches have it. */
export type ArchiveFacts = {
  readonly total: number;
  readonly agency: Counts;
  readonly person: Counts;
  readonly place: Counts;
  readonly lang: Counts;
};

/** Reads the facts, once for every state of the index. */
export function archiveFacts(engine: EngineClient): () => Promise<ArchiveFacts> {
  let known: { readonly build: string; readonly facts: Promise<ArchiveFacts> } | null = null;
  return async () => {
    const build = await engine.indexBuild();
    if (build === null) return readFacts(engine);
    if (known?.build !== build) {
      const facts = readFacts(engine);
      known = { build, facts };
      facts.catch(() => {
        known = null;
      });
    }
    return known.facts;
  };
}

async function readFacts(engine: EngineClient): Promise<ArchiveFacts> {
  const facets = ['agency', 'people', 'places', 'language'];
  const [found] = await engine.searchAll([{ q: '', page: 1, hitsPerPage: 0, facets }]);
  const counts = (field: string): Counts =>
    new Map(Object.entries(found?.facetDistribution?.[field] ?? {}));
  return {
    total: found?.totalHits ?? 0,
    agency: counts('agency'),
    person: counts('people'),
    place: counts('places'),
    lang: counts('language'),
  };
}
