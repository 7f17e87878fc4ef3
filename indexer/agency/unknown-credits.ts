import type { Dispatch } from '../dispatch.ts';

/** A credit that the catalogue does not know, how often it stands in the archive, and where once. */
export type UnknownCredit = {
  readonly credit: string;
  readonly count: number;
  readonly example: { readonly path: string; readonly dateline: string | null };
};

type Credited = Pick<Dispatch, 'credit' | 'dateline' | 'source'>;

/** The unknown credits of some dispatches, the most frequent first: candidates for the catalogue. */
export function unknownCredits(dispatches: Iterable<Credited>): readonly UnknownCredit[] {
  const found = new Map<string, UnknownCredit>();
  for (const { credit, dateline, source } of dispatches) {
    if (credit === null) continue;
    const example = { path: source.path, dateline: dateline?.text ?? null };
    const known = found.get(credit) ?? { credit, count: 0, example };
    found.set(credit, { ...known, count: known.count + 1 });
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.credit < b.credit ? -1 : 1));
}
