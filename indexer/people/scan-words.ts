import { isBearerAfter } from './eponyms.ts';
import { isCyrillicEnding } from './inflection.ts';
import { surnamesOf } from './korean-surnames.ts';
import { classOf, foldLetters, LOWER } from './letters.ts';
import { NOBODY, type OwnedForm, type PeopleMatcher } from './matcher.ts';
import { isPatronymic } from './name-forms.ts';
import { NOWHERE } from './name-trie.ts';
import { GAP, lettersAt, type Word, type WordText } from './words.ts';

/** One place where a name is printed. `first` and `last` are places in the list of words. */
export type Hit = {
  /** Place in `PeopleMatcher.people`, or NOBODY for a form that must not be read otherwise. */
  readonly owner: number;
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly last: number;
  readonly tier: string;
};

type Candidate = Omit<Hit, 'owner' | 'first'> & { readonly form: OwnedForm };

/** All printed forms of the trie in an alphabetic text: leftmost, then longest. */
export function scanWords(input: WordText, matcher: PeopleMatcher): Hit[] {
  const hits: Hit[] = [];
  for (let first = 0; first < input.words.length; first++) {
    const found = nameAt(input, matcher, first);
    if (found === null) continue;
    const { form, start, end, last, tier } = found;
    hits.push({ owner: form.owner, start, end, first, last, tier });
    first = found.last;
  }
  return hits;
}

/** The letters that Arabic writes in one with the next word: and, by, to, for, like. */
const PROCLITICS = new Set([...'وبلفك'].map((letter) => letter.charCodeAt(0)));

function nameAt(input: WordText, matcher: PeopleMatcher, first: number): Candidate | null {
  const { start } = input.words[first] as Word;
  const found = longestName(input, matcher, first, start);
  if (found !== null || !PROCLITICS.has(input.text.charCodeAt(start))) return found;
  return longestName(input, matcher, first, start + 1);
}

/** Where a walk stands: begun in word `first` at offset `from`, at tree `node`, before word `at`. */
type Walk = {
  readonly first: number;
  readonly from: number;
  readonly node: number;
  readonly at: number;
};

function longestName(
  input: WordText,
  matcher: PeopleMatcher,
  first: number,
  from: number,
): Candidate | null {
  const { best, skip } = walk(input, matcher, { first, from, node: 0, at: first });
  // "Vladimir Vladimirovič Putin": the tree holds no patronymics, so step over one.
  return best === null && skip !== null ? walk(input, matcher, skip).best : best;
}

/** What most words lead to. */
const NOTHING = { best: null, skip: null } as const;

/** The longest name on the way, and where the way goes on behind a patronymic. */
function walk(
  input: WordText,
  matcher: PeopleMatcher,
  begin: Walk,
): { readonly best: Candidate | null; readonly skip: Walk | null } {
  const { text, words } = input;
  const { first, from } = begin;
  let { node } = begin;
  let best: Candidate | null = null;
  let skip: Walk | null = null;
  for (let at = begin.at; at === first || joins(input, at); at++) {
    const word = words[at] as Word;
    const next = matcher.trie.stepOver(node, text, at === first ? from : word.start, word.end);
    if (next === NOWHERE) {
      if (at === first) return NOTHING;
      best = gluedName(input, matcher, { first, from, node, at }) ?? best;
      break;
    }
    node = next;
    const form = matcher.forms[matcher.trie.valueAt(node)];
    if (form && accepts(input, form, first, at)) {
      best = { form, start: from, end: word.end, last: at, tier: 'exact' };
    }
    if (isPatronymicAt(input, at + 1)) skip = { first, from, node, at: at + 2 };
  }
  return { best, skip };
}

function isPatronymicAt({ text, words }: WordText, at: number): boolean {
  const word = words[at];
  return (
    word?.upper === true && word.gap === GAP.space && isPatronymic(text.slice(word.start, word.end))
  );
}

/** Whether the word at `at` may continue a name that is under way. */
function joins({ text, words }: WordText, at: number): boolean {
  const gap = words[at]?.gap ?? GAP.stop;
  if (gap === GAP.stop) return false;
  if (gap !== GAP.dot) return true;
  const before = words[at - 1] as Word;
  return before.end - before.start <= 2 && text.charCodeAt(before.end) === 0x2e;
}

/** Capitals, commas and neighbours must be those of a name. */
function accepts(input: WordText, form: OwnedForm, first: number, last: number): boolean {
  const { words } = input;
  const count = last - first + 1;
  const commaAt = commaIn(words, first, last);
  if (commaAt > 0 && !isTurned(input, form, { first, last, commaAt })) return false;
  if (form.owner === NOBODY) return true;
  // A whole name in one word is a place or a brand: the dam Rimyongsu.
  if (count === 1 && form.words > 1) return false;
  if (form.turned && commaAt < 0 && isSurnameBefore(input, first)) return false;
  return hasCapitals(input, form, first, last) && !goesOn(input, form, last);
}

/** "Putin, Vladimir": the comma stands after the family name, and no other name follows. */
function isTurned(
  { text, words }: WordText,
  form: OwnedForm,
  at: { readonly first: number; readonly last: number; readonly commaAt: number },
): boolean {
  if (!form.reversed) return false;
  const before = text.slice(words[at.first]?.start, words[at.commaAt - 1]?.end);
  const next = words[at.last + 1];
  const isFollowed = next?.upper === true && next.gap === GAP.space;
  return foldLetters(before).length === form.familyLetters && !isFollowed;
}

function hasCapitals({ words }: WordText, form: OwnedForm, first: number, last: number): boolean {
  let capitals = 0;
  for (let at = first; at <= last; at++) {
    const word = words[at] as Word;
    if (word.upper || (at > first && (word.gap === GAP.hyphen || word.gap === GAP.apostrophe)))
      capitals++;
  }
  if (form.lowerStart) return last === first || capitals > 0;
  return words[first]?.upper === true && capitals >= Math.min(2, last - first + 1);
}

/** "Kim Il Nam" is no Nam Il: a Korean surname before a short name makes it another name. */
export function isSurnameBefore(input: WordText, first: number): boolean {
  const before = input.words[first - 1];
  if (!before?.upper || input.words[first]?.gap !== GAP.space) return false;
  return surnamesOf(input.text.slice(before.start, before.end)).length > 0;
}

const SYLLABLE =
  /^(?:[KGTDPBRLSJHMNCYW]|C?h|Ch|Kw|Gw|Ry|Ky|My|Py|Hy|Hw|Thae?)?y?w?(?:ae|eo|eu|oe|ui|[aeiou])(?:ng|[nmlkpt])?$/iu;

/** "Kim Il Guk" is not Kim Il: a short name that another capital or syllable follows is somebody else's. */
function goesOn(input: WordText, form: OwnedForm, last: number): boolean {
  if (form.mayNotPrecede === 'nothing') return false;
  const next = input.words[last + 1];
  if (form.mayNotPrecede === 'capital' && next?.upper && next.gap === GAP.space) {
    return !isBearerAfter(lettersAt(input, last + 1));
  }
  return isSyllableAfter(input, last);
}

/** Whether the word could be one syllable of a Korean or Chinese name. */
export function looksLikeSyllable(word: string): boolean {
  return SYLLABLE.test(word);
}

/** Whether what follows could be one more syllable of a Korean or Chinese name. */
export function isSyllableAfter({ text, words }: WordText, last: number): boolean {
  const next = words[last + 1];
  if (next === undefined) return false;
  if (next.gap === GAP.hyphen && !next.upper) return true;
  if (!next.upper || (next.gap !== GAP.space && next.gap !== GAP.hyphen)) return false;
  const word = text.slice(next.start, next.end);
  return looksLikeSyllable(word) && !isBearerAfter(foldLetters(word));
}

/** What is no tail of a lost space but an ending that makes another word: Kim Il Sung·ism. */
const DERIVED = /^(?:is[mt]|iz|ng$|s$|ian|yan|grad|sk|ov|ev)/;
const COMMON_TAILS = new Set(
  `who and was is are were has had have received visited sent said met made gave took put set led paid on in at to for from with by into over even every as that also during before after
   inspected expressed arrived called told asked replied stressed noted took attended presided guided will would can could the a of congratulated
   ha e che con di per a il ha è ed und der die hat ist war mit a et est qui que y es con`.split(
    /\s+/,
  ),
);
/** Endings of the Slavic languages that write Latin letters. */
const LATIN_ENDINGS = /^(?:a|u|em|om|ovi|owi|ie|e|ie|ą|ę|ou|y|i|ov|ova)$/;
const SLAVIC_LATIN = new Set(['pl', 'cs', 'sk', 'sl', 'hr', 'bs', 'sr']);
const GENITIVE_S = new Set(['de', 'nl', 'sv', 'da', 'nb', 'no']);

/** "Kim Il Sungmet": the source lost the space after a name; or a case ending stands there: "Ким Чен Ына". */
function gluedName(
  input: WordText,
  matcher: PeopleMatcher,
  { first, from, node, at }: Walk,
): Candidate | null {
  const { text } = input;
  const word = input.words[at] as Word;
  let here = node;
  let best: Candidate | null = null;
  for (let end = word.start + 1; end < word.end; end++) {
    here = matcher.trie.stepOver(here, text, end - 1, end);
    if (here === NOWHERE) break;
    const form = matcher.forms[matcher.trie.valueAt(here)];
    if (!form || form.owner === NOBODY || form.lowerStart || !hasCapitals(input, form, first, at))
      continue;
    const tail = text.slice(end, word.end);
    if (isEnding(input, tail))
      best = { form, start: from, end: word.end, last: at, tier: 'inflected' };
    else if (isLostSpace(input, form, tail))
      best = { form, start: from, end, last: at, tier: 'exact' };
  }
  return best;
}

function isEnding({ language }: WordText, tail: string): boolean {
  if (tail === 's') return GENITIVE_S.has(language ?? '');
  return isCyrillicEnding(tail) || (SLAVIC_LATIN.has(language ?? '') && LATIN_ENDINGS.test(tail));
}

function isLostSpace(input: WordText, form: OwnedForm, tail: string): boolean {
  if (tail.length < 2 || classOf(tail.charCodeAt(tail.length - 1)) !== LOWER) return false;
  if (COMMON_TAILS.has(tail)) return true;
  return !DERIVED.test(tail) && (form.words >= 3 || occursAlone(input, tail));
}

/** Whether the text prints the tail as a word of its own. */
function occursAlone({ text, words }: WordText, tail: string): boolean {
  return (
    tail.length > 2 &&
    words.some((word) => word.end - word.start === tail.length && text.startsWith(tail, word.start))
  );
}

function commaIn(words: readonly Word[], first: number, last: number): number {
  for (let at = first + 1; at <= last; at++) if (words[at]?.gap === GAP.comma) return at;
  return NOWHERE;
}
