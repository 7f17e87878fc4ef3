import { bearsHangulName, bearsHanName } from './eponyms.ts';
import { endsHangulName, endsWithHonorific } from './hangul-tails.ts';
import {
  classOf,
  foldLetters,
  foldUnit,
  HAN,
  HANGUL,
  isDigit,
  isUnspaced,
  KANA,
  OTHER,
  UPPER,
} from './letters.ts';
import { NOBODY, type PeopleMatcher } from './matcher.ts';
import { NOWHERE } from './name-trie.ts';
import type { Hit } from './scan-words.ts';

/** What may part the words of a foreign name: 迪亚斯-卡内尔, 존 F. 케네디. */
const NAME_MARKS = new Set([...'·・‧•･-－–.'].map((mark) => mark.charCodeAt(0)));
const SPACE = 0x20;

/** All printed forms of the trie in Han, Hangul and Kana, where no space parts the words: leftmost, then longest. */
export function scanUnspaced(text: string, matcher: PeopleMatcher): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < text.length; at++) {
    const letterClass = classOf(text.charCodeAt(at));
    if (!isUnspaced(letterClass) || !mayStart(text, at, letterClass)) continue;
    const hit = longestAt(text, at, matcher);
    if (hit === null) continue;
    hits.push(hit);
    at = hit.end - 1;
  }
  return hits;
}

/** Korean names open a word or follow a title; names in Katakana open a run of Katakana. */
function mayStart(text: string, at: number, letterClass: number): boolean {
  const before = at === 0 ? OTHER : classOf(text.charCodeAt(at - 1));
  if (letterClass === HANGUL) return before !== HANGUL || endsWithHonorific(text, at);
  if (letterClass === KANA) return !isKatakana(text.charCodeAt(at - 1));
  return true;
}

function longestAt(text: string, start: number, matcher: PeopleMatcher): Hit | null {
  let node = 0;
  let best: Hit | null = null;
  for (let at = start; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (NAME_MARKS.has(unit) || (unit === SPACE && goesOn(text.charCodeAt(at + 1)))) continue;
    node = matcher.trie.step(node, foldUnit(unit));
    if (node === NOWHERE) break;
    const form = matcher.forms[matcher.trie.valueAt(node)];
    if (
      form &&
      endsName(text, start, at + 1, matcher.people[form.owner]?.order === 'family-first')
    ) {
      best = { owner: form.owner, start, end: at + 1, first: NOBODY, last: NOBODY, tier: 'exact' };
    }
  }
  return best;
}

/** Whether a space before this unit may stand inside a Korean name. */
function goesOn(unit: number): boolean {
  const letterClass = classOf(unit);
  return letterClass === HANGUL || letterClass === UPPER || isDigit(unit);
}

/** Whether the name may end here: a Korean one before a particle or a title, a short Chinese one before a word that can follow a name. */
function endsName(text: string, start: number, end: number, native: boolean): boolean {
  const last = classOf(text.charCodeAt(end - 1));
  const after = text.slice(end, end + 16);
  if (last === HANGUL) return endsHangulName(after) && !bearsHangulName(after);
  if (last === KANA) return !isKatakana(text.charCodeAt(end));
  if (bearsHanName(foldLetters(after))) return false;
  return (
    !native ||
    end - start > 2 ||
    AFTER_SHORT_NAME.has(after.charAt(0)) ||
    classOf(text.charCodeAt(end)) !== HAN
  );
}

/** Han that can stand after a Chinese name of two characters; any other may be the rest of a longer name. */
const AFTER_SHORT_NAME = new Set(
  '说說表在与與和同会會出主总總强強指对對等的是于向率将將已今昨上下为為被致发發接访訪抵参參到也还還就以从從则並并及或都曾又再近宣认認要希重介回副外国國部委书書元大中先女氏签簽呼批视視考走谈談告补補提做任当當担擔去离離乘听聽赴返辞辭逝遇因让讓请請邀称稱赞讚',
);

function isKatakana(unit: number): boolean {
  return unit >= 0x30a1 && unit <= 0x30ff && unit !== 0x30fb;
}
