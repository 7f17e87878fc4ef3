/** Combining marks of Latin, Greek, Cyrillic, Hebrew and Arabic; Indic vowel signs are letters and stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670]/g;

/** Letters that look and mean the same to a reader but have no decomposition. */
const TWINS: Readonly<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  '’': "'",
  '‘': "'",
  ʻ: "'",
  ʼ: "'",
  '–': '-',
  '‑': '-',
};
const TWIN_LETTERS = new RegExp(`[${Object.keys(TWINS).join('')}]`, 'g');

/** Names come again and again: the work is done once for each. */
const folded = new Map<string, string>();
const MOST_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 60;

/**
 * The form two spellings of one name share: without case, accents, full stops and double spaces.
 * For comparing only, never for showing.
 */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  if (folded.size >= MOST_REMEMBERED) folded.clear();
  const plain = foldAnew(text);
  if (text.length <= LONGEST_REMEMBERED) folded.set(text, plain);
  return plain;
}

function foldAnew(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(MARKS, '')
    .replace(TWIN_LETTERS, (letter) => TWINS[letter] ?? letter)
    .replace(/\./g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
