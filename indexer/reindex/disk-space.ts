/** A rebuild stands beside the live index for a while, and both grow while they are written. */
const TIMES_THE_INDEX = 2;
/** For an index that is small or not there yet. */
const AT_LEAST_BYTES = 256 * 1024 * 1024;
const MEGABYTE = 1_000_000;

/**
 * Why a rebuild should not begin; `null` when there is room. On a full disk the engine retries for
 * ever and takes no documents, so it is better not to come near.
 */
export function whyNoRoom(freeBytes: number, indexBytes: number): string | null {
  const needed = Math.max(AT_LEAST_BYTES, TIMES_THE_INDEX * indexBytes);
  if (freeBytes >= needed) return null;
  const [free, need] = [freeBytes, needed].map((bytes) => Math.round(bytes / MEGABYTE));
  return `${free} MB are free where the engine keeps its files, a rebuild needs ${need} MB`;
}
