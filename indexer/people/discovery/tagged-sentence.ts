import type { Token } from './tokenize.ts';
import type { WordFacts } from './word-facts.ts';

/** A sentence with what is known of its words, and the spans found in it as token ranges. */
export type TaggedSentence = {
  readonly tokens: readonly Token[];
  readonly words: readonly WordFacts[];
  readonly names: NameRange[];
};

/** Tokens `from` to `to`, exclusive, that are a name. */
export type NameRange = { readonly from: number; readonly to: number; readonly confidence: number };
