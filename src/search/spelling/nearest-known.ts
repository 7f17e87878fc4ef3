import { distance } from 'fastest-levenshtein';
import { isSwapped } from './swapped.ts';
import type { Known } from './vocabulary.ts';

/** What may have been meant by a word, and how many letters differ. */
export type Candidate = Known & { readonly away: number };

/** Longer words may be farther away; one letter more than the engine forgives. */
function mostAway(letters: number): number {
  if (letters < 3) return 0;
  if (letters < 5) return 1;
  return letters < 9 ? 2 : 3;
}

/** The known words nearest to one that is not known: nearest first, of equals the commonest. */
export function nearestKnown(
  word: string,
  known: ReadonlyMap<string, Known>,
  most: number,
): readonly Candidate[] {
  const limit = mostAway(word.length);
  const near: Candidate[] = [];
  for (const [other, { printed, count }] of known) {
    if (Math.abs(other.length - word.length) > limit) continue;
    const away = awayFrom(word, other);
    if (away <= limit) near.push({ printed, count, away });
  }
  return near.sort((a, b) => a.away - b.away || b.count - a.count).slice(0, most);
}

/** Letters that differ; two that changed places are one fault, a wrong first letter is one more. */
function awayFrom(word: string, other: string): number {
  const letters = distance(word, other) - (isSwapped(word, other) ? 1 : 0);
  return letters + (word[0] === other[0] || letters === 0 ? 0 : 1);
}
