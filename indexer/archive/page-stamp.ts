import { stat } from 'node:fs/promises';

/** A file that was written so lately can be written again without its times showing it. */
const UNSETTLED_MS = 2_000;

/**
 * Size and times of a stored page: as long as they stay, so do its bytes. The time of the last change of
 * the file's entry is among them, which nobody can set back: a restored file with its old date shows.
 * `null` when the file can't be asked, or was written so lately that another change might not show.
 */
export async function stampOf(file: string): Promise<string | null> {
  try {
    const { size, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = await stat(file, { bigint: true });
    const lastChange = Math.max(Number(mtimeMs), Number(ctimeMs));
    if (lastChange > Date.now() - UNSETTLED_MS) return null;
    return [size, mtimeNs, ctimeNs].map((value) => value.toString(36)).join('-');
  } catch {
    return null;
  }
}
