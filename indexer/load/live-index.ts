import type { Meilisearch, Settings } from 'meilisearch';
import type { Dispatch } from '../dispatch.ts';
import { dispatchIndexSettings, LIVE_INDEX } from '../dispatch-index.ts';
import { createdAtOf } from '../engine/swap-indexes.ts';

/** What the index knows of one dispatch that it holds; the index is the only memory between runs. */
export type IndexedDispatch = {
  readonly id: string;
  readonly path: string;
  /** Of the stored page's bytes. */
  readonly sha256: string;
  readonly fingerprint: string;
  readonly firstIndexedAt: string;
  readonly family: Dispatch['family'];
  readonly relation: Dispatch['relation'];
};

/** The live index as a run finds it. */
export type LiveIndex = {
  readonly exists: boolean;
  /** Whether its settings are the ones this version asks for. */
  readonly settingsCurrent: boolean;
  readonly byPath: ReadonlyMap<string, IndexedDispatch>;
  readonly byId: ReadonlyMap<string, IndexedDispatch>;
};

const PAGE = 10_000;
const NOTHING: LiveIndex = {
  exists: false,
  settingsCurrent: false,
  byPath: new Map(),
  byId: new Map(),
};

/** Reads what is indexed: id, path, fingerprint and first indexing of every dispatch. */
export async function readLiveIndex(client: Meilisearch): Promise<LiveIndex> {
  if (!(await createdAtOf(client, LIVE_INDEX))) return NOTHING;
  const byPath = new Map<string, IndexedDispatch>();
  const byId = new Map<string, IndexedDispatch>();
  for await (const dispatch of indexedDispatches(client)) {
    byPath.set(dispatch.path, dispatch);
    byId.set(dispatch.id, dispatch);
  }
  return {
    exists: true,
    settingsCurrent: await settingsCurrent(client, LIVE_INDEX, dispatchIndexSettings),
    byPath,
    byId,
  };
}

const FIELDS = ['id', 'source', 'fingerprint', 'firstIndexedAt', 'family', 'relation'] as const;
type Stored = Pick<Dispatch, (typeof FIELDS)[number]>;

async function* indexedDispatches(client: Meilisearch): AsyncGenerator<IndexedDispatch> {
  // Never sorted: with `sort` the engine's paging can repeat documents.
  for (let offset = 0; ; offset += PAGE) {
    const page = await client.index(LIVE_INDEX).getDocuments<Stored>({
      fields: [...FIELDS],
      limit: PAGE,
      offset,
    });
    for (const { source, ...rest } of page.results) {
      yield { ...rest, path: source.path, sha256: source.sha256 };
    }
    if (page.results.length < PAGE) return;
  }
}

/** The order of these says something; the engine sorts the other lists as it likes. */
const ORDERED = new Set(['searchableAttributes', 'rankingRules']);

/** Whether an index has the settings we ask for; the engine fills in defaults of its own, which are not compared. */
export async function settingsCurrent(
  client: Meilisearch,
  index: string,
  wantedSettings: Settings,
): Promise<boolean> {
  const settings: Record<string, unknown> = { ...(await client.index(index).getSettings()) };
  return Object.entries(wantedSettings).every(([name, wanted]) =>
    includes(settings[name], wanted, ORDERED.has(name)),
  );
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
