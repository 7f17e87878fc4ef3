import type { NameRange, TaggedSentence } from './tag-people.ts';
import { LEXICON, LOWER_HABIT, type WordFacts } from './word-facts.ts';
import { CASE } from './word-shape.ts';

/** A full name must be this certain before its surname speaks for other places of the text. */
const CERTAIN = 0.6;
const SHORTEST_SURNAME = 3;

/**
 * Uses the whole text. A full name printed several times is a person everywhere or nowhere, by the majority;
 * a capitalised word standing alone that is the surname of somebody named in full is that person.
 * Changes the names of the sentences.
 */
export function applyDocumentPass(sentences: readonly TaggedSentence[]): void {
  settleRepeatedNames(sentences);
  const surnames = collectSurnames(sentences);
  if (surnames.size === 0) return;
  for (const sentence of sentences) {
    const found = propagate(sentence, surnames);
    if (found.length === 0) continue;
    sentence.names.push(...found);
    sentence.names.sort((left, right) => left.from - right.from);
  }
}

type Tally = { readonly tokens: readonly string[]; readonly confidences: number[]; places: number };

function settleRepeatedNames(sentences: readonly TaggedSentence[]): void {
  const tallies = tallyFullNames(sentences);
  for (const { tokens, confidences, places } of tallies.values()) {
    if (places === confidences.length) continue;
    const isPerson = confidences.length * 2 >= places;
    const mean = confidences.reduce((sum, one) => sum + one, 0) / confidences.length;
    for (const sentence of sentences) settle(sentence, tokens, isPerson ? mean : null);
  }
}

/** Counts, for every full name found, how often it was found and how often it is printed at all. */
function tallyFullNames(sentences: readonly TaggedSentence[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { words, names } of sentences) {
    for (const { from, to, confidence } of names) {
      if (to - from < 2) continue;
      const tokens = words.slice(from, to).map(({ lower }) => lower);
      const key = tokens.join(' ');
      const tally = tallies.get(key) ?? { tokens, confidences: [], places: 0 };
      tallies.set(key, tally);
      tally.confidences.push(confidence);
    }
  }
  for (const tally of tallies.values()) {
    for (const { words } of sentences) tally.places += [...occurrences(words, tally.tokens)].length;
  }
  return tallies;
}

/** Starts of the places where exactly these words are printed. */
function* occurrences(words: readonly WordFacts[], tokens: readonly string[]): Generator<number> {
  const [first] = tokens;
  for (let index = 0; index + tokens.length <= words.length; index += 1) {
    if (words[index]?.lower !== first) continue;
    if (tokens.every((token, offset) => words[index + offset]?.lower === token)) yield index;
  }
}

/** Adds the name where it is missing, or takes it out everywhere (`confidence` null). */
function settle(
  { words, names }: TaggedSentence,
  tokens: readonly string[],
  confidence: number | null,
): void {
  for (const from of occurrences(words, tokens)) {
    const to = from + tokens.length;
    const known = names.findIndex((name) => name.from === from && name.to === to);
    if (confidence === null && known >= 0) names.splice(known, 1);
    if (confidence === null || names.some((name) => name.from < to && from < name.to)) continue;
    names.push({ from, to, confidence });
    names.sort((left, right) => left.from - right.from);
  }
}

function collectSurnames(sentences: readonly TaggedSentence[]): Map<string, number> {
  const surnames = new Map<string, number>();
  for (const { words, names } of sentences) {
    for (const { from, to, confidence } of names) {
      const last = words[to - 1];
      if (to - from < 2 || confidence < CERTAIN || last === undefined) continue;
      if (!isSurnameLike(last)) continue;
      const key = toStem(last.lower);
      surnames.set(key, Math.max(surnames.get(key) ?? 0, confidence));
    }
  }
  return surnames;
}

function isSurnameLike(word: WordFacts): boolean {
  return (
    word.lower.length >= SHORTEST_SURNAME &&
    (word.case === CASE.capitalised || word.case === CASE.mixed) &&
    (word.habit & LOWER_HABIT) === 0 &&
    word.functionClass === 0
  );
}

function propagate(
  { words, names }: TaggedSentence,
  surnames: ReadonlyMap<string, number>,
): NameRange[] {
  const found: NameRange[] = [];
  for (const [index, word] of words.entries()) {
    if (word.case !== CASE.capitalised && word.case !== CASE.mixed) continue;
    const confidence = surnames.get(toStem(word.lower));
    if (confidence === undefined || isNamePart(words[index - 1]) || isNamePart(words[index + 1]))
      continue;
    if (names.some(({ from, to }) => index >= from && index < to)) continue;
    found.push({ from: index, to: index + 1, confidence });
  }
  return found;
}

/** A capitalised neighbour means another name ("Rossi Spa"), unless it is a title or opens the sentence. */
function isNamePart(word: WordFacts | undefined): boolean {
  if (word === undefined || word.functionClass > 0) return false;
  if ((word.lexicon & LEXICON.title) !== 0) return false;
  return word.case >= CASE.capitalised && word.case <= CASE.initial;
}

const ENDINGS = /(?:ыми|ого|ому|ему|его|ой|ый|ий|ая|ую|ым|им|ом|ем|ою|ею|ам|ах|а|у|е|ы|и|я|ю|й)$/;

/** Cyrillic surnames are declined; others are compared as they are. */
export function toStem(lower: string): string {
  return /^[\u0400-\u04ff-]+$/.test(lower) && lower.length > SHORTEST_SURNAME + 1
    ? lower.replace(ENDINGS, '')
    : lower;
}
