import { type KeyedName, type KeyIndex, keysOfWord } from './keyed-names.ts';
import { keysOfLatin } from './korean.ts';
import { surnamesOf } from './korean-surnames.ts';
import { classOf, isAlphabetic } from './letters.ts';
import { NOBODY } from './matcher.ts';
import { isPatronymic } from './name-forms.ts';
import { type Hit, isSurnameBefore, isSyllableAfter } from './scan-words.ts';
import { GAP, type WordText } from './words.ts';

const DECLINED_LATIN = new Set(['pl', 'cs', 'sk', 'sl', 'hr', 'bs', 'sr']);
const MOST_REMEMBERED = 50_000;

/** Names that no listed form covers: inflected, transliterated, romanised. `hits` are left alone. */
export function scanKeys(input: WordText, hits: readonly Hit[], index: KeyIndex): Hit[] {
  const taken = takenWords(input, hits);
  const keysAt = (at: number): readonly string[] =>
    input.words[at]?.upper ? remembered(input, at, index) : [];
  const found: Hit[] = [];
  for (let at = 0; at < input.words.length; at++) {
    if (taken[at] === 1 || !input.words[at]?.upper) continue;
    const hit = keyedAt(input, at, index, keysAt) ?? koreanAt(input, at, index);
    if (hit === null || taken[hit.first] === 1 || taken[hit.last] === 1) continue;
    taken.fill(1, hit.first, hit.last + 1);
    found.push(hit);
  }
  return found;
}

/** The keys of a word, from the index's memory of words that were seen before. */
function remembered(input: WordText, at: number, { memory }: KeyIndex): readonly string[] {
  const declined = DECLINED_LATIN.has(input.language ?? '');
  const letters = wordAt(input, at);
  const name = declined ? `${letters}-` : letters;
  const before = memory.get(name);
  if (before) return before;
  if (memory.size > MOST_REMEMBERED) memory.clear();
  const keys = keysOfWord(letters, declined);
  memory.set(name, keys);
  return keys;
}

function takenWords({ words }: WordText, hits: readonly Hit[]): Uint8Array {
  const taken = new Uint8Array(words.length);
  for (const hit of hits) if (hit.first >= 0) taken.fill(1, hit.first, hit.last + 1);
  return taken;
}

type KeysAt = (at: number) => readonly string[];

/** A name whose family name ends at word `at`; null when none or two people fit. */
function keyedAt(input: WordText, at: number, index: KeyIndex, keysAt: KeysAt): Hit | null {
  const candidates = new Set(keysAt(at).flatMap((key) => index.byFamily.get(key) ?? []));
  let best: Hit | null = null;
  for (const name of candidates) {
    const hit = givenFirst(input, at, name, keysAt) ?? familyFirst(input, at, name, keysAt);
    if (hit === null) continue;
    if (best !== null && best.owner !== hit.owner) return null;
    best = best === null || hit.tier === 'inflected' ? hit : best;
  }
  return best;
}

function givenFirst(input: WordText, at: number, name: KeyedName, keysAt: KeysAt): Hit | null {
  const family = at - name.family.length + 1;
  let given = family - name.given.length;
  if (isPatronymicAt(input, family - 1)) given--;
  if (!fits(name.family, family, keysAt) || !fits(name.given, given, keysAt)) return null;
  return isJoined(input, given, at) ? toHit(input, name, given, at) : null;
}

function familyFirst(input: WordText, at: number, name: KeyedName, keysAt: KeysAt): Hit | null {
  const family = at - name.family.length + 1;
  const last = at + name.given.length;
  if (!fits(name.family, family, keysAt) || !fits(name.given, at + 1, keysAt)) return null;
  // "Monte Mario" sounds like Monti, Mario: a turned name must be declined or in capitals.
  if (name.tier === 'key' && !isInCapitals(wordAt(input, at))) return null;
  if (last === family + 1 && isSyllableAfter(input, last)) return null;
  return isJoined(input, family, last) ? toHit(input, name, family, last) : null;
}

function fits(sets: readonly ReadonlySet<string>[], from: number, keysAt: KeysAt): boolean {
  return (
    from >= 0 && sets.every((set, offset) => keysAt(from + offset).some((key) => set.has(key)))
  );
}

/** No punctuation inside the name but hyphens, and no lost space. */
function isJoined({ words }: WordText, first: number, last: number): boolean {
  for (let at = first + 1; at <= last; at++) {
    const gap = words[at]?.gap;
    if (gap !== GAP.space && gap !== GAP.hyphen) return false;
  }
  return true;
}

function isPatronymicAt({ text, words }: WordText, at: number): boolean {
  const word = words[at];
  return word?.upper === true && isPatronymic(text.slice(word.start, word.end));
}

function toHit(
  { words }: WordText,
  { owner, tier }: Pick<KeyedName, 'owner'> & { readonly tier: string },
  first: number,
  last: number,
): Hit {
  return { owner, start: words[first]?.start ?? 0, end: words[last]?.end ?? 0, first, last, tier };
}

/** Kim Chŏng-ŭn, Kim Jeongeun: a Korean surname and one or two words. */
function koreanAt(input: WordText, at: number, index: KeyIndex): Hit | null {
  const surname = wordAt(input, at);
  if (!isLatin(surname) || surnamesOf(surname).length === 0) return null;
  if (!input.words[at + 1]?.upper || isSurnameBefore(input, at)) return null;
  return koreanName(input, at, 2, index) ?? koreanName(input, at, 1, index);
}

/** The person whose Korean key the surname at `at` and the next `count` words have. */
function koreanName(input: WordText, at: number, count: 1 | 2, { byKorean }: KeyIndex): Hit | null {
  const last = at + count;
  if (!isJoined(input, at, last) || (count === 1 && isSyllableAfter(input, last))) return null;
  const given = Array.from({ length: count }, (_, offset) => wordAt(input, at + 1 + offset));
  if (!given.every(isLatin)) return null;
  const apart = count === 2 && input.words[last]?.gap === GAP.space;
  const keys = keysOfLatin(wordAt(input, at), given, !apart);
  const owners = new Set(keys.flatMap((key) => byKorean.get(key) ?? []));
  const [owner] = owners;
  if (owners.size !== 1 || owner === undefined || owner === NOBODY) return null;
  return toHit(input, { owner, tier: 'key' }, at, last);
}

function wordAt({ text, words }: WordText, at: number): string {
  const word = words[at];
  return word ? text.slice(word.start, word.end) : '';
}

function isInCapitals(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase();
}

function isLatin(word: string): boolean {
  return word !== '' && word.charCodeAt(0) < 0x250 && isAlphabetic(classOf(word.charCodeAt(0)));
}
