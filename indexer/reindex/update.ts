import type { Dispatch } from '../dispatch.ts';
import { dispatchIndexSettings, LIVE_INDEX } from '../dispatch-index.ts';
import { updateFields } from '../load/all-documents.ts';
import { finish, sendDocuments } from '../load/send-documents.ts';
import { changeSettings } from '../load/settings-difference.ts';
import { whyNot } from './gate.ts';
import type { Run, Written } from './run.ts';
import {
  isSettled,
  NOT_SETTLED,
  publishPeople,
  recordRun,
  type Settled,
  settleArchive,
} from './settle-archive.ts';

/**
 * Writes what changed into the live index and takes out what left the archive. Nothing is taken out when a
 * batch failed, when the run was stopped, or when too much would go: an unmounted folder empties nothing.
 */
export async function update(run: Run, dispatches: AsyncIterable<Dispatch>): Promise<Written> {
  const { options, live, ids, mode, deadlineMs } = run;
  const { client } = options;
  if (mode.settings.length > 0) {
    const settings = Object.fromEntries(
      mode.settings.map((name) => [name, dispatchIndexSettings[name]]),
    );
    await changeSettings(client, LIVE_INDEX, settings, deadlineMs);
  }
  const { sent, failed } = await sendDocuments(client, LIVE_INDEX, dispatches, deadlineMs);
  const gone = [...live.byId.keys()].filter((id) => !ids.taken.has(id));
  const added = [...ids.taken.keys()].filter((id) => !live.byId.has(id)).length;
  const after = (removed: number, settled: Settled = NOT_SETTLED) => ({
    indexed: sent,
    removed,
    total: live.byId.size + added - removed,
    failedBatches: failed,
    ...settled,
  });
  if (failed.length > 0) {
    const problem = `${failed.length} batches were not taken by the engine; nothing was removed`;
    return { outcome: 'failed', problem, ...after(0) };
  }
  if (options.signal?.aborted) return { outcome: 'stopped', problem: null, ...after(0) };
  const refusal = options.force ? null : whyNot(question(live.byId.size, gone.length));
  if (refusal) return { outcome: 'refused', problem: refusal, ...after(0) };
  if (gone.length > 0) {
    await finish(client, await client.index(LIVE_INDEX).deleteDocuments(gone), deadlineMs);
  }
  const wrote = sent > 0 || gone.length > 0 || mode.settings.length > 0;
  if (!wrote && (await isSettled(run))) {
    await noteOnly(run);
    return { outcome: 'unchanged', problem: null, ...after(0) };
  }
  await updateFields(client, LIVE_INDEX, run.notes, deadlineMs);
  const { families, ...named } = await settleArchive(run, LIVE_INDEX);
  const people = await publishPeople(run, named);
  const changed = wrote || families.changed > 0 || people.changed > 0;
  const outcome = changed ? 'updated' : 'unchanged';
  return { outcome, problem: null, ...after(gone.length, { families, people }) };
}

/** Nothing that a reader sees changed: the engine hears of it only when a file's times or the like did. */
async function noteOnly(run: Run): Promise<void> {
  await updateFields(run.options.client, LIVE_INDEX, run.notes, run.deadlineMs);
  await recordRun(run);
}

function question(live: number, gone: number) {
  return { live, remaining: live - gone, filledBefore: null, filledAfter: null };
}
