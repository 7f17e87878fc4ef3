import { type Dispatch, laterFields } from '../../indexer/dispatch.ts';
import type { EngineClient } from './engine-client.ts';
import { askEngine } from './engine-queries.ts';
import { type FacetContext, facetsOf } from './facets.ts';
import { readFamilySizes } from './family-sizes.ts';
import { quoted } from './filter-expression.ts';
import { hitOf } from './hits.ts';
import { matcherOf } from './matcher.ts';
import { toPublic } from './public-dispatch.ts';
import type { Query } from './query.ts';
import type { Results } from './results.ts';
import { readTerms } from './terms.ts';

/**
 * Answers a query: hits with marked snippets, exact totals, facet counts, in one request to the
 * engine (a second when no dispatch had all the words, a small third for the sizes of families).
 * `alsoRetrieve`: the fields that will be shown, given as `dispatches`; without words to look for nothing
 * else is read, and the hits have no more.
 * Throws `EngineUnavailable` and `IndexMissing` (`engine-errors.ts`).
 */
export async function searchDispatches(
  query: Query,
  engine: EngineClient,
  context: FacetContext,
  alsoRetrieve: readonly string[] = [],
): Promise<Results> {
  // Asked before the search: a swap between the two then shows as old, never as up to date.
  const indexBuild = await engine.indexBuild();
  const terms = readTerms(query.terms);
  const answers = await askEngine(query, terms, engine, alsoRetrieve);
  const dispatches = answers.hits.hits as readonly Dispatch[];
  const showsFamilies = alsoRetrieve.length === 0 || alsoRetrieve.includes('family');
  const familySizeOf = showsFamilies ? await readFamilySizes(dispatches, engine) : () => 1;
  const matcher = matcherOf(terms.used);
  const total = answers.hits.totalHits ?? 0;
  return {
    query,
    total,
    totalDispatches: answers.all.totalHits ?? 0,
    pages: Math.ceil(total / query.perPage),
    hits: dispatches.map((dispatch) =>
      hitOf(dispatch, { ...context, matcher, query, familySize: familySizeOf(dispatch) }),
    ),
    // The names were retrieved for the spelling alone.
    ...(alsoRetrieve.length > 0 ? { dispatches: dispatches.map(toPublic) } : {}),
    facets: facetsOf(query, answers, context),
    usedWords: terms.used.map(({ typed }) => typed),
    ignoredWords: terms.ignored.map(({ typed }) => typed),
    relaxed: answers.relaxed,
    indexBuild,
  };
}

/** Reads one dispatch whole; `null` when the archive has none of that id. */
export async function readDispatch(id: string, engine: EngineClient): Promise<Dispatch | null> {
  const [found] = await engine.searchAll([{ q: '', filter: [`id = ${quoted(id)}`], limit: 1 }]);
  const stored = found?.hits[0] as Dispatch | undefined;
  return stored === undefined ? null : { ...laterFields, ...stored };
}
