import { z } from 'zod';
import { FACETS } from '../../indexer/dispatch-index.ts';
import { INTERNAL_FIELDS, PUBLIC_FIELDS } from '../search/public-dispatch.ts';

const MAX_HITS = 100;
const MAX_OFFSET = 1_000_000;
const MAX_FILTER_LENGTH = 8_000;
const MAX_QUERIES = 50;

const names = z.array(z.string().max(100)).max(60);
const isPublic = (name: string) => !INTERNAL_FIELDS.includes(name.split('.')[0] ?? '');
/** `*` counts what readers narrow by, and not what only the indexer looks at. */
const facets = z
  .array(z.string().max(100).refine(isPublic, 'There is no such facet.'))
  .max(60)
  .transform((asked) => (asked.includes('*') ? [...FACETS] : asked));
const line = z
  .string()
  .max(MAX_FILTER_LENGTH)
  .refine(isPublicFilter, {
    message: `A filter may not use ${INTERNAL_FIELDS.join(', ')}.`,
  });

/** The part of the engine's own search parameters that is open to everybody. */
const searchShape = {
  q: z.string().max(512).nullable().optional(),
  filter: z
    .union([line, z.array(z.union([line, z.array(line).max(200)])).max(200)])
    .nullable()
    .optional(),
  facets: facets.nullable().optional(),
  limit: z.int().min(0).optional(),
  offset: z.int().min(0).max(MAX_OFFSET).optional(),
  page: z.int().min(0).max(MAX_OFFSET).optional(),
  hitsPerPage: z.int().min(0).optional(),
  sort: names.nullable().optional(),
  attributesToRetrieve: names.nullable().optional(),
  attributesToHighlight: names.nullable().optional(),
  attributesToCrop: names.nullable().optional(),
  attributesToSearchOn: names.nullable().optional(),
  cropLength: z.int().min(1).max(1000).optional(),
  cropMarker: z.string().max(50).optional(),
  highlightPreTag: z.string().max(200).optional(),
  highlightPostTag: z.string().max(200).optional(),
  showMatchesPosition: z.boolean().optional(),
  showRankingScore: z.boolean().optional(),
  matchingStrategy: z.enum(['all', 'last', 'frequency']).optional(),
  rankingScoreThreshold: z.number().min(0).max(1).optional(),
  distinct: z.literal('family').nullable().optional(),
  locales: names.nullable().optional(),
};

/** One search of a client. */
export const clientSearch = z.strictObject(searchShape).transform(toEngine);

/** Several searches in one request. */
export const clientSearches = z.strictObject({
  queries: z
    .array(z.strictObject({ ...searchShape, indexUid: z.string() }))
    .max(MAX_QUERIES)
    .transform((queries) =>
      queries.map(({ indexUid, ...query }) => ({ indexUid, search: toEngine(query) })),
    ),
});

/**
 * A search for the values of one facet. Clients send all parameters of a search with it; those that do not
 * decide which dispatches are counted are let go.
 */
export const clientFacetSearch = z
  .strictObject({
    ...searchShape,
    facetName: z.string().max(100).refine(isPublic, 'There is no such facet.'),
    facetQuery: z.string().max(200).nullable().optional(),
    exhaustiveFacetCount: z.boolean().optional(),
  })
  .transform(({ facetName, facetQuery = null, q, filter, ...rest }) => {
    const { attributesToSearchOn, matchingStrategy, rankingScoreThreshold, locales } = rest;
    const narrowing = { q, filter, attributesToSearchOn, matchingStrategy };
    return { facetName, facetQuery, search: { ...narrowing, rankingScoreThreshold, locales } };
  });

type ClientSearch = z.infer<z.ZodObject<typeof searchShape>>;

/** Never more hits than a page of ours has, and never a field that is not public. */
function toEngine(search: ClientSearch) {
  const { limit, hitsPerPage, attributesToRetrieve, attributesToHighlight, attributesToCrop } =
    search;
  return {
    ...search,
    ...(limit === undefined ? {} : { limit: Math.min(limit, MAX_HITS) }),
    ...(hitsPerPage === undefined ? {} : { hitsPerPage: Math.min(hitsPerPage, MAX_HITS) }),
    attributesToRetrieve: publicOnly(attributesToRetrieve ?? ['*']),
    ...(attributesToHighlight ? { attributesToHighlight: publicOnly(attributesToHighlight) } : {}),
    ...(attributesToCrop ? { attributesToCrop: publicOnly(attributesToCrop) } : {}),
  };
}

/** `*` is every public field; a crop may say its length (`text:20`). */
function publicOnly(asked: readonly string[]): string[] {
  if (asked.includes('*')) return [...PUBLIC_FIELDS];
  return asked.filter((name) => PUBLIC_FIELDS.includes(name.split(/[:.]/)[0] ?? ''));
}

/** Looks at the filter's own words: what stands in quotes is a value. */
function isPublicFilter(filter: string): boolean {
  const words = filter.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/g, ' ');
  return !INTERNAL_FIELDS.some((name) => new RegExp(`\\b${name}\\b`).test(words));
}
