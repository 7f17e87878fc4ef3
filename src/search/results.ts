import type { Dispatch, Mention } from '../../indexer/dispatch.ts';
import type { FacetName, Query } from './query.ts';

/** A piece of text, matched or not; never HTML: whoever shows it escapes it. */
export type Fragment = { readonly text: string; readonly marked: boolean };

/** A catalogue id with the name readers know. */
export type Labelled = { readonly id: string; readonly label: string };

/** A person in one dispatch. */
export type NamedPerson = Labelled & {
  /** The operator knows who it is; else found by the look of the name alone. */
  readonly confirmed: boolean;
} & Pick<Mention, 'asPrinted' | 'count'>;

/** One matching dispatch, as far as a list of results shows it. */
export type Hit = Pick<
  Dispatch,
  | 'id'
  | 'standfirst'
  | 'language'
  | 'date'
  | 'dateBasis'
  | 'dispatchedOn'
  | 'publishedAt'
  | 'places'
  | 'credit'
  | 'url'
  | 'site'
  | 'family'
  | 'relation'
  | 'firstIndexedAt'
> & {
  /** Empty when the page had none. */
  readonly headline: readonly Fragment[];
  readonly snippet: readonly Fragment[];
  /** Words as printed that matched only because they are spelt like a searched word. */
  readonly similarSpelling: readonly string[];
  readonly agency: Labelled | null;
  /** The dateline as printed. */
  readonly dateline: string | null;
  readonly people: readonly NamedPerson[];
  /** How many dispatches of its family the archive holds, itself included; 1 when it has none. */
  readonly familySize: number;
};

/**
 * One value of a facet. `count` is exactly how many dispatches `narrowUrl` finds: this value without
 * what else is chosen in the facet (with `person_match=all`: in addition to it). URLs are query
 * strings (`?…`).
 */
export type FacetValue = {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly selected: boolean;
  readonly excluded: boolean;
  readonly toggleUrl: string;
  /** `null` for years and months, which cannot be excluded. */
  readonly excludeUrl: string | null;
  readonly narrowUrl: string;
};

export type Facet = {
  readonly name: FacetName;
  /** By count, chosen and excluded ones first; years and months in order of time. */
  readonly values: readonly FacetValue[];
  /** True when there are more values than are given. */
  readonly truncated: boolean;
};

/** Everything one query returns. */
export type Results = {
  readonly query: Query;
  /** Exact number of hits on all pages: dispatches, or families when grouped. */
  readonly total: number;
  /** Exact number of dispatches; what facet counts add up to. */
  readonly totalDispatches: number;
  readonly pages: number;
  readonly hits: readonly Hit[];
  /** The dispatches of the hits as the index holds them, when further fields were asked for. */
  readonly dispatches?: readonly Partial<Dispatch>[];
  readonly facets: readonly Facet[];
  /** The words that were searched for, as typed. */
  readonly usedWords: readonly string[];
  /** Words that were left out, because the engine takes ten. */
  readonly ignoredWords: readonly string[];
  /** True when no dispatch had all the words, so that commoner ones were let go. */
  readonly relaxed: boolean;
  /** Changes when the index changes; `null` when the key may not read it. */
  readonly indexBuild: string | null;
};

/** Answers a query; labels come in `language` (BCP 47). The pages know the search as this. */
export type Search = (
  query: Query,
  language: string,
  alsoRetrieve?: readonly string[],
) => Promise<Results>;

/** The whole dispatch, or `null` when there is none of that id. */
export type ReadDispatch = (id: string) => Promise<Dispatch | null>;
