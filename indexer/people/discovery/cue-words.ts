import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const words = z.string().transform((text) => text.trim().split(/\s+/));
const schema = z.strictObject({
  titles: z.record(z.string(), words),
  particles: words,
  sayings: words,
  syllables: words,
  functionWords: z.record(z.string(), words),
  eponymHeads: words,
  eponymTails: words,
  bodies: words,
  weekdays: words,
});

/** Words around names; see `config/people-model/cue-words.yaml`. */
export type CueWords = {
  readonly isTitle: (lowerWord: string) => boolean;
  readonly particles: ReadonlySet<string>;
  readonly sayings: ReadonlySet<string>;
  readonly syllables: ReadonlySet<string>;
  /** Lower-case word → number of its class, from 1. */
  readonly functionClass: ReadonlyMap<string, number>;
  readonly eponymHeads: ReadonlySet<string>;
  readonly eponymTails: ReadonlySet<string>;
  readonly bodies: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
};

/** Reads the cue words; throws with the path of the field when the file has another shape. */
export function readCueWords(path: string): CueWords {
  const cues = schema.parse(parse(readFileSync(path, 'utf8')));
  const functionClass = new Map<string, number>();
  for (const [index, members] of Object.values(cues.functionWords).entries()) {
    for (const word of members) if (!functionClass.has(word)) functionClass.set(word, index + 1);
  }
  return {
    isTitle: toMatcher(Object.values(cues.titles).flat()),
    particles: new Set(cues.particles),
    sayings: new Set(cues.sayings),
    syllables: new Set(cues.syllables),
    functionClass,
    eponymHeads: new Set(cues.eponymHeads),
    eponymTails: new Set(cues.eponymTails),
    bodies: new Set(cues.bodies),
    weekdays: new Set(cues.weekdays),
  };
}

/** Endings that may follow the stem of a title: "министр-а", "president-essa", but not "president-ial palace". */
const LONGEST_ENDING = 5;

function toMatcher(patterns: readonly string[]): (word: string) => boolean {
  const whole = new Set(patterns.filter((pattern) => !pattern.includes('*')));
  const heads = new Set(
    patterns.filter((pattern) => pattern.startsWith('*')).map((pattern) => pattern.slice(1)),
  );
  const stems = new Set(
    patterns.filter((pattern) => pattern.endsWith('*')).map((pattern) => pattern.slice(0, -1)),
  );
  return (word) => {
    if (whole.has(word)) return true;
    for (let cut = 0; cut <= LONGEST_ENDING && cut < word.length; cut += 1) {
      if (stems.has(word.slice(0, word.length - cut))) return true;
    }
    for (let from = 1; from <= word.length - SHORTEST_HEAD; from += 1) {
      if (heads.has(word.slice(from))) return true;
    }
    return false;
  };
}

/** Of a German compound: "Bahn-chef". */
const SHORTEST_HEAD = 4;
