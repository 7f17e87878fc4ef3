import type { Settings } from 'meilisearch';

/** Name of the live index; a rebuild fills `dispatches_next` and swaps. */
export const LIVE_INDEX = 'dispatches';
export const NEXT_INDEX = 'dispatches_next';

/** Name of the index of people; filled beside and swapped in the same way. */
export const PEOPLE_INDEX = 'people';
export const NEXT_PEOPLE_INDEX = 'people_next';

/** The marks around matched words: control characters, since the engine does not escape. */
export const MARK_START = '\u0001';
export const MARK_END = '\u0002';

/** Fields a reader can narrow by, and that are counted. The settings are made from this list. */
export const FACETS = ['agency', 'people', 'places', 'language', 'year', 'month'] as const;
export type FacetField = (typeof FACETS)[number];

/** Further fields that filters use and nobody counts. */
const FILTERS_ONLY = ['monthDay', 'dateBasis', 'family', 'fingerprint', 'source.path'] as const;

/** The dates as text: partial dates of four-digit years compare and sort as text. */
const DATES = ['date', 'dispatchedOn', 'publishedAt'] as const;

/** Hits and facet values beyond these are cut by the engine in silence: both are above any archive we hold. */
const MAX_TOTAL_HITS = 5_000_000;
const MAX_VALUES_PER_FACET = 20_000;

const equality = { equality: true, comparison: false } as const;

/** Settings of the dispatch index; sent before any document. */
export const dispatchIndexSettings: Settings = {
  searchableAttributes: ['headline', 'names', 'standfirst', 'text'],
  displayedAttributes: ['*'],
  filterableAttributes: [
    { attributePatterns: [...FACETS], features: { facetSearch: true, filter: equality } },
    { attributePatterns: [...FILTERS_ONLY], features: { facetSearch: false, filter: equality } },
    {
      attributePatterns: ['sortAt', 'id', ...DATES],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['sortAt', 'id', 'firstIndexedAt', ...DATES],
  // `sort` first: only so does "newest first" give a chronological list.
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', 'sortAt:desc'],
  typoTolerance: { disableOnNumbers: true },
  faceting: { maxValuesPerFacet: MAX_VALUES_PER_FACET, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: MAX_TOTAL_HITS },
  proximityPrecision: 'byWord',
  searchCutoffMs: 5000,
};
