import { honorificsAfter } from './hangul-tails.ts';
import type { Hit } from './scan-words.ts';
import { isArticle, isHonour, isLinker, isNational, isTitle } from './titles.ts';
import { GAP, lettersAt, type Word, type WordText } from './words.ts';

const LONGEST_ROLE_WORDS = 12;
const LONGEST_ROLE = 140;
/** The full stops of "C.C., WPK" end nothing. */
/** … and the comma before the "WPK" parts no two offices; a date is none. */
const END_OF_ROLE =
  /,(?! \p{Lu}{2,5}(?=[,;.)\n]|$))|[;:!?()"«»\n]|(?<!\b\p{Lu})\.(?=\s|$)| (?:on|il|le|el|am|em) (?:\p{Lu}\p{L}+\.? )?\d/u;

/** The title printed before the name, or after it between commas; null when there is none. */
export function roleOf(input: WordText, hit: Hit, others: readonly Hit[]): string | null {
  return roleBefore(input, hit, others) ?? roleAfter(input, hit, others);
}

/** "Ministro degli Esteri russo Sergej Lavrov", "il rispettato Compagno Kim Jong Un". */
function roleBefore(input: WordText, hit: Hit, others: readonly Hit[]): string | null {
  const { text, words } = input;
  const left = leftmostOf(input, hit, others);
  for (let at = left; at < hit.first; at++) {
    if (!isTitle(lettersAt(input, at)) || !leadsToName(input, at, hit.first)) continue;
    if (namesAnother(input, at, hit.first)) continue;
    return text.slice(words[opening(input, at, left)]?.start, words[hit.first - 1]?.end);
  }
  return null;
}

/** How far left a role may reach: not over punctuation, another name, or twelve words. */
function leftmostOf({ words }: WordText, hit: Hit, others: readonly Hit[]): number {
  let left = hit.first;
  while (left > 0 && hit.first - left < LONGEST_ROLE_WORDS) {
    const { gap } = words[left] as Word;
    if (gap === GAP.stop || gap === GAP.comma || gap === GAP.dot) break;
    if (others.some((other) => other.last === left - 1)) break;
    left--;
  }
  return left;
}

/** Whether every word from the title to the name can belong to an office. */
function leadsToName(input: WordText, title: number, name: number): boolean {
  let previous = lettersAt(input, title);
  for (let at = title + 1; at < name; at++) {
    const word = lettersAt(input, at);
    const known = isTitle(word) || isLinker(word) || isHonour(word) || isNational(word);
    if (!known && !input.words[at]?.upper && !(isLinker(previous) && at < name - 1)) return false;
    previous = word;
  }
  return !isLinker(previous) || isTitle(previous);
}

/** "President Ho Chi Minh and President …": two capitalised words before an "and" may be somebody we do not know. */
function namesAnother(input: WordText, title: number, name: number): boolean {
  for (let at = title + 3; at < name; at++) {
    if (
      !AND.has(lettersAt(input, at)) ||
      (!isTitle(lettersAt(input, at + 1)) &&
        !isNational(lettersAt(input, at + 1)) &&
        !isHonour(lettersAt(input, at + 1)))
    )
      continue;
    if (
      [at - 1, at - 2].every(
        (word) =>
          input.words[word]?.upper &&
          !isLinker(lettersAt(input, word)) &&
          !isTitle(lettersAt(input, word)),
      )
    )
      return true;
  }
  return false;
}

const AND = new Set(['and', 'e', 'ed', 'et', 'und', 'y', 'и', 'та']);

/** Honours before the title belong to the role, and the article before an honour. */
function opening(input: WordText, title: number, left: number): number {
  let at = title;
  while (at > left) {
    if (opensRole(lettersAt(input, at - 1))) at--;
    // "Vice Department Director"
    else if (at > left + 1 && input.words[at - 1]?.upper && isHonour(lettersAt(input, at - 2)))
      at -= 2;
    else break;
  }
  const honoured = at < title && isHonour(lettersAt(input, at));
  return honoured && at > left && isArticle(lettersAt(input, at - 1)) ? at - 1 : at;
}

/** "Sergej Lavrov, Ministro degli Esteri russo,": up to the next comma or stop, when no other name is in it. */
function roleAfter(input: WordText, hit: Hit, others: readonly Hit[]): string | null {
  const { text, words } = input;
  const next = words[hit.last + 1];
  if (next?.gap !== GAP.comma) return null;
  const rest = text.slice(next.start, next.start + LONGEST_ROLE);
  const length = rest.search(END_OF_ROLE);
  const end = next.start + (length < 0 ? rest.length : length);
  if (length < 0 && rest.length === LONGEST_ROLE) return null;
  if (others.some((other) => other.start >= next.start && other.start < end)) return null;
  return opensOffice(input, hit.last + 1) ? text.slice(next.start, end).trim() : null;
}

/** Whether a word before a title belongs to it. */
function opensRole(word: string): boolean {
  return isHonour(word) || isNational(word) || isTitle(word);
}

function opensOffice(input: WordText, from: number): boolean {
  for (let at = from; at < from + 4; at++) {
    const word = lettersAt(input, at);
    if (isTitle(word)) return true;
    if (
      !isArticle(word) &&
      !isHonour(word) &&
      !isNational(word) &&
      !(input.words[at]?.upper && at > from)
    )
      return false;
  }
  return false;
}

const HAN_TITLES =
  /(?:总书记|總書記|国家主席|國家主席|主席|总统|總統|总理|總理|首相|国务委员|外长|外長|外交部长|国防部长|部长|部長|委员长|委員長|国务委员长|同志|元帅|将军|将軍|大统领|大統領|书记|第一书记|总裁|大使|秘书长|教皇|国王|女士|先生|博士)$/u;
const HAN_TITLES_AFTER =
  /^(?:总书记|總書記|国家主席|主席|总统|總統|总理|總理|首相|外长|外長|部长|委员长|委員長|同志|元帅|将军|大統領|书记|書記|国務委員長|総書記|外相|氏|大使|秘书长|女士|先生)/u;
const HANGUL_TITLE_BEFORE =
  /(?:[가-힣]+ )?[가-힣]*(?:동지|위원장|대통령|주석|총비서|원수|장군|수령|총리|수상|외무상|외상|국방상|장관|의장|비서|부장|대장|대사|대표|국왕|교황) $/u;

/** Titles printed in Han or Hangul next to the name. */
export function unspacedRoleOf(text: string, hit: Hit): string | null {
  const before = text.slice(Math.max(0, hit.start - 24), hit.start);
  const after = text.slice(hit.end, hit.end + 16);
  const korean = HANGUL_TITLE_BEFORE.exec(before)?.[0].trim();
  return (
    korean ??
    (honorificsAfter(after) ||
      (HAN_TITLES.exec(before)?.[0] ?? HAN_TITLES_AFTER.exec(after)?.[0] ?? null))
  );
}
