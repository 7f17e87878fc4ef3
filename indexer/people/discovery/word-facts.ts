import { type BloomFilter, mayContain } from './bloom-filter.ts';
import type { CueWords } from './cue-words.ts';
import { hashString } from './hash.ts';
import { CASE, isAlphabetic, toCase, toShape } from './word-shape.ts';

/** Bits of the `lexicon` attribute. */
export const LEXICON = {
  given: 1,
  surname: 2,
  city: 4,
  country: 8,
  title: 16,
  particle: 32,
  saying: 64,
  syllable: 128,
  /** In a large list of given names and surnames together. */
  name: 256,
} as const;

/** Word lists and statistics that know nothing of the sentence. Words are lower case. */
export type WordKnowledge = {
  readonly lexicon: ReadonlyMap<string, number>;
  readonly cues: CueWords;
  readonly habits: Readonly<Record<Habit, BloomFilter>>;
  /** Given names and surnames of a list too long for the lexicon. */
  readonly names: BloomFilter;
};

/**
 * What raw text says about a word: mostly written in lower case; when capitalised, often after an article,
 * often after "in", often after a given name; and as what an earlier model mostly read it: the first word
 * of a full name, the last one, part of another name.
 */
export const HABITS = [
  'lower',
  'afterArticle',
  'afterIn',
  'afterGiven',
  'readAsGiven',
  'readAsSurname',
  'readAsOther',
] as const;
export type Habit = (typeof HABITS)[number];

/** Attributes that depend on the word alone, in the order of `WordFacts.values`. */
export const WORD_ATTRIBUTES = [
  'word',
  'prefix2',
  'prefix3',
  'prefix4',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'shape',
  'case',
  'lexicon',
  'habit',
  'function',
] as const;

/** One word type; `values` are the numbers of WORD_ATTRIBUTES, 0 for "none". */
export type WordFacts = {
  readonly values: Int32Array;
  readonly lower: string;
  readonly case: number;
  readonly lexicon: number;
  readonly habit: number;
  readonly functionClass: number;
  readonly isAlphabetic: boolean;
};

export const LOWER_HABIT = 1;

export function toWordFacts(word: string, knowledge: WordKnowledge): WordFacts {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const letterCase = toCase(word);
  const lexicon = lookUp(lower, letterCase, knowledge);
  const habit = toHabit(lower, letterCase, knowledge);
  const functionClass = knowledge.cues.functionClass.get(lower) ?? 0;
  const values = Int32Array.of(
    hashString(lower),
    affix(lower.slice(0, 2), 2, lower.length),
    affix(lower.slice(0, 3), 3, lower.length),
    affix(lower.slice(0, 4), 4, lower.length),
    affix(lower.slice(-1), 1, lower.length),
    affix(lower.slice(-2), 2, lower.length),
    affix(lower.slice(-3), 3, lower.length),
    affix(lower.slice(-4), 4, lower.length),
    hashString(toShape(word)),
    letterCase,
    lexicon,
    habit,
    functionClass,
  );
  return {
    values,
    lower,
    case: letterCase,
    lexicon,
    habit,
    functionClass,
    isAlphabetic: isAlphabetic(word),
  };
}

function affix(part: string, length: number, wordLength: number): number {
  return wordLength > length ? hashString(part) : 0;
}

function toHabit(lower: string, letterCase: number, { habits }: WordKnowledge): number {
  if (letterCase === CASE.number || letterCase === CASE.none || letterCase > CASE.number) return 0;
  let bits = 0;
  for (const [index, habit] of HABITS.entries()) {
    if (mayContain(habits[habit], lower)) bits |= 1 << index;
  }
  return bits;
}

function lookUp(lower: string, letterCase: number, knowledge: WordKnowledge): number {
  const { lexicon, cues, names } = knowledge;
  let bits = 0;
  if (cues.isTitle(lower)) bits |= LEXICON.title;
  if (cues.particles.has(lower)) bits |= LEXICON.particle;
  if (cues.sayings.has(lower)) bits |= LEXICON.saying;
  if (letterCase < CASE.capitalised || letterCase > CASE.mixed) return bits;
  if (isSyllables(lower, cues)) bits |= LEXICON.syllable;
  if (mayContain(names, foldLetters(lower))) bits |= LEXICON.name;
  for (const form of toDictionaryForms(lower)) {
    const found = lexicon.get(form);
    if (found !== undefined) return bits | found;
  }
  return bits;
}

/** "Chol", "Jong-un": every part is a syllable of Korean or Chinese names. */
function isSyllables(lower: string, { syllables }: CueWords): boolean {
  return lower.split('-').every((part) => syllables.has(part));
}

/** Without accents: "plácido" → "placido". */
export function foldLetters(lower: string): string {
  return lower.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
}

/** The word itself, its first half before a hyphen, and for Cyrillic words what declension may have come from. */
function* toDictionaryForms(lower: string): Generator<string> {
  yield lower;
  const folded = foldLetters(lower);
  if (folded !== lower) yield folded;
  const hyphen = lower.indexOf('-');
  if (hyphen > 1) yield lower.slice(0, hyphen);
  if (!/^[\u0400-\u04ff]{4,}$/.test(lower)) return;
  const one = lower.slice(0, -1);
  yield one;
  yield `${one}а`;
  yield `${one}й`;
  yield `${one}я`;
  const two = lower.slice(0, -2);
  yield two;
  yield `${two}й`;
  yield `${two}ий`;
  yield `${two}а`;
  yield `${two}я`;
}

/** Looks words up once; the memory is bounded because texts have no end of new words. */
export function createWordBook(
  knowledge: WordKnowledge,
  limit = 60_000,
): (word: string) => WordFacts {
  const known = new Map<string, WordFacts>();
  return (word) => {
    let facts = known.get(word);
    if (facts !== undefined) return facts;
    if (known.size >= limit) known.clear();
    facts = toWordFacts(word, knowledge);
    known.set(word, facts);
    return facts;
  };
}
