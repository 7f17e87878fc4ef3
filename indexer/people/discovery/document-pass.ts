import type { CueWords } from './cue-words.ts';
import { isEponym } from './name-filters.ts';
import { settleRepeatedNames } from './repeated-names.ts';
import type { NameRange, TaggedSentence } from './tagged-sentence.ts';
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
export function applyDocumentPass(sentences: readonly TaggedSentence[], cues: CueWords): void {
  settleRepeatedNames(sentences, cues);
  const surnames = collectSurnames(sentences);
  if (surnames.size === 0) return;
  for (const sentence of sentences) {
    const found = propagate(sentence, surnames, cues);
    if (found.length === 0) continue;
    sentence.names.push(...found);
    sentence.names.sort((left, right) => left.from - right.from);
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
  cues: CueWords,
): NameRange[] {
  const found: NameRange[] = [];
  for (const [index, word] of words.entries()) {
    if (word.case !== CASE.capitalised && word.case !== CASE.mixed) continue;
    const confidence = surnames.get(toStem(word.lower));
    if (confidence === undefined || isNamePart(words[index - 1]) || isNamePart(words[index + 1])) {
      continue;
    }
    const isNamed = names.some(({ from, to }) => index >= from && index < to);
    if (isNamed || isEponym(words, index, index + 1, cues)) continue;
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
