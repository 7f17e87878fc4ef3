import { distance } from 'fastest-levenshtein';

/** The allowed word that was most likely meant, or `null` when none is close. */
export function nearest(written: string, allowed: readonly string[]): string | null {
  const from = written.toLowerCase();
  const ranked = allowed
    .map((word) => ({ word, away: distance(from, word.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  const best = ranked[0];
  // A third of the letters may be wrong: `agnecy` and `per-page` are meant, `source` is not `sort`.
  return best && best.away <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : null;
}
