import type { Meilisearch } from 'meilisearch';
import type { Dispatch } from '../dispatch.ts';
import { dispatchIndexSettings, LIVE_INDEX } from '../dispatch-index.ts';
import { createdAtOf } from '../engine/swap-indexes.ts';
import { eachPage } from './all-documents.ts';
import { type ChangedSetting, settingsDifference } from './settings-difference.ts';

/** What the index knows of one dispatch that it holds; the index is the only memory between runs. */
export type IndexedDispatch = {
  readonly id: string;
  readonly path: string;
  readonly url: string | null;
  /** Of the stored page's bytes. */
  readonly sha256: string;
  readonly stamp: string | null;
  readonly fingerprint: string;
  readonly firstIndexedAt: string;
  readonly family: Dispatch['family'];
  readonly relation: Dispatch['relation'];
};

/** The dispatches of an index, by the page they come from and by id. */
export type IndexedDispatches = {
  readonly byPath: ReadonlyMap<string, IndexedDispatch>;
  readonly byId: ReadonlyMap<string, IndexedDispatch>;
};

/** The live index as a run finds it. */
export type LiveIndex = IndexedDispatches & {
  readonly exists: boolean;
  /** Settings that are not the ones this version asks for. */
  readonly changedSettings: readonly ChangedSetting[];
};

const NOTHING: LiveIndex = {
  exists: false,
  changedSettings: [],
  byPath: new Map(),
  byId: new Map(),
};

/** Reads what is indexed, if anything is. */
export async function readLiveIndex(client: Meilisearch, deadlineMs: number): Promise<LiveIndex> {
  if (!(await createdAtOf(client, LIVE_INDEX))) return NOTHING;
  return {
    exists: true,
    changedSettings: await settingsDifference(client, LIVE_INDEX, dispatchIndexSettings),
    ...(await readIndexed(client, LIVE_INDEX, deadlineMs)),
  };
}

const FIELDS = [
  ...(['id', 'url', 'stamp', 'fingerprint', 'firstIndexedAt', 'family', 'relation'] as const),
  'source.path',
  'source.sha256',
];
type Stored = Omit<IndexedDispatch, 'path' | 'sha256'> & {
  readonly source: Pick<IndexedDispatch, 'path' | 'sha256'>;
};

/** Reads what the next run has to know of every dispatch of an index. */
export async function readIndexed(
  client: Meilisearch,
  index: string,
  deadlineMs: number,
): Promise<IndexedDispatches> {
  const byPath = new Map<string, IndexedDispatch>();
  const byId = new Map<string, IndexedDispatch>();
  const fields = FIELDS as (keyof Stored)[];
  for await (const page of eachPage<Stored>(client, index, deadlineMs, fields)) {
    for (const { source, ...rest } of page) {
      const dispatch = { ...rest, path: source.path, sha256: source.sha256 };
      byPath.set(dispatch.path, dispatch);
      byId.set(dispatch.id, dispatch);
    }
  }
  return { byPath, byId };
}
