import { type BloomFilter, toBloomFilter } from '../bloom-filter.ts';
import { LABELS, personRanges } from '../chain.ts';
import { CASE, toCase } from '../word-shape.ts';
import type { Sentence } from './read-material.ts';

type Reading = 'readAsGiven' | 'readAsSurname' | 'readAsOther';
type Count = { all: number } & Record<Reading, number>;

/** Rare words get no habit, so that the chain learns to judge a name it has never seen. */
const ENOUGH = 4;
const SHARE = 0.7;
const OTHERS: ReadonlySet<number> = new Set([LABELS.indexOf('B-OTHER'), LABELS.indexOf('I-OTHER')]);

/** Gathers, over the raw text, as what the last model mostly read each capitalised word. */
export function readHabits(sentences: readonly Sentence[]): Record<Reading, BloomFilter> {
  const counts = new Map<string, Count>();
  for (const sentence of sentences) countReadings(sentence, counts);
  const mostly = (reading: Reading) =>
    toBloomFilter(
      [...counts]
        .filter(([, count]) => count[reading] >= ENOUGH && count[reading] / count.all >= SHARE)
        .map(([word]) => word),
    );
  return {
    readAsGiven: mostly('readAsGiven'),
    readAsSurname: mostly('readAsSurname'),
    readAsOther: mostly('readAsOther'),
  };
}

function countReadings({ words, labels }: Sentence, counts: Map<string, Count>): void {
  const count = (index: number): Count | null => {
    const word = words[index] ?? '';
    if (toCase(word) !== CASE.capitalised && toCase(word) !== CASE.upper) return null;
    const lower = word.toLowerCase().replaceAll('’', "'");
    const known = counts.get(lower) ?? { all: 0, readAsGiven: 0, readAsSurname: 0, readAsOther: 0 };
    counts.set(lower, known);
    return known;
  };
  const add = (index: number, reading: Reading) => {
    const known = count(index);
    if (known !== null) known[reading] += 1;
  };
  for (const index of words.keys()) {
    const known = count(index);
    if (known !== null) known.all += 1;
    if (OTHERS.has(labels[index] ?? 0)) add(index, 'readAsOther');
  }
  for (const { from, to } of personRanges(labels)) {
    if (to - from > 1) add(from, 'readAsGiven');
    add(to - 1, 'readAsSurname');
  }
}
