/** Part of a word: a letter, a digit, or a mark on one. */
const LETTER = 1;
const OTHER = 2;
const IS_LETTER = /^[\p{L}\p{N}\p{M}]/u;
/** What each code unit is, as far as one has come by; halves of pairs are looked at each time. */
const kinds = new Uint8Array(0x1_00_00);

/**
 * Goes through the words of a text, runs of `[\p{L}\p{N}\p{M}]`, from the first to the last; those of which
 * `mayMatter` says no are passed over. Ends early when `visit` says so with `false`. A loop over code units,
 * since the regular expression that finds the same takes many times as long.
 */
export function scanWords(
  text: string,
  mayMatter: (first: number, second: number) => boolean,
  visit: (start: number, end: number) => boolean,
): void {
  let at = 0;
  while (at < text.length) {
    const start = at;
    for (let width = widthAt(text, at); width > 0; width = widthAt(text, at)) at += width;
    if (at === start) at += 1;
    // Behind the end of a word stands no letter, and behind that of the text `NaN`: both matter to nobody.
    else if (mayMatter(text.charCodeAt(start), text.charCodeAt(start + 1)) && !visit(start, at))
      return;
  }
}

/** Code units of the letter that stands here; 0 when none does. */
function widthAt(text: string, at: number): 0 | 1 | 2 {
  if (at >= text.length) return 0;
  const unit = text.charCodeAt(at);
  const kind = kinds[unit];
  if (kind === LETTER) return 1;
  return kind === OTHER ? 0 : lookUp(text, at, unit);
}

function lookUp(text: string, at: number, unit: number): 0 | 1 | 2 {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const isLetter = IS_LETTER.test(character);
  if (character.length === 2) return isLetter ? 2 : 0;
  kinds[unit] = unit >= 0xd8_00 && unit <= 0xdf_ff ? 0 : isLetter ? LETTER : OTHER;
  return isLetter ? 1 : 0;
}
