import type { LiveIndex } from '../load/live-index.ts';

/** Beside and swap, or into the live index; and why. */
export type Mode = { readonly mode: 'full' | 'incremental'; readonly reason: string };

/** Decides whether the archive is indexed anew beside the live index, or only what changed into it. */
export function chooseMode(live: LiveIndex, converterKey: string, full: boolean): Mode {
  if (full) return { mode: 'full', reason: 'asked for' };
  if (!live.exists || live.byId.size === 0)
    return { mode: 'full', reason: 'nothing is indexed yet' };
  if (!live.settingsCurrent) return { mode: 'full', reason: 'the settings of the index changed' };
  for (const { fingerprint } of live.byId.values()) {
    // What a correction adds stands behind the key.
    if (fingerprint.includes(`-${converterKey}`)) {
      return { mode: 'incremental', reason: 'the conversion rules are those of the index' };
    }
  }
  return { mode: 'full', reason: 'the conversion rules changed' };
}
