import type { Dispatch } from '../dispatch.ts';
import { figuresOf } from './figures.ts';
import { encodeSketch, sketchOf } from './sketch.ts';

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;

/** What relatives are recognised by, read off a text; stored with the dispatch. */
export function traitsOf(text: string): Dispatch['traits'] {
  return {
    sketch: encodeSketch(sketchOf(text)),
    figures: [...figuresOf(text)],
    words: text.match(WORD)?.length ?? 0,
  };
}
