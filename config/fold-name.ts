/** Letters that lose nothing to NFD and still have a plain counterpart. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ŀ: 'l',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ɂ: '',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ĳ: 'ij',
  ə: 'a',
  // Arabic and Persian letters that print the same name.
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ک: 'ك',
  ة: 'ه',
  ۀ: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  ـ: '',
};

/**
 * Lower case, no diacritics, no stress marks: `Čŏng-ŭn` becomes `cong-un`, `Ёлкин` becomes `елкин`.
 * Punctuation and spaces stay. Hangul stays composed.
 */
export function fold(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  return bare.replace(/[^\x20-\x7e]/gu, (letter) => PLAIN[letter] ?? letter);
}

/** Folded letters alone, the form in which two names are compared: `Kim Jong-un` is `kimjongun`. */
export function glue(name: string): string {
  return fold(name).replace(/[^\p{L}\p{N}]/gu, '');
}
