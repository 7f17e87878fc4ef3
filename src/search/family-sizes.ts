import type { Dispatch } from '../../indexer/dispatch.ts';
import type { EngineClient } from './engine-client.ts';
import { quoted } from './filter-expression.ts';

/** How many dispatches the archive holds of the family of one of them, itself included. */
export type FamilySizeOf = (dispatch: Pick<Dispatch, 'family'>) => number;

/** Counts the families of these dispatches in one request, or in none where nobody has a family. */
export async function readFamilySizes(
  dispatches: readonly Pick<Dispatch, 'family'>[],
  engine: EngineClient,
): Promise<FamilySizeOf> {
  const families = [...new Set(dispatches.flatMap(({ family }) => family ?? []))];
  if (families.length === 0) return () => 1;
  const [counted] = await engine.searchAll([
    {
      q: '',
      filter: [`family IN [${families.map(quoted).join(', ')}]`],
      limit: 0,
      facets: ['family'],
    },
  ]);
  const sizes = new Map(Object.entries(counted?.facetDistribution?.['family'] ?? {}));
  return ({ family }) => (family === null ? 1 : (sizes.get(family) ?? 1));
}
