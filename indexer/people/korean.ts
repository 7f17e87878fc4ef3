import { fold } from '../../config/fold-name.ts';

/*
 * One key for a Korean name in Hangul and in every romanisation: the surname as Hangul, then a code of onset, vowel
 * and coda for each syllable of the given name. 김정은, Kim Jong Un, Kim Chŏng-ŭn and Kim Jeong-eun share it.
 */

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
    const key = plain(form);
    surnamesByLatin.set(key, [...(surnamesByLatin.get(key) ?? []), hangul]);
  }
}

const ONSETS = 'G G N D D R M B B S S  J J J G D B H'.split(' ');
const VOWELS = 'A E YA YE O E YO YE O WA WE WE YO U WO WE WI YU U I I'.split(' ');
const CODAS = ' G G G N N N T L G M B L L B L M B B T T NG T T G T B T'.split(' ');

const LATIN_ONSETS: readonly (readonly [string, string])[] = [
  ['tsch', 'J'],
  ['dsch', 'J'],
  ['tch', 'J'],
  ['ch', 'J'],
  ['sh', 'S'],
  ['kk', 'G'],
  ['kh', 'G'],
  ['tt', 'D'],
  ['th', 'D'],
  ['pp', 'B'],
  ['ph', 'B'],
  ['ss', 'S'],
  ['dz', 'J'],
  ['dj', 'J'],
  ['jj', 'J'],
  ['ts', 'J'],
  ['g', 'G'],
  ['k', 'G'],
  ['d', 'D'],
  ['t', 'D'],
  ['b', 'B'],
  ['p', 'B'],
  ['j', 'J'],
  ['c', 'J'],
  ['s', 'S'],
  ['r', 'R'],
  ['l', 'R'],
  ['n', 'N'],
  ['m', 'M'],
  ['h', 'H'],
  ['', ''],
];
const LATIN_VOWELS: readonly (readonly [string, string])[] = [
  ['yeo', 'YO'],
  ['you', 'YO|YU'],
  ['yoo', 'YU'],
  ['yae', 'YE'],
  ['wae', 'WE'],
  ['weo', 'WO'],
  ['woo', 'U|WU'],
  ['eui', 'I'],
  ['oui', 'WI'],
  ['ya', 'YA'],
  ['ia', 'YA'],
  ['yo', 'YO'],
  ['io', 'YO'],
  ['yu', 'YU|YO'],
  ['ye', 'YE|E|YO'],
  ['ui', 'I'],
  ['wa', 'WA'],
  ['oa', 'WA'],
  ['wo', 'WO'],
  ['we', 'WE'],
  ['wi', 'WI'],
  ['wu', 'U'],
  ['ae', 'E'],
  ['ai', 'E'],
  ['ay', 'E'],
  ['eo', 'O'],
  ['eu', 'U'],
  ['oe', 'WE|E'],
  ['oi', 'WE'],
  ['oo', 'U'],
  ['ou', 'U'],
  ['oh', 'O'],
  ['ee', 'I'],
  ['uh', 'O'],
  ['a', 'A'],
  ['e', 'E'],
  ['o', 'O'],
  ['u', 'U|loose:O'],
  ['i', 'I'],
  ['y', 'I'],
];
const LATIN_CODAS: readonly (readonly [string, string])[] = [
  ['ng', 'NG'],
  ['ck', 'G'],
  ['k', 'G'],
  ['g', 'G'],
  ['n', 'N'],
  ['t', 'T'],
  ['d', 'T'],
  ['s', 'T'],
  ['l', 'L'],
  ['r', 'L'],
  ['m', 'M'],
  ['p', 'B'],
  ['b', 'B'],
  ['', ''],
];

/** With its diacritics and apostrophes; most words of a text are longer or no surname. */
const LONGEST_SURNAME = 7;

/** The Hangul surnames that a Latin word may stand for. */
export function surnamesOf(word: string): readonly string[] {
  return word.length > LONGEST_SURNAME ? [] : (surnamesByLatin.get(plain(word)) ?? []);
}

/** The key of a name of two or three Hangul syllables with a known surname; null for all others. */
export function keyOfHangul(name: string): string | null {
  const letters = [...name.replaceAll(' ', '')];
  if (letters.length < 2 || letters.length > 3) return null;
  const [first = '', ...given] = letters;
  const surname = SOUTHERN[first] ?? first;
  if (SURNAMES[surname] === undefined) return null;
  return `${surname}.${given.map(syllableOfHangul).join('.')}`;
}

/**
 * The keys of a Latin surname and the words of a given name. `loose` also reads the ad-hoc spellings of the South and
 * of the West (Jung for 정); the North, which writes every syllable apart, is never loose.
 */
export function keysOfLatin(
  surname: string,
  given: readonly string[],
  loose: boolean,
): readonly string[] {
  const surnames = surnamesOf(surname);
  if (surnames.length === 0 || given.length === 0 || given.length > 2) return [];
  const whole = plain(given.join(''));
  if (whole.length > 14) return [];
  const parts =
    given.length === 2
      ? given.map((word) => syllables(plain(word), 1, loose))
      : [[...syllables(whole, 1, loose), ...syllables(whole, 2, loose)]];
  const codes = parts.reduce<string[]>(
    (all, next) => all.flatMap((start) => next.map((code) => `${start}.${code}`)),
    [''],
  );
  return [...new Set(surnames.flatMap((one) => codes.map((code) => one + code)))];
}

function plain(word: string): string {
  return fold(word).replace(/[^a-z]/g, '');
}

function syllableOfHangul(letter: string): string {
  const at = letter.charCodeAt(0) - 0xac00;
  if (at < 0 || at >= 11172) return '?';
  return code(
    ONSETS[Math.floor(at / 588)] ?? '',
    VOWELS[Math.floor((at % 588) / 28)] ?? '',
    CODAS[at % 28] ?? '',
  );
}

function code(onset: string, vowel: string, coda: string): string {
  return `${onset}-${vowel}-${coda}`;
}

/** Every way to read `letters` as exactly `count` syllables. */
function syllables(letters: string, count: number, loose: boolean): string[] {
  if (count === 0) return letters === '' ? [''] : [];
  return LATIN_ONSETS.filter(([onset]) => letters.startsWith(onset)).flatMap(([onset, onsetCode]) =>
    LATIN_VOWELS.filter(([vowel]) => letters.startsWith(vowel, onset.length)).flatMap(
      ([vowel, vowelCodes]) =>
        LATIN_CODAS.filter(([coda]) =>
          letters.startsWith(coda, onset.length + vowel.length),
        ).flatMap(([coda, codaCode]) =>
          syllables(
            letters.slice(onset.length + vowel.length + coda.length),
            count - 1,
            loose,
          ).flatMap((rest) =>
            readings(vowelCodes, loose).map(
              (one) => code(onsetCode, one, codaCode) + (rest === '' ? '' : `.${rest}`),
            ),
          ),
        ),
    ),
  );
}

function readings(codes: string, loose: boolean): string[] {
  return codes
    .split('|')
    .flatMap((one) => (one.startsWith('loose:') ? (loose ? [one.slice(6)] : []) : [one]));
}
