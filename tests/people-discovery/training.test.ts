import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { LABELS, personRanges, viterbi } from '../../indexer/people/discovery/chain.ts';
import {
  loadKnowledge,
  type PersonModel,
  scoreRun,
} from '../../indexer/people/discovery/person-model.ts';
import { toAttributes } from '../../indexer/people/discovery/sentence-attributes.ts';
import { fillPatterns } from '../../indexer/people/discovery/training/fill-patterns.ts';
import { fitModel } from '../../indexer/people/discovery/training/fit-model.ts';
import { readMaterial } from '../../indexer/people/discovery/training/read-material.ts';
import { createRandom } from '../../indexer/people/discovery/training/seeded-random.ts';
import { createWordBook } from '../../indexer/people/discovery/word-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'people-material-'));
afterAll(() => rmSync(folder, { recursive: true }));

function writeMaterial(file: string, sentences: readonly object[]): void {
  writeFileSync(join(folder, file), gzipSync(sentences.map((s) => JSON.stringify(s)).join('\n')));
}

describe('the material', () => {
  it('is cut into our words, with one label for all parts of a word', () => {
    writeMaterial('gold-x_it.jsonl.gz', [
      {
        tokens: ['Parla', "D'Alessio", 'alla', 'Camera'],
        tags: ['O', 'B-PER', 'O', 'B-ORG'],
      },
    ]);
    writeMaterial('raw-y_pt.jsonl.gz', [{ tokens: ['a', 'casa', 'de', 'o', 'Rui', '.'] }]);
    const [gold, raw] = readMaterial(folder);
    expect(gold?.sentences[0]?.words).toEqual(['Parla', "D'", 'Alessio', 'alla', 'Camera']);
    expect([...(gold?.sentences[0]?.labels ?? [])].map((label) => LABELS[label])).toEqual([
      'O',
      'B-PER',
      'I-PER',
      'O',
      'B-OTHER',
    ]);
    expect(raw?.isGold).toBe(false);
    expect(raw?.sentences[0]?.words).toEqual(['a', 'casa', 'do', 'Rui', '.']);
  });
});

describe('sentence patterns', () => {
  it('are filled with labelled names, the same ones for the same seed', () => {
    const path = join(folder, 'patterns.yaml');
    writeFileSync(path, 'it:\n  - "{p} parla alla [Camera] di {c}."\n');
    const fill = () =>
      fillPatterns(
        path,
        {
          'given-names.txt': ['anna', 'bruno'],
          'surnames.txt': ['bianchi', 'neri'],
          'cities.txt': ['torino'],
          'countries.txt': ['italia'],
          syllables: ['kim'],
        },
        4,
        createRandom(5),
      );
    const sentences = fill();
    expect(sentences).toHaveLength(4);
    expect(fill()).toEqual(sentences);
    for (const { words, labels } of sentences) {
      expect([...personRanges(labels)].map(({ from }) => from)).toEqual([0]);
      expect(labels[words.indexOf('Camera')]).toBe(LABELS.indexOf('B-OTHER'));
    }
  });
});

describe('the trainer', () => {
  const knowledge = loadKnowledge();
  const readWord = createWordBook(knowledge);
  const sentences = ['Vorgul', 'Tarnex', 'Mibrost', 'Quendar'].flatMap((name) => [
    { words: ['dice', name, 'ora'], labels: Uint8Array.of(0, 1, 0) },
    { words: ['presso', name, 'ora'], labels: Uint8Array.of(0, 3, 0) },
  ]);
  const options = { bucketCount: 4096, epochs: 12, seed: 3, chains: 2, l1: 0.01, rate: 0.5 };
  const labelOf = (words: readonly string[], model: PersonModel) => {
    const { table, runs } = toAttributes(words.map(readWord));
    const [run] = runs;
    if (run === undefined) return null;
    return LABELS[viterbi(scoreRun(table, run, model), model.transitions)[0] ?? 0];
  };

  it('learns from the words around a name it has never seen', () => {
    const model = fitModel(sentences, knowledge, readWord, options);
    expect(labelOf(['dice', 'Zelkora', 'ora'], model)).toBe('B-PER');
    expect(labelOf(['presso', 'Zelkora', 'ora'], model)).toBe('B-OTHER');
  });

  it('gives the same model for the same seed', () => {
    const first = fitModel(sentences, knowledge, readWord, options);
    const second = fitModel(sentences, knowledge, readWord, options);
    expect(second.header).toEqual(first.header);
    expect(second.weights).toEqual(first.weights);
  });
});
