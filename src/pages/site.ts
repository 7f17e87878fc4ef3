import type { Request } from 'express';
import type { Dispatch } from '../../indexer/dispatch.ts';
import type { ReadDispatch, Search } from '../search/results.ts';
import type { PageContext } from './page-context.ts';

/** What every route of the pages works with. */
export interface Site {
  readonly search: Search;
  readonly dispatch: ReadDispatch;
  readonly storedPage: ((dispatch: Dispatch) => Promise<Uint8Array | null>) | null;
  readonly today: () => Date;
  contextOf(request: Request): PageContext;
}
