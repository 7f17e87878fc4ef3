import { hashString } from './hash.ts';
import { LEXICON, LOWER_HABIT, WORD_ATTRIBUTES, type WordFacts } from './word-facts.ts';
import { CASE } from './word-shape.ts';

/** Attributes that a word has by its place in the sentence. */
const PLACE_ATTRIBUTES = [
  /** Position and length of the run of capitalised words it stands in. */
  'run',
  'runBefore',
  'runAfter',
  'runBeforeClass',
  'runAfterClass',
  /** Which kinds of names the run holds: given first, surname last, particle, initial, place. */
  'runKinds',
  /** Distance to the last title, 1 to 4, and the title. */
  'titleDistance',
  'title',
  /** First word, upper-case sentence, inside quotes. */
  'sentence',
] as const;

export const ATTRIBUTES = [...WORD_ATTRIBUTES, ...PLACE_ATTRIBUTES] as const;
export type Attribute = (typeof ATTRIBUTES)[number];
export const WIDTH: number = ATTRIBUTES.length;
/** Rows of "outside the sentence" on both sides. */
export const PADDING = 2;

const column = (name: Attribute): number => ATTRIBUTES.indexOf(name);
const RUN = column('run');
const OUTSIDE = hashString('(outside)');
const LONGEST_RUN = 6;
const FARTHEST_TITLE = 4;
const NO_CLASS = 60;

/** Words from `from` to `to` (exclusive) that stand together and are written like names. */
export type Run = { readonly from: number; readonly to: number };

/** What the features of a sentence are read from. */
export type Attributes = {
  /** One row of WIDTH numbers a word, PADDING rows before and after. */
  readonly table: Int32Array;
  /** Where names may be. */
  readonly runs: readonly Run[];
};

export function toAttributes(words: readonly WordFacts[]): Attributes {
  const table = new Int32Array((words.length + 2 * PADDING) * WIDTH);
  for (let row = 0; row < PADDING; row += 1) {
    table[row * WIDTH] = OUTSIDE;
    table[(words.length + PADDING + row) * WIDTH] = OUTSIDE;
  }
  const caseless = isCaseless(words);
  for (const [index, word] of words.entries()) table.set(word.values, (index + PADDING) * WIDTH);
  const runs = findRuns(words, caseless);
  for (const { from, to } of runs) writeRun(words, from, to, table);
  writeTitles(words, table);
  writeSentence(words, caseless, table);
  return { table, runs };
}

/** Whether case tells nothing: a headline in capitals, or one In Which Every Word Has One. */
export function isCaseless(words: readonly WordFacts[]): boolean {
  let [upper, capitalised, lower, falseCapitals] = [0, 0, 0, 0];
  for (const word of words) {
    if (word.functionClass > 0) continue;
    if (word.case === CASE.upper) upper += 1;
    else if (word.case === CASE.lower) lower += 1;
    else if (word.case === CASE.capitalised) {
      capitalised += 1;
      if ((word.habit & LOWER_HABIT) !== 0) falseCapitals += 1;
    }
  }
  if (upper >= 2 && upper > 3 * (lower + capitalised)) return true;
  return falseCapitals >= FALSE_CAPITALS && lower * 6 <= capitalised;
}

/** So many common words with a capital are no accident. */
const FALSE_CAPITALS = 3;

function findRuns(words: readonly WordFacts[], caseless: boolean): Run[] {
  const runs: Run[] = [];
  let from = findOpening(words, caseless);
  while (from < words.length) {
    const to = findRunEnd(words, from, caseless);
    if (to > from) runs.push({ from, to });
    from = Math.max(to, from + 1);
  }
  return runs;
}

/**
 * Skips the first word of a sentence when its capital is only that: "Secondo la Rossi", "The Browns".
 * A common word that is a name as well ("Rosa") stays when another capital follows.
 */
function findOpening(words: readonly WordFacts[], caseless: boolean): number {
  const first = words.findIndex(({ case: letterCase }) => isWritten(letterCase));
  const word = words[first];
  if (word === undefined || caseless || word.case !== CASE.capitalised) return 0;
  if ((word.lexicon & LEXICON.particle) !== 0) return 0;
  if (word.functionClass > 0) return first + 1;
  if ((word.habit & LOWER_HABIT) === 0) return 0;
  const isName = (word.lexicon & (LEXICON.given | LEXICON.surname)) !== 0;
  const next = words[first + 1];
  const isFollowed = next !== undefined && next.case >= CASE.capitalised && isWritten(next.case);
  return isName && isFollowed ? 0 : first + 1;
}

function isWritten(letterCase: number): boolean {
  return letterCase >= CASE.lower && letterCase <= CASE.initial;
}

/** End of the run of capitalised words that begins at `start`; small words count between two of them. */
function findRunEnd(words: readonly WordFacts[], start: number, caseless: boolean): number {
  let end = start;
  for (let index = start; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    if (isNameLike(word, caseless, index > start)) end = index + 1;
    else if ((word.lexicon & LEXICON.particle) === 0 || index === start || index - end > 1) break;
  }
  return end;
}

/** Without the help of case, common words are out, unless they are names too and follow one: "MARIO BIANCHI". */
function isNameLike(word: WordFacts, caseless: boolean, isInside: boolean): boolean {
  if (!isWritten(word.case) || word.case === CASE.lower) return false;
  if (!caseless) return true;
  const isCommon = (word.habit & LOWER_HABIT) !== 0;
  const isName = (word.lexicon & (LEXICON.given | LEXICON.surname)) !== 0;
  return word.functionClass === 0 && (!isCommon || (isInside && isName));
}

function writeRun(
  words: readonly WordFacts[],
  start: number,
  end: number,
  table: Int32Array,
): void {
  const before = words[start - 1];
  const after = words[end];
  const kinds = toRunKinds(words.slice(start, end));
  const length = Math.min(end - start, LONGEST_RUN);
  for (let index = start; index < end; index += 1) {
    const position = Math.min(index - start, LONGEST_RUN - 1);
    table.set(
      [
        1 + position * (LONGEST_RUN + 1) + length,
        before?.values[0] ?? OUTSIDE,
        after?.values[0] ?? OUTSIDE,
        toClass(before),
        toClass(after),
        kinds,
      ],
      (index + PADDING) * WIDTH + RUN,
    );
  }
}

/** A word's part in the grammar: function class, title, verb of saying, or its case. */
function toClass(word: WordFacts | undefined): number {
  if (word === undefined) return NO_CLASS;
  if (word.functionClass > 0) return word.functionClass;
  if ((word.lexicon & LEXICON.title) !== 0) return NO_CLASS + 1;
  if ((word.lexicon & LEXICON.saying) !== 0) return NO_CLASS + 2;
  return NO_CLASS + 2 + word.case;
}

/** What a run may hold, one bit each: of its first word, of its last, of any. */
const RUN_KINDS: readonly {
  readonly of: 'first' | 'last' | 'any';
  readonly fits: (word: WordFacts) => boolean;
}[] = [
  { of: 'first', fits: ({ lexicon }) => (lexicon & LEXICON.given) !== 0 },
  { of: 'last', fits: ({ lexicon }) => (lexicon & LEXICON.surname) !== 0 },
  { of: 'last', fits: ({ lexicon }) => (lexicon & LEXICON.given) !== 0 },
  { of: 'any', fits: ({ lexicon }) => (lexicon & LEXICON.particle) !== 0 },
  { of: 'any', fits: (word) => word.case === CASE.initial },
  { of: 'any', fits: (word) => word.case === CASE.upper },
  { of: 'any', fits: ({ lexicon }) => (lexicon & (LEXICON.city | LEXICON.country)) !== 0 },
  { of: 'any', fits: ({ habit }) => (habit & LOWER_HABIT) !== 0 },
];

function toRunKinds(run: readonly WordFacts[]): number {
  const ranges = { first: run.slice(0, 1), last: run.slice(-1), any: run };
  let kinds = 1;
  for (const [index, { of, fits }] of RUN_KINDS.entries()) {
    if (ranges[of].some(fits)) kinds |= 2 << index;
  }
  return kinds;
}

function writeTitles(words: readonly WordFacts[], table: Int32Array): void {
  const distanceColumn = column('titleDistance');
  let last = -FARTHEST_TITLE - 1;
  let title = 0;
  for (const [index, word] of words.entries()) {
    const distance = index - last;
    const row = (index + PADDING) * WIDTH + distanceColumn;
    if (distance <= FARTHEST_TITLE) {
      table[row] = distance;
      table[row + 1] = title;
    }
    if ((word.lexicon & LEXICON.title) === 0) continue;
    last = index;
    title = word.values[0] ?? 0;
  }
}

function writeSentence(words: readonly WordFacts[], caseless: boolean, table: Int32Array): void {
  const sentenceColumn = column('sentence');
  let begun = false;
  let inQuotes = false;
  for (const [index, word] of words.entries()) {
    if (word.case === CASE.quote) inQuotes = !inQuotes;
    table[(index + PADDING) * WIDTH + sentenceColumn] =
      1 + (begun ? 0 : 2) + (caseless ? 4 : 0) + (inQuotes ? 8 : 0);
    if (word.case <= CASE.number) begun = true;
  }
}
