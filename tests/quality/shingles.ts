/** Words; in scripts that are written without spaces, single characters. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[\p{L}\p{M}\p{N}_]+/gu;
const LENGTH = 4;

/** How much two texts share, in shingles of four words: shares that add up to 1, or to 0 when both are empty. */
export type Overlap = { readonly shared: number; readonly extra: number; readonly missing: number };

/** Compares what was found with what was expected; every page weighs the same, however long. */
export function overlapOf(expected: string, found: string): Overlap {
  const [wanted, given] = [shinglesOf(expected), shinglesOf(found)];
  let shared = 0;
  for (const [shingle, count] of wanted) shared += Math.min(count, given.get(shingle) ?? 0);
  const extra = sizeOf(given) - shared;
  const missing = sizeOf(wanted) - shared;
  const all = shared + extra + missing || 1;
  return { shared: shared / all, extra: extra / all, missing: missing / all };
}

/** F1 over many pages; `null` when there is nothing to compare. */
export function f1Of(overlaps: readonly Overlap[]): number | null {
  const sum = (part: keyof Overlap) => overlaps.reduce((total, one) => total + one[part], 0);
  const both = 2 * sum('shared');
  const all = both + sum('extra') + sum('missing');
  return all === 0 ? null : both / all;
}

function shinglesOf(text: string): ReadonlyMap<string, number> {
  const words = text.match(WORD) ?? [];
  const shingles = new Map<string, number>();
  const last = Math.max(0, words.length - LENGTH);
  for (let at = 0; at <= last && words.length > 0; at++) {
    const shingle = words.slice(at, at + LENGTH).join(' ');
    shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1);
  }
  return shingles;
}

function sizeOf(shingles: ReadonlyMap<string, number>): number {
  return [...shingles.values()].reduce((sum, count) => sum + count, 0);
}
