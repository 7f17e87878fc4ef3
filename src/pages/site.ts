import type { Request } from 'express';
import type { Dispatch } from '../../indexer/dispatch.ts';
import type { ReadPerson } from '../search/person.ts';
import type { FilterName, Query } from '../search/query.ts';
import type { Version } from '../search/related.ts';
import type { ReadDispatch, Search } from '../search/results.ts';
import type { Correct } from '../search/spelling/corrections.ts';
import type { Interval, Timeline } from '../search/timeline.ts';
import type { PageContext } from './page-context.ts';

/** What the pages ask the rest of the facade. `language` is that of the labels in the answer. */
export interface Sources {
  readonly search: Search;
  readonly dispatch: ReadDispatch;
  /** What the archive tells about a person; `null` when no dispatch names them. */
  readonly person: ReadPerson;
  /** Who bears the name that an id of somebody was made of, now that it names nobody. */
  readonly bearerOf: (formerId: string) => string | null;
  /** Dispatches over time; `null` when the time is too long for the interval. */
  readonly timeline: (
    query: Query,
    options: { interval: Interval; per: FilterName | null; series: number },
    language: string,
  ) => Promise<Timeline | null>;
  /** Reprints, versions and translations, oldest first, the dispatch itself among them. */
  readonly family: (dispatch: Dispatch) => Promise<readonly Dispatch[]>;
  readonly related: (dispatch: Dispatch) => Promise<readonly Dispatch[]>;
  /** Reports of the last runs of the indexer, newest first, as they were stored. */
  readonly reindexReports: () => Promise<readonly object[]>;
  /** The members of each of these families, oldest first, as far as a list shows them. */
  readonly versions: (
    families: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly Version[]>>;
  /** Other spellings of the searched words that find something. */
  readonly corrections: Correct;
  /** Every name that a value of a facet is found by. */
  readonly namesOf: (facet: FilterName, value: string) => readonly string[];
  /** When the index will follow the archive again; `null` when that is not known. */
  readonly nextRun: () => Date | null;
  /** The bytes of the stored page; absent when the archive is not at hand. */
  readonly storedPage?: (dispatch: Dispatch) => Promise<Uint8Array | null>;
}

/** What every route of the pages works with. */
export interface Site extends Sources {
  readonly today: () => Date;
  contextOf(request: Request): PageContext;
}
