import { fold } from '../../config/fold-name.ts';

/** Surnames: the Hangul of the South, and how the press romanises them. */
const SURNAMES: Readonly<Record<string, string>> = {
  김: 'kim gim',
  이: 'ri i yi lee rhee ree li rhie',
  박: 'pak park bak',
  최: 'choe choi tschoe ch’oe coj choj čche',
  정: 'jong jung chung chong jeong cheong',
  조: 'jo cho joe',
  강: 'kang gang',
  한: 'han',
  윤: 'yun yoon youn',
  장: 'jang chang',
  임: 'im lim rim yim',
  오: 'o oh',
  서: 'so seo suh',
  신: 'sin shin',
  권: 'kwon gwon',
  황: 'hwang',
  안: 'an ahn',
  송: 'song',
  유: 'ryu yu yoo ryoo',
  홍: 'hong',
  전: 'jon jeon chun chon jun',
  고: 'ko koh go',
  문: 'mun moon',
  손: 'son sohn',
  양: 'yang ryang',
  배: 'pae bae',
  백: 'paek baek',
  허: 'ho heo huh hur',
  남: 'nam',
  심: 'sim shim',
  노: 'no roh ro noh',
  하: 'ha',
  곽: 'kwak',
  성: 'song seong sung',
  차: 'cha',
  주: 'ju joo chu',
  우: 'u woo',
  구: 'ku koo gu',
  민: 'min',
  나: 'na ra rah',
  진: 'jin chin',
  지: 'ji chi',
  엄: 'om eom',
  채: 'chae',
  원: 'won',
  천: 'chon cheon',
  방: 'pang bang',
  공: 'kong',
  현: 'hyon hyun hyeon',
  함: 'ham',
  변: 'pyon byun',
  염: 'yom',
  여: 'yo yeo',
  태: 'thae tae',
  설: 'sol seol',
  반: 'ban pan',
  연: 'yon yeon',
  추: 'chu choo',
  표: 'pyo',
  명: 'myong',
  계: 'kye',
  길: 'kil',
};

/** Initial sounds that the North keeps and the South drops. */
const SOUTHERN: Readonly<Record<string, string>> = {
  리: '이',
  림: '임',
  류: '유',
  로: '노',
  량: '양',
  라: '나',
  려: '여',
  련: '연',
  렴: '염',
};

const surnamesByLatin = new Map<string, string[]>();
for (const [hangul, latin] of Object.entries(SURNAMES)) {
  for (const form of latin.split(' ')) {
    const key = plainLetters(form);
    surnamesByLatin.set(key, [...(surnamesByLatin.get(key) ?? []), hangul]);
  }
}

/** With its diacritics and apostrophes; most words of a text are longer or no surname. */
const LONGEST_SURNAME = 7;

/** The Hangul surnames that a Latin word may stand for. */
export function surnamesOf(word: string): readonly string[] {
  return word.length > LONGEST_SURNAME ? [] : (surnamesByLatin.get(plainLetters(word)) ?? []);
}

/** The surname as the South writes it; null when it is none. */
export function surnameOfHangul(syllable: string): string | null {
  const surname = SOUTHERN[syllable] ?? syllable;
  return SURNAMES[surname] === undefined ? null : surname;
}

/** The letters a–z of a word, folded. */
export function plainLetters(word: string): string {
  return fold(word).replace(/[^a-z]/g, '');
}
