/**
 * A text made legible for matching, with the way back: full-width forms, the digits of every script,
 * invisible characters and odd spaces are evened out. Only the first `limit` characters are read, so
 * that no page, however long, costs more.
 */
export type NormalisedText = {
  readonly text: string;
  /** Offset in the source of the character at `index`; `index` may be the length. */
  readonly sourceOffset: (index: number) => number;
};

/** Soft hyphen, zero-width characters, bidirectional marks, byte order mark. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const SPACE = /[^\S\n]/;

/** The zero of every decimal digit block in use by the press of some country. */
const ZEROS = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0,
] as const;

/** What makes evening out necessary; most texts have none of it. */
const UNEVEN = /^\s|\s\s|[^\S \n]|\p{Cf}|\p{M}|(?![0-9])\p{Nd}|[\uff01-\uff5e]/u;

/** Evens out `source`; a break (`\n`) stays a break, any other run of spaces becomes one. */
export function normaliseText(source: string, limit = 600): NormalisedText {
  const head = source.slice(0, limit);
  if (!UNEVEN.test(head)) {
    return { text: head, sourceOffset: (index) => Math.min(Math.max(index, 0), head.length) };
  }
  const characters: string[] = [];
  const offsets: number[] = [];
  const end = Math.min(source.length, limit);
  for (let at = 0; at < end; at++) {
    const character = evened(source.charAt(at));
    if (character === '') continue;
    if (character === ' ' && (characters.at(-1) ?? '\n').match(/\s/)) continue;
    if (isCombining(character) && composeWithLast(characters, character)) continue;
    characters.push(character);
    offsets.push(at);
  }
  offsets.push(end);
  return {
    text: characters.join(''),
    sourceOffset: (index) => offsets[Math.min(Math.max(index, 0), offsets.length - 1)] ?? end,
  };
}

function evened(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x80) return code !== 10 && code <= 32 ? ' ' : character;
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  return evenDigit(code) ?? character;
}

function evenDigit(code: number): string | null {
  for (const zero of ZEROS) {
    if (code >= zero && code < zero + 10) return String(code - zero);
  }
  return null;
}

function isCombining(character: string): boolean {
  return character >= '\u0300' && character <= '\u036f';
}

/** Joins a combining mark to the letter before it; `false` when no single letter exists for both. */
function composeWithLast(characters: string[], mark: string): boolean {
  const composed = ((characters.at(-1) ?? '') + mark).normalize('NFC');
  if (composed.length !== 1) return false;
  characters[characters.length - 1] = composed;
  return true;
}
