import { type BloomFilter, toBloomFilter } from '../bloom-filter.ts';
import type { CueWords } from '../cue-words.ts';
import { LEXICON } from '../word-facts.ts';
import { CASE, toCase } from '../word-shape.ts';
import type { Corpus } from './read-material.ts';

/** How often a word was seen, by what it looked like and what stood before it. */
type Context = 'afterArticle' | 'afterIn' | 'afterGiven';
type Count = { lower: number; capital: number } & Record<Context, number>;

const ENOUGH = 3;
/** Shares of the capitalised occurrences that make a habit. */
const SHARE: Readonly<Record<Context, number>> = {
  afterArticle: 0.25,
  afterIn: 0.2,
  afterGiven: 0.3,
};

/** Counts the habits of words in raw text; see HABITS. */
export function buildHabits(
  corpora: readonly Corpus[],
  cues: CueWords,
  lexicon: ReadonlyMap<string, number>,
): Record<'lower' | Context, BloomFilter> {
  const counts = new Map<string, Count>();
  for (const { sentences } of corpora) {
    for (const { words } of sentences) countSentence(words, counts, cues, lexicon);
  }
  const entries = [...counts];
  const withHabit = (fits: (count: Count) => boolean) =>
    toBloomFilter(entries.filter(([, count]) => fits(count)).map(([word]) => word));
  const isFrequent = (count: Count, habit: Context) =>
    count.capital >= ENOUGH && count[habit] >= 2 && count[habit] / count.capital >= SHARE[habit];
  return {
    lower: withHabit(({ lower, capital }) => lower >= 2 && lower > capital),
    afterArticle: withHabit((count) => isFrequent(count, 'afterArticle')),
    afterIn: withHabit((count) => isFrequent(count, 'afterIn')),
    afterGiven: withHabit((count) => isFrequent(count, 'afterGiven')),
  };
}

function countSentence(
  words: readonly string[],
  counts: Map<string, Count>,
  cues: CueWords,
  lexicon: ReadonlyMap<string, number>,
): void {
  let isFirst = true;
  let before = '';
  for (const word of words) {
    const letterCase = toCase(word);
    if (letterCase === CASE.lower) countFor(word, counts).lower += 1;
    else if (letterCase === CASE.capitalised && !isFirst) {
      const count = countFor(word, counts);
      count.capital += 1;
      const habit = toHabit(before, cues, lexicon);
      if (habit !== null) count[habit] += 1;
    }
    // A capital tells nothing at the start, after a colon, a quote or a full stop.
    if (letterCase === CASE.fullStop || letterCase === CASE.quote) isFirst = true;
    else if (letterCase <= CASE.number) isFirst = false;
    before = word;
  }
}

function countFor(word: string, counts: Map<string, Count>): Count {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const known = counts.get(lower);
  if (known !== undefined) return known;
  const count = { lower: 0, capital: 0, afterArticle: 0, afterIn: 0, afterGiven: 0 };
  counts.set(lower, count);
  return count;
}

function toHabit(
  before: string,
  { functionClass }: CueWords,
  lexicon: ReadonlyMap<string, number>,
): Context | null {
  const lower = before.toLowerCase();
  const beforeClass = functionClass.get(lower);
  if (beforeClass !== undefined && beforeClass === functionClass.get('the')) return 'afterArticle';
  if (beforeClass !== undefined && beforeClass === functionClass.get('in')) return 'afterIn';
  return isGivenName(before, lexicon) ? 'afterGiven' : null;
}

function isGivenName(word: string, lexicon: ReadonlyMap<string, number>): boolean {
  return (
    toCase(word) === CASE.capitalised &&
    ((lexicon.get(word.toLowerCase()) ?? 0) & LEXICON.given) !== 0
  );
}
