import { sha256 } from '../archive/read-folder.ts';
import { dispatchIndexSettings, NEXT_INDEX } from '../dispatch-index.ts';
import { patiently } from '../engine/patiently.ts';
import { createdAtOf, emptyQueue } from '../engine/swap-indexes.ts';
import { freshIndex } from '../load/fresh-index.ts';
import { type IndexedDispatches, readIndexed } from '../load/live-index.ts';
import { readBegunRebuild, writeBegunRebuild } from '../load/run-record.ts';
import type { ReindexOptions } from './run.ts';

/** The index that a rebuild fills, and what it holds already since an earlier rebuild broke off. */
export type NextIndex = IndexedDispatches & {
  /** When it was made, by which the swap knows it; `null` when it is still to be made. */
  readonly builtAt: string | null;
};

const NOT_BEGUN: NextIndex = { builtAt: null, byPath: new Map(), byId: new Map() };

type Options = Pick<ReindexOptions, 'client' | 'configuration'>;

/** What an earlier rebuild has done, if it went by the rules and settings of now. */
export async function begunRebuild(
  { client, configuration }: Options,
  deadlineMs: number,
): Promise<NextIndex> {
  const begun = await readBegunRebuild(client);
  if (begun === null || begun.rules !== rulesOfRebuild(configuration)) return NOT_BEGUN;
  if ((await createdAtOf(client, NEXT_INDEX)) !== begun.builtAt) return NOT_BEGUN;
  // A run that was killed can have left batches behind.
  await emptyQueue(client, [NEXT_INDEX], Date.now() + deadlineMs);
  return { builtAt: begun.builtAt, ...(await readIndexed(client, NEXT_INDEX, deadlineMs)) };
}

/** Makes the empty index of a new rebuild, and notes by which rules it is filled. */
export async function beginRebuild(
  { client, configuration }: Options,
  deadlineMs: number,
): Promise<string> {
  const make = () => freshIndex(client, NEXT_INDEX, dispatchIndexSettings, deadlineMs);
  const builtAt = await patiently(make, Date.now() + deadlineMs);
  await writeBegunRebuild(client, { builtAt, rules: rulesOfRebuild(configuration) });
  return builtAt;
}

function rulesOfRebuild({ keys }: Options['configuration']): string {
  return `${keys.all} ${sha256(JSON.stringify(dispatchIndexSettings)).slice(0, 16)}`;
}
