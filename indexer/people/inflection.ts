/** Case endings of Russian and Ukrainian names, folded (й and ё are и and е). */
const ENDINGS =
  'а я у ю е о ы и ь ом ем им ым ой ои еи ею ою ого ему ому его ым их ых ия ию ие ием ии ии ие ови еви ами ям ам ей ье ью ья ьем овi евi'.split(
    ' ',
  );

const endings = new Set(ENDINGS);

/** Whether the letters are a case ending, when a name stands before them. */
export function isCyrillicEnding(tail: string): boolean {
  return endings.has(tail.toLowerCase().replaceAll('й', 'и'));
}

/** Given names that lose a vowel when they are declined. */
const FLEETING: Readonly<Record<string, string>> = { павл: 'павел', льв: 'лев', петр: 'петр' };

const SHORTEST_STEM = 2;
const CYRILLIC = /^[\u0400-\u04ff]+$/;

/**
 * A folded Cyrillic word and everything it may be without its case ending: `путину` gives `путину`, `путин`.
 * Nothing for other scripts.
 */
export function cyrillicStems(word: string): string[] {
  if (!CYRILLIC.test(word)) return [];
  const stems = new Set([word]);
  for (const ending of ENDINGS) {
    const stem = word.slice(0, -ending.length);
    if (word.endsWith(ending) && stem.length >= SHORTEST_STEM) stems.add(FLEETING[stem] ?? stem);
  }
  return [...stems];
}

const LATIN_ENDINGS = 'a u e i y em om ovi owi ie ou iem imi ego emu ym im'.split(' ');

/** The same for the Slavic languages that write Latin letters; for Polish, Czech and their like only. */
export function latinStems(word: string): string[] {
  const stems = LATIN_ENDINGS.filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length))
    .filter((stem) => stem.length > SHORTEST_STEM);
  return [word, ...stems];
}

const LONGEST_ENDING = 4;
const SHORTEST_OPEN_STEM = 4;

/** Whether a word is in the set, or begins with a stem of the set and has at most four letters more. */
export function isInflectedIn(stems: ReadonlySet<string>, word: string): boolean {
  if (stems.has(word)) return true;
  const shortest = Math.max(SHORTEST_OPEN_STEM, word.length - LONGEST_ENDING);
  for (let length = word.length - 1; length >= shortest; length--) {
    if (stems.has(word.slice(0, length))) return true;
  }
  return false;
}
