import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../../../config/package-root.ts';
import { readCueWords } from '../cue-words.ts';
import { habitFile, loadKnowledge, MODEL_FILES, type PersonModel } from '../person-model.ts';
import { createWordBook, HABITS, type Habit, type WordKnowledge } from '../word-facts.ts';
import { buildHabits } from './build-habits.ts';
import { buildLexicons, buildNames } from './build-lexicons.ts';
import { fillPatterns } from './fill-patterns.ts';
import { fitModel } from './fit-model.ts';
import { readHabits } from './read-habits.ts';
import { readMaterial, type Sentence } from './read-material.ts';
import { isHeldOut, toFigures } from './score-names.ts';
import { createRandom } from './seeded-random.ts';
import { selfLabel } from './self-label.ts';

/**
 * `npm run train:people -- MATERIAL`: makes the files of config/people-model from a folder of
 * `gold-*.jsonl.gz` and `raw-*.jsonl.gz`, and prints the figures on the held-out tenth of the labelled files.
 * The same material and options give the same bytes.
 */
const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    /** Where the model goes; cue-words.yaml must be there. */
    folder: { type: 'string', default: join(packageRoot, 'config', 'people-model') },
    /** Rounds of labelling the raw text and training again. */
    rounds: { type: 'string', default: '3' },
    epochs: { type: 'string', default: '3' },
    /** The model is the mean of so many. */
    chains: { type: 'string', default: '2' },
    buckets: { type: 'string', default: '400000' },
    /** Filled copies of each sentence pattern. */
    copies: { type: 'string', default: '20' },
    /** Labelled files with this in their name are only tested on: how well does a language do without labels? */
    without: { type: 'string', default: '' },
  },
});
const [material] = positionals;
if (material === undefined) throw new Error('usage: npm run train:people -- MATERIAL');
const { folder } = options;

const FIRST_EPOCHS = 6;
const L1 = 0.5;
const RATE = 0.1;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const corpora = readMaterial(material);
const gold = corpora.filter(({ isGold }) => isGold);
const raw = corpora.filter(({ isGold }) => !isGold);
const isTestOnly = (name: string) => options.without !== '' && name.includes(options.without);

mkdirSync(folder, { recursive: true });
const lexicons = buildLexicons();
for (const [file, lines] of Object.entries(lexicons)) {
  writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
}
writeFileSync(join(folder, MODEL_FILES.names), buildNames(lexicons));
const cues = readCueWords(join(folder, MODEL_FILES.cues));
for (const habit of HABITS) writeFileSync(join(folder, habitFile(habit)), new Uint8Array(8));
let knowledge = learnHabits(buildHabits(raw, cues, loadKnowledge(folder).lexicon));

const labelled: readonly Sentence[] = [
  ...gold
    .filter(({ name }) => !isTestOnly(name))
    .flatMap(({ sentences }) => sentences.filter((_, index) => !isHeldOut(index))),
  ...fillPatterns(
    join(import.meta.dirname, 'sentence-patterns.yaml'),
    { ...lexicons, syllables: [...cues.syllables] },
    Number(options.copies),
    createRandom(1),
  ),
];
say(`${labelled.length} labelled sentences, ${raw.length} raw files`);
let model = train(labelled, FIRST_EPOCHS, 1);
report('labelled sentences alone');
for (let round = 1; round <= Number(options.rounds); round += 1) {
  const selfLabelled = selfLabel(raw, model);
  knowledge = learnHabits(readHabits(selfLabelled));
  model = train([...labelled, ...selfLabelled], Number(options.epochs), round + 1);
  report(`round ${round} of self-training`);
}

/** Writes word statistics to the model folder and reads everything back as the product will. */
function learnHabits(habits: Partial<Record<Habit, Uint8Array>>): WordKnowledge {
  for (const [habit, filter] of Object.entries(habits)) {
    writeFileSync(join(folder, habitFile(habit)), filter);
  }
  return loadKnowledge(folder);
}

function train(sentences: readonly Sentence[], epochs: number, seed: number): PersonModel {
  const trained = fitModel(sentences, knowledge, createWordBook(knowledge, 400_000), {
    bucketCount: Number(options.buckets),
    epochs,
    seed,
    chains: Number(options.chains),
    l1: L1,
    rate: RATE,
    onEpoch: (epoch, loss) => say(`  epoch ${epoch}: loss ${loss.toFixed(4)} a run`),
  });
  writeFileSync(join(folder, MODEL_FILES.header), `${JSON.stringify(trained.header, null, 1)}\n`);
  writeFileSync(join(folder, MODEL_FILES.weights), trained.weights);
  return trained;
}

function report(title: string): void {
  say(`${title}: names, precision / recall / F1 at a threshold`);
  for (const line of toFigures(gold, isTestOnly, model)) say(line);
}
