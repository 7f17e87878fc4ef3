/** One run of text, and whether it is one of the words that were searched. */
export interface Fragment {
  readonly text: string;
  readonly marked: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
// Scripts that write without spaces, or glue particles on: a searched word may stand inside a word.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** The words a query asks for, folded for comparison; words after a minus are left out. */
export function searchedWords(terms: string): readonly string[] {
  const wanted = terms.replace(/(^|\s)-("[^"]*"|\S+)/g, ' ');
  const words = (wanted.match(WORD) ?? []).map(fold).filter((word) => word !== '');
  return [...new Set(words)];
}

/** Cuts a text into fragments, the searched words marked. Accents and case make no difference. */
export function markWords(text: string, searched: readonly string[]): readonly Fragment[] {
  if (searched.length === 0) return [{ text, marked: false }];
  const fragments: Fragment[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    for (const [from, to] of markedSpans(match[0], searched)) {
      if (match.index + from > end)
        fragments.push({ text: text.slice(end, match.index + from), marked: false });
      fragments.push({ text: text.slice(match.index + from, match.index + to), marked: true });
      end = match.index + to;
    }
  }
  if (end < text.length) fragments.push({ text: text.slice(end), marked: false });
  return fragments;
}

/** The spans of one word of the text to mark: all of it when it begins with a searched word. */
function markedSpans(
  word: string,
  searched: readonly string[],
): readonly (readonly [number, number])[] {
  const folded = fold(word);
  if (searched.some((wanted) => folded === wanted || isLongStart(folded, wanted))) {
    return [[0, word.length]];
  }
  // Spans inside a word need equal lengths: so only where folding changed nothing.
  if (!UNSPACED.test(word) || folded.length !== word.length) return [];
  const spans = searched.flatMap((wanted) => {
    const at = UNSPACED.test(wanted) ? folded.indexOf(wanted) : -1;
    return at < 0 ? [] : [[at, at + wanted.length] as const];
  });
  return withoutOverlap(spans);
}

// "nucle" marks "nuclear"; "a" must not mark every word with a.
function isLongStart(word: string, wanted: string): boolean {
  return wanted.length >= 4 && word.startsWith(wanted);
}

function withoutOverlap(
  spans: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = [];
  for (const span of spans.toSorted((a, b) => a[0] - b[0])) {
    if (span[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(span);
  }
  return kept;
}

/** A word as it is compared: without accents, in small letters. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
}
