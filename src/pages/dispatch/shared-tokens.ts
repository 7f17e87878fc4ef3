/**
 * For each pair of paragraphs how many tokens they share, a repeated one as often as both have it: row by
 * row of `left`, as wide as `right`.
 */
export function sharedTokens(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
): Uint32Array {
  const where = new Map<string, [number, number][]>();
  for (const [j, tokens] of right.entries()) {
    for (const [token, count] of countsOf(tokens)) {
      const counts = where.get(token);
      if (counts) counts.push([j, count]);
      else where.set(token, [[j, count]]);
    }
  }
  const shared = new Uint32Array(left.length * right.length);
  for (const [i, tokens] of left.entries()) {
    for (const [token, ours] of countsOf(tokens)) {
      for (const [j, theirs] of where.get(token) ?? []) {
        const at = i * right.length + j;
        shared[at] = (shared[at] ?? 0) + Math.min(ours, theirs);
      }
    }
  }
  return shared;
}

function countsOf(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}
