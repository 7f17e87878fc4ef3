import type { Meilisearch, Settings } from 'meilisearch';
import { finishTask } from '../engine/finish-task.ts';
import { patiently } from '../engine/patiently.ts';

/** One setting that is another in the index than the one wanted. */
export type ChangedSetting = {
  readonly name: keyof Settings;
  /** The live index can take it while it is searched; the others are words the engine would index anew. */
  readonly inPlace: boolean;
};

/** What the engine changes in a moment, without looking at the words of the documents again. */
const IN_PLACE: ReadonlySet<string> = new Set([
  'displayedAttributes',
  'faceting',
  'filterableAttributes',
  'pagination',
  'rankingRules',
  'searchCutoffMs',
  'sortableAttributes',
  'synonyms',
  'typoTolerance',
] satisfies (keyof Settings)[]);

/** The order of these says something; the engine sorts the other lists as it likes. */
const ORDERED = new Set(['searchableAttributes', 'rankingRules']);

/** Compares the settings of an index with those wanted; the engine fills in defaults of its own, which are left alone. */
export async function settingsDifference(
  client: Meilisearch,
  index: string,
  wantedSettings: Settings,
): Promise<readonly ChangedSetting[]> {
  const found: Record<string, unknown> = { ...(await client.index(index).getSettings()) };
  return Object.entries(wantedSettings).flatMap(([name, wanted]): ChangedSetting[] =>
    includes(found[name], wanted, ORDERED.has(name))
      ? []
      : [{ name: name as keyof Settings, inPlace: isInPlace(name, found[name], wanted) }],
  );
}

/** Changes these settings of an index that is searched meanwhile. Throws `TaskFailure` when the engine refuses. */
export async function changeSettings(
  client: Meilisearch,
  index: string,
  settings: Settings,
  deadlineMs: number,
): Promise<void> {
  const change = () => client.index(index).updateSettings(settings);
  const { taskUid } = await patiently(change, Date.now() + deadlineMs);
  await finishTask(client, taskUid, deadlineMs);
}

/** The same fields in another order weigh differently, and are indexed already. */
function isInPlace(name: string, found: unknown, wanted: unknown): boolean {
  return IN_PLACE.has(name) || (name === 'searchableAttributes' && includes(found, wanted, false));
}

function includes(found: unknown, wanted: unknown, ordered: boolean): boolean {
  if (Array.isArray(wanted)) return Array.isArray(found) && sameList(found, wanted, ordered);
  if (typeof wanted !== 'object' || wanted === null) return found === wanted;
  if (typeof found !== 'object' || found === null) return false;
  return Object.entries(wanted).every(([key, value]) =>
    includes((found as Record<string, unknown>)[key], value, ordered),
  );
}

function sameList(found: unknown[], wanted: unknown[], ordered: boolean): boolean {
  const [one, other] = [found, wanted].map((list) => {
    const texts = list.map((entry) => JSON.stringify(canonical(entry)));
    return JSON.stringify(ordered ? texts : texts.sort());
  });
  return one === other;
}

/** Keys in a fixed order, so that equal settings have equal text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  );
}
