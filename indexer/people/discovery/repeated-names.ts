import type { CueWords } from './cue-words.ts';
import { isEponym } from './name-filters.ts';
import type { TaggedSentence } from './tagged-sentence.ts';

/** One full name of the text: its words, and how sure the chain was wherever it saw a person in them. */
type FullName = { readonly words: readonly string[]; readonly confidences: number[] };

/** A place in the text where a full name is printed. */
type Place = { readonly sentence: TaggedSentence; readonly from: number; readonly to: number };

/** A full name printed several times is a person everywhere or nowhere, by the majority of its places. */
export function settleRepeatedNames(sentences: readonly TaggedSentence[], cues: CueWords): void {
  const names = collectFullNames(sentences);
  for (const [name, places] of findPlaces(sentences, names, cues)) {
    const { confidences } = name;
    if (places.length <= confidences.length) continue;
    const isPerson = confidences.length * 2 >= places.length;
    const mean = confidences.reduce((sum, one) => sum + one, 0) / confidences.length;
    for (const place of places) {
      if (isPerson) addName(place, mean);
      else removeName(place);
    }
  }
}

function collectFullNames(sentences: readonly TaggedSentence[]): FullName[] {
  const byText = new Map<string, FullName>();
  for (const { words, names } of sentences) {
    for (const { from, to, confidence } of names) {
      if (to - from < 2) continue;
      const name = words.slice(from, to).map(({ lower }) => lower);
      const known = byText.get(name.join(' ')) ?? { words: name, confidences: [] };
      byText.set(name.join(' '), known);
      known.confidences.push(confidence);
    }
  }
  return [...byText.values()];
}

/** One pass over the text: the places of every name, found by its first word. */
function findPlaces(
  sentences: readonly TaggedSentence[],
  names: readonly FullName[],
  cues: CueWords,
): Map<FullName, Place[]> {
  const places = new Map<FullName, Place[]>(names.map((name) => [name, []]));
  const byFirstWord = new Map<string, FullName[]>();
  for (const name of names) {
    const [first = ''] = name.words;
    byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), name]);
  }
  for (const sentence of sentences) {
    for (const [from, { lower }] of sentence.words.entries()) {
      for (const name of byFirstWord.get(lower) ?? []) {
        const place = { sentence, from, to: from + name.words.length };
        if (isPrinted(name, place) && isOpen(place, cues)) places.get(name)?.push(place);
      }
    }
  }
  return places;
}

function isPrinted({ words }: FullName, { sentence, from }: Place): boolean {
  return words.every((word, offset) => sentence.words[from + offset]?.lower === word);
}

/** Not the name of a street or school, and not part of another name. */
function isOpen({ sentence: { words, names }, from, to }: Place, cues: CueWords): boolean {
  if (isEponym(words, from, to, cues)) return false;
  return names.every((name) => {
    const isSame = name.from === from && name.to === to;
    return isSame || name.to <= from || to <= name.from;
  });
}

function addName({ sentence: { names }, from, to }: Place, confidence: number): void {
  if (names.some((name) => name.from < to && from < name.to)) return;
  names.push({ from, to, confidence });
  names.sort((left, right) => left.from - right.from);
}

function removeName({ sentence: { names }, from, to }: Place): void {
  const index = names.findIndex((name) => name.from === from && name.to === to);
  if (index >= 0) names.splice(index, 1);
}
