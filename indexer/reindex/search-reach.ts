/** The engine reads so many positions of one field and passes over what stands behind them. */
const ENGINE_POSITIONS = 65_536;
/** Words behind these are this far behind, so that no phrase reaches across. */
const HARD_SEPARATOR = 8;

const WORD_OR_BREAK =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+|[.,;:!?()[\]{}|。、，；！？]+/gu;

/**
 * True when the end of a text may lie where the engine does not read: no search finds its last words. Counts
 * each letter of scripts without spaces as a word, so that it errs towards telling.
 */
export function isBeyondSearch(text: string): boolean {
  // Each position takes a letter at the least, and eight take a word and a comma.
  if (text.length < ENGINE_POSITIONS / HARD_SEPARATOR) return false;
  let positions = 0;
  for (const [piece] of text.matchAll(WORD_OR_BREAK)) {
    positions += /[\p{L}\p{N}\p{M}]/u.test(piece) ? 1 : HARD_SEPARATOR - 1;
  }
  return positions > ENGINE_POSITIONS;
}
