/** The one place where strings and features become numbers. Changing it makes every trained model useless. */

/** 32-bit FNV-1a over UTF-16 units, never 0 (0 means "no value" in a feature). */
export function hashString(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0 || 1;
}

/** Folds one more value into a running hash. */
export function mixHash(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

/** Spreads a hash evenly over `count` buckets, whatever their number. */
export function toBucket(hash: number, count: number): number {
  return Math.floor(((hash >>> 0) / 0x1_0000_0000) * count);
}
