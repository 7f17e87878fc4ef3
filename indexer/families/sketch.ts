/*
 * A sketch is the K smallest hashes of all the word sequences (shingles) of a text. What two sketches
 * share below the point up to which both are complete is a fair sample of what the texts share, so it
 * tells how alike they are and whether one is part of the other, from 256 bytes each. (A. Broder, 1997.)
 */

/** Words in a sequence: two texts share sequences of this length only when one was copied. */
const SHINGLE_WORDS = 4;
/** Hashes kept: an estimate from 64 is right within 5 points, mostly. */
const SKETCH_SIZE = 64;

/** Ascending, without repetition; 32-bit unsigned. */
export type Sketch = readonly number[];

/** How two texts relate, in shares from 0 to 1. */
export type Likeness = {
  /** Shared shingles of all shingles of either. */
  readonly resemblance: number;
  /** Share of the first text that is in the second, and the reverse. */
  readonly firstInSecond: number;
  readonly secondInFirst: number;
  /** How many shared hashes this rests on. */
  readonly shared: number;
};

/** The sketch of a text in any script: characters of Han and Kana count as words. */
export function sketchOf(text: string): Sketch {
  const words = [...text.toLowerCase().matchAll(WORD)].map(([word]) => hashOf(word));
  const hashes = new Set<number>();
  const last = Math.max(0, words.length - SHINGLE_WORDS);
  for (let at = 0; at <= last && words.length > 0; at += 1) {
    hashes.add(combine(words.slice(at, at + SHINGLE_WORDS)));
  }
  return [...Uint32Array.from(hashes).sort().slice(0, SKETCH_SIZE)];
}

/** Compares two sketches over the range in which both are complete. */
export function likeness(first: Sketch, second: Sketch): Likeness {
  const limit = Math.min(completeUpTo(first), completeUpTo(second));
  const ofFirst = first.filter((hash) => hash <= limit);
  const ofSecond = new Set(second.filter((hash) => hash <= limit));
  const shared = ofFirst.filter((hash) => ofSecond.has(hash)).length;
  const share = (whole: number): number => (whole === 0 ? 0 : shared / whole);
  return {
    resemblance: share(ofFirst.length + ofSecond.size - shared),
    firstInSecond: share(ofFirst.length),
    secondInFirst: share(ofSecond.size),
    shared,
  };
}

/** As it is stored: four bytes for each hash, in base64. */
export function encodeSketch(sketch: Sketch): string {
  const bytes = Buffer.alloc(sketch.length * 4);
  sketch.forEach((hash, at) => {
    bytes.writeUInt32LE(hash, at * 4);
  });
  return bytes.toString('base64');
}

export function decodeSketch(stored: string): Sketch {
  const bytes = Buffer.from(stored, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
}

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** A text with fewer shingles than a sketch holds is known as a whole. */
function completeUpTo(sketch: Sketch): number {
  return sketch.length < SKETCH_SIZE ? Number.POSITIVE_INFINITY : (sketch.at(-1) ?? 0);
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** Order counts; the last steps (of MurmurHash3) spread the hashes evenly, as sampling demands. */
function combine(words: readonly number[]): number {
  let hash = 0;
  for (const word of words) hash = Math.imul(hash ^ word, 0x9e3779b1) + 0x7f4a7c15;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
