import { isBearer, isBearerAfter, isBearerLink, isMedal, mayPrecedeBearer } from './eponyms.ts';
import { NOBODY } from './matcher.ts';
import type { Hit } from './scan-words.ts';
import { isTitle } from './titles.ts';
import { GAP, lettersAt, type Word, type WordText } from './words.ts';

/** The hits of an alphabetic text; the streets and schools called after people become NOBODY. */
export function withoutEponyms(input: WordText, hits: readonly Hit[]): Hit[] {
  const checked: Hit[] = [];
  let next: Hit | undefined;
  // From the right: in "Kim Il Sung-Kim Jong Il Foundation" the last name decides for both.
  for (const hit of hits.toReversed()) {
    const joined = next?.first === hit.last + 1 && input.words[next.first]?.gap === GAP.hyphen;
    const eponym = joined ? next?.owner === NOBODY : isEponym(input, hit);
    next = eponym ? { ...hit, owner: NOBODY } : hit;
    checked.push(next);
  }
  return checked.reverse();
}

/** Whether the words before or after make the name that of a thing. */
export function isEponym(input: WordText, hit: Hit): boolean {
  return bearerFollows(input, hit.last + 1) || bearerPrecedes(input, hit.first);
}

const MOST_BETWEEN = 5;

function bearerFollows(input: WordText, from: number): boolean {
  const { words } = input;
  for (let at = from; at < from + MOST_BETWEEN && at < words.length; at++) {
    const word = words[at] as Word;
    if (at === from && word.gap === GAP.hyphen && word.upper) return true;
    if (
      word.gap !== GAP.space &&
      word.gap !== GAP.none &&
      word.gap !== GAP.hyphen &&
      word.gap !== GAP.apostrophe
    )
      return false;
    const letters = lettersAt(input, at);
    if (word.upper && isBearerAfter(letters)) return true;
    if (
      !mayPrecedeBearer(letters) &&
      !(word.gap === GAP.apostrophe && letters === 's' && at > from)
    )
      return false;
  }
  return false;
}

function bearerPrecedes(input: WordText, first: number): boolean {
  if (first === 0 || !isNear(input, first)) return false;
  const before = lettersAt(input, first - 1);
  if (before === 'via' && input.language === 'en') return false;
  if (isBearer(before)) return true;
  const further = lettersAt(input, first - 2);
  if (isTitle(before) && input.words[first - 1]?.upper) return isBearer(further);
  return isBearerLink(before) && isMedal(further);
}

/** Only a space, a hyphen or a quotation mark may part the bearer and the name. */
function isNear(input: WordText, at: number): boolean {
  const { text, words } = input;
  const { gap, start } = words[at] as Word;
  if (gap === GAP.space || gap === GAP.hyphen || gap === GAP.none) return true;
  // "им. Ленина", "ул. Гагарина"
  if (gap === GAP.dot) return isBearer(lettersAt(input, at - 1));
  return /^ ?["«“„‘']$/u.test(text.slice(words[at - 1]?.end, start));
}
