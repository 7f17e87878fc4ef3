import { LEXICON, LOWER_HABIT, type WordFacts } from './word-facts.ts';
import { CASE } from './word-shape.ts';

/** The words of a sentence as running text would print them. */
export type SentenceWords = {
  readonly words: readonly WordFacts[];
  /** Whether the case was guessed: a headline in capitals, or one In Which Every Word Has One. */
  readonly caseless: boolean;
};

/** Looks up the words of a sentence; where case tells nothing, common words get small letters and the rest a capital. */
export function readSentence(
  printed: readonly string[],
  readWord: (word: string) => WordFacts,
): SentenceWords {
  const words = printed.map(readWord);
  if (!isCaseless(words)) return { words, caseless: false };
  let isAfterName = false;
  const restored = words.map((word, at) => {
    if (word.case !== CASE.upper && word.case !== CASE.capitalised) {
      isAfterName = false;
      return word;
    }
    const isKept = keepsCapital(word, words[at + 1], isAfterName);
    isAfterName = isKept;
    return readWord(isKept ? capitalise(printed[at] ?? '') : word.lower);
  });
  return { words: restored, caseless: true };
}

/** Common words are small, unless they are names too and stand beside one: "MARIO BIANCHI", "ROSA VERDI". */
function keepsCapital(word: WordFacts, next: WordFacts | undefined, isAfterName: boolean): boolean {
  if (word.functionClass > 0) return false;
  if (!isCommon(word)) return true;
  if (isAfterName) return (word.lexicon & (LEXICON.given | LEXICON.surname)) !== 0;
  const isGiven = (word.lexicon & LEXICON.given) !== 0;
  const isFollowed = next?.case === CASE.upper || next?.case === CASE.capitalised;
  return isGiven && isFollowed && next.functionClass === 0 && !isCommon(next);
}

function isCommon({ habit }: WordFacts): boolean {
  return (habit & LOWER_HABIT) !== 0;
}

function capitalise(word: string): string {
  return word.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** So many common words with a capital are no accident. */
const FALSE_CAPITALS = 3;

function isCaseless(words: readonly WordFacts[]): boolean {
  let [upper, capitalised, lower, falseCapitals] = [0, 0, 0, 0];
  for (const word of words) {
    if (word.functionClass > 0) continue;
    if (word.case === CASE.upper) upper += 1;
    else if (word.case === CASE.lower) lower += 1;
    else if (word.case === CASE.capitalised) {
      capitalised += 1;
      if (isCommon(word)) falseCapitals += 1;
    }
  }
  if (upper >= 2 && upper > 3 * (lower + capitalised)) return true;
  return falseCapitals >= FALSE_CAPITALS && lower * 6 <= capitalised;
}
