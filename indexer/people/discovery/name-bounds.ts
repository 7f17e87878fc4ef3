import { surnamesOf } from '../korean-surnames.ts';
import { looksLikeSyllable } from '../scan-words.ts';
import type { CueWords } from './cue-words.ts';
import { LEXICON, type WordFacts } from './word-facts.ts';
import { CASE } from './word-shape.ts';

/** Words `from` to `to`, exclusive. */
type Bounds = { readonly from: number; readonly to: number };

/** Where a name really begins and ends: without its title and the weekday behind it, with all of its syllables. */
export function toBounds(
  words: readonly WordFacts[],
  { from, to }: Bounds,
  cues: CueWords,
): Bounds {
  const glued = words.slice(from, to).findIndex(({ lower }) => lengthOfGluedTail(lower) > 0);
  let last = glued < 0 ? to : from + glued + 1;
  while (last > from && cues.weekdays.has(words[last - 1]?.lower ?? '')) last -= 1;
  return completeSyllables(words, { from: skipTitles(words, from, last), to: last });
}

/** "Kim Kon Hui-related", "the Ko Kyong Chan-led Hero Workteam": English glues an adjective to the name. */
export function lengthOfGluedTail(word: string): number {
  return GLUED_TAIL.exec(word)?.[0].length ?? 0;
}

const GLUED_TAIL = /(?<=\p{L})-(?:related|led|backed|born|era|style|based|linked|owned|run)$/u;

/** "Vice-Premier O Hak Su": the office is no part of the name, unless the word is a name as well ("Prince"). */
function skipTitles(words: readonly WordFacts[], from: number, to: number): number {
  let first = from;
  while (first < to - 1 && isPlainTitle(words[first]?.lexicon ?? 0)) first += 1;
  return first;
}

function isPlainTitle(lexicon: number): boolean {
  const names = LEXICON.given | LEXICON.surname | LEXICON.syllable;
  return (lexicon & LEXICON.title) !== 0 && (lexicon & names) === 0;
}

/** A Korean or Chinese name in syllables. */
const LONGEST = 3;

/** "Han Sok Nam", of which the chain saw "Sok Nam", and "Kim Kum Ja", of which it saw "Kim Kum". */
function completeSyllables(words: readonly WordFacts[], { from, to }: Bounds): Bounds {
  if (to - from !== LONGEST - 1 || !words.slice(from, to).every(isSyllable)) return { from, to };
  const [before, first, after] = [words[from - 1], words[from], words[to]];
  if ((isSyllable(before) || before?.case === CASE.initial) && isSurname(before))
    return { from: from - 1, to };
  const goesOn =
    isSyllable(after) ||
    (isSurname(first) && isCapitalised(after) && looksLikeSyllable(after.lower));
  return goesOn ? { from, to: to + 1 } : { from, to };
}

function isSurname(word: WordFacts | undefined): boolean {
  return word !== undefined && surnamesOf(word.lower).length > 0;
}

function isCapitalised(word: WordFacts | undefined): word is WordFacts {
  return word?.case === CASE.capitalised;
}

function isSyllable(word: WordFacts | undefined): boolean {
  return isCapitalised(word) && (word.lexicon & LEXICON.syllable) !== 0;
}
