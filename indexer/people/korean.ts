import { CODAS, LATIN_CODAS, LATIN_ONSETS, LATIN_VOWELS, ONSETS, VOWELS } from './korean-sounds.ts';
import { plainLetters, surnameOfHangul, surnamesOf } from './korean-surnames.ts';

/*
 * One key for a Korean name in Hangul and in every romanisation: the surname as Hangul, then a code of onset, vowel
 * and coda for each syllable of the given name. 김정은, Kim Jong Un, Kim Chŏng-ŭn and Kim Jeong-eun share it.
 */

/** The key of a name of two or three Hangul syllables with a known surname; null for all others. */
export function keyOfHangul(name: string): string | null {
  const letters = [...name.replaceAll(' ', '')];
  if (letters.length < 2 || letters.length > 3) return null;
  const [first = '', ...given] = letters;
  const surname = surnameOfHangul(first);
  if (surname === null) return null;
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
  const whole = plainLetters(given.join(''));
  if (whole.length > 14) return [];
  const parts =
    given.length === 2
      ? given.map((word) => syllables(plainLetters(word), 1, loose))
      : [[...syllables(whole, 1, loose), ...syllables(whole, 2, loose)]];
  const codes = parts.reduce<string[]>(
    (all, next) => all.flatMap((start) => next.map((code) => `${start}.${code}`)),
    [''],
  );
  return [...new Set(surnames.flatMap((one) => codes.map((code) => one + code)))];
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
