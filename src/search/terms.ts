/** One thing that was typed: a word, a phrase in quotes, or either with a minus. */
export type Term = {
  /** As typed, quotes and minus included. */
  readonly typed: string;
  /** Its words, folded (`fold`), for marking. */
  readonly words: readonly string[];
  readonly kind: 'word' | 'phrase' | 'excluded';
  /** How many of the engine's ten words it takes. */
  readonly cost: number;
};

/** The typed words as the engine gets them, and which of them it does not get. */
export type Terms = {
  readonly forEngine: string;
  readonly used: readonly Term[];
  readonly ignored: readonly Term[];
};

/** The engine drops every word after the tenth in silence. */
const ENGINE_WORDS = 10;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const ASCII = /^[\x20-\x7e]*$/;
/** Letters that the engine takes for the same: final forms, and forms of one sound. */
const SAME_LETTER: Readonly<Record<string, string>> = { ς: 'σ', ى: 'ي', ة: 'ه', đ: 'd' };
const HANGUL = /\p{Script=Hangul}/u;
const segments = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * Reads what was typed. Of more than ten words (a pasted headline) the shortest are left out, since
 * they tell least, and said to be. Excluded words go first: after the tenth word they would be lost.
 */
export function readTerms(typed: string): Terms {
  // An unclosed quote is a phrase to the end, as the engine reads it.
  const all = Array.from(typed.matchAll(/-?"[^"]*(?:"|$)|[^\s"]+/gu), ([text]) => toTerm(text));
  const wanted = all.filter(({ kind }) => kind !== 'excluded');
  const ignored = new Set<Term>();
  const shortestFirst = wanted.filter(({ kind }) => kind === 'word').sort(byLength);
  let cost = wanted.reduce((sum, term) => sum + term.cost, 0);
  for (const term of shortestFirst) {
    if (cost <= ENGINE_WORDS || ignored.size + 1 >= wanted.length) break;
    ignored.add(term);
    cost -= term.cost;
  }
  const used = all.filter((term) => !ignored.has(term));
  const excludedFirst = [...used].sort(
    (a, b) => Number(b.kind === 'excluded') - Number(a.kind === 'excluded'),
  );
  return {
    forEngine: excludedFirst.map((term) => term.typed).join(' '),
    used,
    ignored: all.filter((term) => ignored.has(term)),
  };
}

/** True when words can be let go and some remain. */
export function canRelax({ used }: Terms): boolean {
  return used.filter(({ kind }) => kind !== 'excluded').length > 1;
}

/** Without case and diacritics, as the engine compares: `città` is `citta`, `ё` is `е`. */
export function fold(word: string): string {
  // Most words of most texts; the long way costs ten times as much.
  if (ASCII.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[ςىةđ]/g, (letter) => SAME_LETTER[letter] ?? letter);
}

function toTerm(typed: string): Term {
  const words = Array.from(typed.matchAll(WORD), ([word]) => fold(word));
  const kind = typed.startsWith('-') && words.length > 0 ? 'excluded' : kindOf(typed);
  const cost = kind === 'word' ? words.reduce((sum, word) => sum + costOf(word), 0) : 1;
  return { typed, words, kind, cost };
}

function kindOf(typed: string): 'word' | 'phrase' {
  return typed.startsWith('"') ? 'phrase' : 'word';
}

/** Scripts without spaces are cut into words by the engine; it never makes more than these. */
function costOf(word: string): number {
  if (HANGUL.test(word)) return Math.max(1, Math.ceil(word.length / 2));
  if (!WITHOUT_SPACES.test(word)) return 1;
  return Array.from(segments.segment(word)).length;
}

function byLength(a: Term, b: Term): number {
  return a.typed.length - b.typed.length;
}
