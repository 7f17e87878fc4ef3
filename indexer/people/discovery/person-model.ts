import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../../config/package-root.ts';
import { LABEL_COUNT } from './chain.ts';
import { readCueWords } from './cue-words.ts';
import { TEMPLATES, writeFeatures } from './feature-templates.ts';
import { hashString } from './hash.ts';
import type { Run } from './sentence-attributes.ts';
import {
  createWordBook,
  HABITS,
  LEXICON,
  type WordFacts,
  type WordKnowledge,
} from './word-facts.ts';

/** Weights are stored against those of "O", which are then all 0 and need no column. */
export const STORED_COLUMNS: number = LABEL_COUNT - 1;

const headerSchema = z.strictObject({
  format: z.literal(1),
  buckets: z.int().positive(),
  /** A stored weight times `scale` is the weight. */
  scale: z.number().positive(),
  transitions: z.array(z.number()).length(LABEL_COUNT * LABEL_COUNT),
  /** Hash of the feature table the model was trained with. */
  templates: z.int(),
});
export type ModelHeader = z.infer<typeof headerSchema>;

/** A trained chain with all it needs to read a text. */
export type PersonModel = {
  readonly header: ModelHeader;
  readonly weights: Int8Array;
  readonly transitions: Float32Array;
  readonly knowledge: WordKnowledge;
  readonly readWord: (word: string) => WordFacts;
};

export const MODEL_FILES = {
  header: 'person-crf.json',
  weights: 'person-crf.i8',
  cues: 'cue-words.yaml',
  names: 'names.bloom',
} as const;
/** Word lists, one lower-case word or phrase a line, and what they say of a word. */
export const LEXICON_FILES = {
  'given-names.txt': LEXICON.given,
  'surnames.txt': LEXICON.surname,
  'cities.txt': LEXICON.city,
  'countries.txt': LEXICON.country,
  'places.txt': LEXICON.city,
} as const;
export const habitFile = (habit: string): string => `habit-${habit}.bloom`;

const defaultFolder = join(packageRoot, 'config', 'people-model');

/** Loads the model and its lexicons; throws when a file is missing or was made for another feature table. */
export function loadPersonModel(folder: string = defaultFolder): PersonModel {
  const header = headerSchema.parse(
    JSON.parse(readFileSync(join(folder, MODEL_FILES.header), 'utf8')),
  );
  if (header.templates !== templateVersion()) {
    throw new Error(`${folder}: trained with another feature table; run npm run train:people`);
  }
  const stored = readFileSync(join(folder, MODEL_FILES.weights));
  if (stored.length !== header.buckets * STORED_COLUMNS) {
    throw new Error(`${MODEL_FILES.weights}: ${stored.length} bytes, ${header.buckets} buckets`);
  }
  return assembleModel(
    header,
    new Int8Array(stored.buffer, stored.byteOffset, stored.length),
    loadKnowledge(folder),
  );
}

export function assembleModel(
  header: ModelHeader,
  weights: Int8Array,
  knowledge: WordKnowledge,
): PersonModel {
  const transitions = Float32Array.from(header.transitions);
  return { header, weights, transitions, knowledge, readWord: createWordBook(knowledge) };
}

/** Reads the word lists, statistics and cue words of a model folder. */
export function loadKnowledge(folder: string = defaultFolder): WordKnowledge {
  const lexicon = new Map<string, number>();
  for (const [file, bit] of Object.entries(LEXICON_FILES)) {
    for (const word of readFileSync(join(folder, file), 'utf8').split('\n')) {
      if (word !== '') lexicon.set(word, (lexicon.get(word) ?? 0) | bit);
    }
  }
  const habits = Object.fromEntries(
    HABITS.map((habit) => [habit, new Uint8Array(readFileSync(join(folder, habitFile(habit))))]),
  ) as WordKnowledge['habits'];
  return {
    lexicon,
    cues: readCueWords(join(folder, MODEL_FILES.cues)),
    habits,
    names: new Uint8Array(readFileSync(join(folder, MODEL_FILES.names))),
  };
}

/** Changes whenever a trained model would no longer fit the features. */
export function templateVersion(): number {
  return hashString(TEMPLATES.map(({ name }) => name).join('\n'));
}

/** Room for the features of one word, used again for every word. */
const buckets = new Int32Array(TEMPLATES.length);

/** Scores of the labels for every word of a run, LABEL_COUNT numbers a word. */
export function scoreRun(table: Int32Array, { from, to }: Run, model: PersonModel): Float32Array {
  const { weights, header } = model;
  const scores = new Float32Array((to - from) * LABEL_COUNT);
  for (let index = from; index < to; index += 1) {
    writeFeatures(table, index, header.buckets, buckets);
    let beginPerson = 0;
    let insidePerson = 0;
    let beginOther = 0;
    let insideOther = 0;
    for (const bucket of buckets) {
      if (bucket < 0) continue;
      const row = bucket * STORED_COLUMNS;
      beginPerson += weights[row] ?? 0;
      insidePerson += weights[row + 1] ?? 0;
      beginOther += weights[row + 2] ?? 0;
      insideOther += weights[row + 3] ?? 0;
    }
    const at = (index - from) * LABEL_COUNT;
    scores[at + 1] = beginPerson * header.scale;
    scores[at + 2] = insidePerson * header.scale;
    scores[at + 3] = beginOther * header.scale;
    scores[at + 4] = insideOther * header.scale;
  }
  return scores;
}
