/** The longest time without a dispatch between two that there are. */
export type Silence = { readonly from: string; readonly to: string; readonly days: number };

const DAY_MS = 86_400_000;

/**
 * The longest run of days between two dated dispatches; `null` when there are no two days. A dispatch
 * of which only the month or year is known may have broken a silence within it: such ones don't count.
 */
export function longestSilence(dates: readonly (string | null)[]): Silence | null {
  const known = [...new Set(dates.filter((date) => date !== null))].sort();
  const days = known.filter((date) => date.length === 'YYYY-MM-DD'.length);
  const vague = known.filter((date) => date.length < 'YYYY-MM-DD'.length);
  let longest: Silence | null = null;
  for (const [i, to] of days.entries()) {
    const from = days[i - 1];
    if (from === undefined) continue;
    const length = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
    const isCertain = !vague.some((period) => mayFallBetween(period, from, to));
    if (isCertain && length > (longest?.days ?? 1)) longest = { from, to, days: length };
  }
  return longest;
}

/** True when some day of the month or year lies after `from` and before `to`. */
function mayFallBetween(period: string, from: string, to: string): boolean {
  return period <= to.slice(0, period.length) && period >= from.slice(0, period.length);
}
