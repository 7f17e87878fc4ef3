const HONORIFICS: ReadonlySet<string> = new Set(
  'sig signor signora mr mrs ms dr dott prof professor sir lord lady on sen gen col don donna dom padre papa pope san santo santa st saint herr frau m mme mlle monsieur madame sr sra señor señora don doña г-н г-жа president presidente président'.split(
    ' ',
  ),
);

/**
 * The form in which two printings of a name are compared: folded, marks out, titles at the edge stripped, order kept.
 * "Sig. Bruno D’Alèssio" → "bruno d alessio".
 */
export function toNameKey(printed: string): string {
  const words = printed
    .normalize('NFD')
    .replace(/(?<![\u0418\u0438])\u0306|[\u0300-\u0305\u0307-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]s(?!\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && HONORIFICS.has(words[0] ?? '')) words.shift();
  return words.join(' ');
}
