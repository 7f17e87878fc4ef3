/** First bytes of files that are no text, as Latin-1, and what to call them. */
const MAGIC: readonly (readonly [prefix: string, name: string])[] = [
  ['%PDF-', 'PDF'],
  ['\x89PNG\r\n', 'PNG image'],
  ['\xff\xd8\xff', 'JPEG image'],
  ['GIF87a', 'GIF image'],
  ['GIF89a', 'GIF image'],
  ['BM', 'BMP image'],
  ['II*\0', 'TIFF image'],
  ['MM\0*', 'TIFF image'],
  ['\0\0\x01\0', 'icon'],
  ['PK\x03\x04', 'ZIP archive'],
  ['PK\x05\x06', 'ZIP archive'],
  ['Rar!\x1a\x07', 'RAR archive'],
  ['7z\xbc\xaf\x27\x1c', '7-Zip archive'],
  ['\x1f\x8b', 'gzip file'],
  ['BZh', 'bzip2 file'],
  ['\xfd7zXZ\0', 'xz file'],
  ['(\xb5/\xfd', 'Zstandard file'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Microsoft Office file'],
  ['{\\rtf', 'RTF text'],
  ['%!PS', 'PostScript file'],
  ['ID3', 'MP3 audio'],
  ['OggS', 'Ogg file'],
  ['fLaC', 'FLAC audio'],
  ['\x7fELF', 'program'],
  ['MZ', 'program'],
  ['FWS', 'Flash film'],
  ['CWS', 'Flash film'],
  ['wOFF', 'font'],
  ['wOF2', 'font'],
];

/** Container formats whose name stands behind a length: offset, text there, name. */
const MAGIC_INSIDE: readonly (readonly [offset: number, text: string, name: string])[] = [
  [4, 'ftyp', 'MP4 film'],
  [8, 'WEBP', 'WebP image'],
  [8, 'WAVE', 'WAV audio'],
  [8, 'AVI ', 'AVI film'],
  [257, 'ustar', 'tar archive'],
];

const LOOKED_AT = 1024;

/** Control characters that no text has; null bytes and escapes are left to the character sets. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells.
const CONTROL = /[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f]/;
const MAX_CONTROL_SHARE = 0.04;

/** Names the kind of a file that is no page whatever its extension says; `null` for what may be one. */
export function looksBinary(bytes: Uint8Array): string | null {
  const opening = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  const named = MAGIC.find(([prefix]) => opening.startsWith(prefix))?.[1];
  if (named && !startsLikeText(named, opening)) return named;
  const inside = MAGIC_INSIDE.find(([offset, text]) => opening.startsWith(text, offset));
  return inside?.[2] ?? (isNoise(opening) ? 'binary data' : null);
}

/** Many control characters, and no null bytes that stand as in UTF-16: there letters have such halves. */
function isNoise(opening: string): boolean {
  let control = 0;
  const nulls = [0, 0];
  for (let at = 0; at < opening.length; at++) {
    const character = opening.charAt(at);
    if (character === '\0') nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
    else if (CONTROL.test(character)) control += 1;
  }
  const isWide = Math.max(...nulls) > 10 * Math.min(...nulls);
  return opening.length >= 64 && !isWide && control > opening.length * MAX_CONTROL_SHARE;
}

/** Two letters are no proof: "BMW …" and "MZ …" may open a page that begins with text. */
function startsLikeText(name: string, opening: string): boolean {
  const isShortMagic = name === 'BMP image' || name === 'program' || name === 'Flash film';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells.
  return isShortMagic && !/[\0-\x08\x0e-\x1a]/.test(opening);
}
