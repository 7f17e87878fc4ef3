import type { ConvertedDispatch } from '../convert/conversion.ts';
import { idFromPath, idFromSpelling } from '../convert/dispatch-id.ts';
import type { Dispatch } from '../dispatch.ts';
import type { IndexedDispatches } from '../load/live-index.ts';

type Options = {
  readonly live: IndexedDispatches;
  /** What a rebuild that broke off has indexed already; else the same as `live`. */
  readonly known: IndexedDispatches;
  /** Paths that the archive holds now. */
  readonly archive: ReadonlySet<string>;
  /** ISO 8601; when this run indexes a dispatch for the first time. */
  readonly now: string;
};

/**
 * Gives each converted dispatch its final id and the day it was first indexed.
 * Two pages can declare one address (a print version, a second capture): the page that has the id keeps it
 * while it is in the archive, the other takes an id from its path, and neither is lost; nor are two whose
 * names differ in how an accent is spelled. A page that was renamed keeps its id.
 */
export function idAssigner({ live, known, archive, now }: Options) {
  const taken = new Map<string, string>();
  const sameAddress: { path: string; as: string }[] = [];

  function isTaken(id: string, path: string): boolean {
    const owner = taken.get(id) ?? known.byId.get(id)?.path ?? live.byId.get(id)?.path;
    return owner !== undefined && owner !== path && archive.has(owner);
  }

  return {
    sameAddress,
    /** Ids given in this run, and to which page. */
    taken,
    keep(id: string, path: string): void {
      taken.set(id, path);
    },
    assign(dispatch: ConvertedDispatch, stamp: string | null): Dispatch {
      const { path } = dispatch.source;
      const ids = [dispatch.id, idFromPath(path), idFromSpelling(path)] as const;
      const id = ids.find((one) => !isTaken(one, path)) ?? ids[2];
      if (id !== dispatch.id) sameAddress.push({ path, as: id });
      taken.set(id, path);
      const before = live.byId.get(id) ?? live.byPath.get(path);
      // A family is found again after all are read; until then the known one stands.
      const { family = null, relation = null } = before ?? {};
      const firstIndexedAt = before?.firstIndexedAt ?? now;
      return { ...dispatch, id, family, relation, stamp, firstIndexedAt };
    },
  };
}
