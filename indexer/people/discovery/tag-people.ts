import { BEGIN_PERSON, personProbability, personRanges, toLattice, viterbi } from './chain.ts';
import { applyDocumentPass } from './document-pass.ts';
import { lengthOfGluedTail, toBounds } from './name-bounds.ts';
import { isBody, isEponym, isFragment, isPlace, isThingOf } from './name-filters.ts';
import { type PersonModel, scoreRun } from './person-model.ts';
import { toAttributes } from './sentence-attributes.ts';
import type { NameRange, TaggedSentence } from './tagged-sentence.ts';
import { type Token, tokenize, toSentences } from './tokenize.ts';
import type { WordFacts } from './word-facts.ts';

/** A person's name in a text; offsets count UTF-16 units, end exclusive. */
export type PersonSpan = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Probability that exactly these words are a name, 0 to 1; for a propagated surname that of the full name. */
  readonly confidence: number;
  readonly tokens: readonly string[];
};

/** Names below this are not reported. */
export const LEAST_CONFIDENCE = 0.5;

/**
 * Finds the names of people in a text, in order. Alphabetic scripts only: words in Han, Hangul,
 * kana, Arabic, Hebrew or Thai are never part of a name.
 */
export function tagPeople(text: string, model: PersonModel): PersonSpan[] {
  const sentences = toSentences(text, tokenize(text)).map((tokens) => tagSentence(tokens, model));
  applyDocumentPass(sentences, model.knowledge.cues);
  return sentences.flatMap(({ tokens, names }) =>
    names
      .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
      .map((name) => toSpan(text, tokens, name)),
  );
}

/** The names of one sentence as the chain sees them, without places and things named after people. */
export function tagSentence(tokens: readonly Token[], model: PersonModel): TaggedSentence {
  const words = tokens.map((token) => model.readWord(token.text));
  const names: NameRange[] = [];
  const { table, runs } = toAttributes(words);
  for (const run of runs) {
    const scores = scoreRun(table, run, model);
    const labels = viterbi(scores, model.transitions);
    if (!labels.includes(BEGIN_PERSON)) continue;
    const lattice = toLattice(scores, model.transitions);
    for (const range of personRanges(labels)) {
      const name = { from: run.from + range.from, to: run.from + range.to };
      const { from, to } = toBounds(words, name, model.knowledge.cues);
      if (from >= to || !isAcceptable(words, from, to, model)) continue;
      names.push({ from, to, confidence: personProbability(lattice, range.from, range.to) });
    }
  }
  return { tokens, words, names };
}

function isAcceptable(
  words: readonly WordFacts[],
  from: number,
  to: number,
  model: PersonModel,
): boolean {
  const name = words.slice(from, to);
  return (
    name.every(({ isAlphabetic }) => isAlphabetic) &&
    !isFragment(name) &&
    !isBody(name, model.knowledge.cues) &&
    !isThingOf(name) &&
    !isPlace(name, model.knowledge) &&
    !isEponym(words, from, to, model.knowledge.cues)
  );
}

function toSpan(
  text: string,
  tokens: readonly Token[],
  { from, to, confidence }: NameRange,
): PersonSpan {
  const start = tokens[from]?.start ?? 0;
  const last = tokens[to - 1];
  const end = (last?.end ?? start) - (last ? lengthOfGluedTail(last.text) : 0);
  return {
    start,
    end,
    text: text.slice(start, end),
    confidence,
    tokens: tokens.slice(from, to).map((token) => token.text),
  };
}
