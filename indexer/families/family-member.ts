import type { Dispatch } from '../dispatch.ts';
import { figuresOf } from './figures.ts';
import { encodeSketch, type Sketch, sketchOf } from './sketch.ts';

/** What relatives are recognised by, as far as the text tells; stored with the dispatch. */
export type Traits = {
  /** See `sketch.ts`; base64. */
  readonly sketch: string;
  readonly figures: readonly string[];
  readonly words: number;
};

/** A dispatch, seen as a possible relative of others. */
export type FamilyMember = {
  readonly id: string;
  readonly language: string | null;
  readonly agency: string | null;
  /** Day of the dateline, complete; `null` when it is not known to the day. */
  readonly sentOn: string | null;
  /** Day on which the page appeared, else its date; tells which came first. */
  readonly appearedOn: string | null;
  readonly people: readonly string[];
  /** Own address and cited sources, in one spelling; addresses of whole sites are left out. */
  readonly ownUrl: string | null;
  readonly citedUrls: readonly string[];
  readonly sketch: Sketch;
  readonly figures: readonly string[];
  readonly words: number;
  /** What an earlier run said. */
  readonly family: string | null;
  readonly relation: Dispatch['relation'];
};

/** Two dispatches, by their places in the list that is looked at. */
export type Pair = readonly [number, number];

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** Reads the traits off a text. */
export function traitsOf(text: string): Traits {
  return {
    sketch: encodeSketch(sketchOf(text)),
    figures: [...figuresOf(text)],
    words: text.match(WORD)?.length ?? 0,
  };
}
