import { LABELS, type Label, personRanges, scorePath, toLattice, viterbi } from '../chain.ts';
import { isEponym, isFragment, isPlace, isThingOf } from '../name-filters.ts';
import { type PersonModel, scoreRun } from '../person-model.ts';
import { toAttributes } from '../sentence-attributes.ts';
import { LOWER_HABIT, type WordFacts } from '../word-facts.ts';
import { CASE } from '../word-shape.ts';
import { type Corpus, type Sentence, UNKNOWN } from './read-material.ts';

/** A run is learned from when the chain believes its own reading at least this much. */
const LEAST_PROBABILITY = 0.8;

/** Labels raw text with the model; runs it is not sure of are UNKNOWN. */
export function selfLabel(corpora: readonly Corpus[], model: PersonModel): Sentence[] {
  return corpora.flatMap(({ sentences }) =>
    sentences.map((sentence) => labelSentence(sentence, model)),
  );
}

function labelSentence({ words: printed }: Sentence, model: PersonModel): Sentence {
  const words = printed.map((word) => model.readWord(word));
  const { table, runs } = toAttributes(words);
  const labels = new Uint8Array(printed.length);
  for (const run of runs) {
    const scores = scoreRun(table, run, model);
    const best = viterbi(scores, model.transitions);
    const { logZ } = toLattice(scores, model.transitions);
    const isSure = Math.exp(scorePath(scores, best, model.transitions) - logZ) >= LEAST_PROBABILITY;
    if (isSure) labels.set(best, run.from);
    else labels.fill(UNKNOWN, run.from, run.to);
  }
  demote(words, labels, model);
  return { words: printed, labels };
}

/** Takes back what cannot be a person, so that the next round does not learn the mistake. */
function demote(words: readonly WordFacts[], labels: Uint8Array, model: PersonModel): void {
  for (const { from, to } of personRanges(labels)) {
    const name = words.slice(from, to);
    const isThing =
      isPlace(name, model.knowledge) ||
      isEponym(words, from, to, model.knowledge.cues) ||
      isThingOf(name) ||
      (name.length === 1 && name[0]?.case === CASE.upper);
    const isCommon =
      isFragment(name) || (name.length === 1 && ((name[0]?.habit ?? 0) & LOWER_HABIT) !== 0);
    if (isThing) relabel(labels, from, to, 'B-OTHER', 'I-OTHER');
    else if (isCommon) relabel(labels, from, to, 'O', 'O');
  }
}

function relabel(labels: Uint8Array, from: number, to: number, first: Label, rest: Label): void {
  labels.fill(LABELS.indexOf(rest), from, to);
  labels[from] = LABELS.indexOf(first);
}
