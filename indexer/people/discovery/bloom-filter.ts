import { hashString, mixHash } from './hash.ts';

/** A set of words in about ten bits each; one word in a hundred that is not in it seems to be. */
export type BloomFilter = Uint8Array;

const PROBES = 6;
const BITS_PER_WORD = 10;

export function toBloomFilter(words: Iterable<string>): BloomFilter {
  const all = [...words];
  const filter = new Uint8Array(Math.max(8, Math.ceil((all.length * BITS_PER_WORD) / 8)));
  for (const word of all) {
    for (const bit of probe(word, filter.length * 8)) {
      filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return filter;
}

export function mayContain(filter: BloomFilter, word: string): boolean {
  for (const bit of probe(word, filter.length * 8)) {
    if (((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return false;
  }
  return true;
}

function* probe(word: string, bits: number): Generator<number> {
  const first = hashString(word);
  const step = mixHash(first, 0x5bd1e995) | 1;
  for (let index = 0; index < PROBES; index += 1) {
    yield ((first + Math.imul(index, step)) >>> 0) % bits;
  }
}
