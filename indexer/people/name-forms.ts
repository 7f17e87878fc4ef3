import type { Person } from '../../config/people.ts';
import { familyOf, writtenNames } from '../../config/people-checks.ts';
import { classOf, foldLetters, isAlphabetic, isUnspaced, UNCASED } from './letters.ts';

/** A name cut into its two parts, as words. */
export type SplitName = { readonly given: readonly string[]; readonly family: readonly string[] };

/** One way in which a person is printed. */
export type NameForm = {
  readonly letters: string;
  /** Printed in the other order, so that a comma may stand after the first `familyLetters` letters. */
  readonly reversed: boolean;
  readonly familyLetters: number;
  /** May begin with a small letter (`papa Francesco`). */
  readonly lowerStart: boolean;
  readonly words: number;
};

const PARTICLES = new Set(
  'de di da du del della dei degli dos das do van von der den ter bin bint ibn al el ul ben abu af zu la le фон де ди да ван бин аль эль ибн бен'.split(
    ' ',
  ),
);
const NUMERAL = /^[IVX]+$/;
const PATRONYMIC =
  /(?:[oóe]vi[čćc]h?|[oe]vit[cs]h|[oe]wits?ch|[oe]wicz|[oe]vi[tč]j|[ou]vna|[eo]wna|ични?а|ович|евич|ьич|овна|евна|инична|ильич)(?:а|у|ем|ом|е|ы|ой|ей)?$/iu;

/** The words of a name: hyphens part words, initials lose their full stop. */
export function nameWords(name: string): string[] {
  return name.split(/[\s\-‐.·・,]+/u).filter((word) => word !== '');
}

/** Whether a word between the given and the family name is a patronymic. */
export function isPatronymic(word: string): boolean {
  return word.length >= 6 && PATRONYMIC.test(word);
}

/** Whether the letters of a name belong to a script that parts words. */
export function isSpaced(name: string): boolean {
  return [...name].some((letter) => isAlphabetic(classOf(letter.charCodeAt(0))));
}

/** Given and family name; null when the name has one word or no family name (popes, kings). */
export function splitName(person: Person, name: string): SplitName | null {
  const words = nameWords(name);
  if (words.length < 2 || words.some((word) => NUMERAL.test(word) && word.length > 1)) return null;
  if (classOf(name.charCodeAt(0)) === UNCASED || startsLower(name)) return null;
  const known = nameWords(familyOf(person)).map(foldLetters);
  const at = words.findIndex((_, from) =>
    known.every((word, offset) => foldLetters(words[from + offset] ?? '') === word),
  );
  if (at === 0) return { family: words.slice(0, known.length), given: words.slice(known.length) };
  if (at > 0 && at + known.length === words.length)
    return { given: words.slice(0, at), family: words.slice(at) };
  if (person.order === 'family-first') return { family: words.slice(0, 1), given: words.slice(1) };
  let cut = words.length - 1;
  while (cut > 1 && PARTICLES.has((words[cut - 1] as string).toLowerCase())) cut--;
  return { given: words.slice(0, cut), family: words.slice(cut) };
}

/** Every form in which the authority's names of one person may be printed, listed forms first. */
export function formsOf(person: Person): NameForm[] {
  const listed = writtenNames(person).flatMap((name) =>
    spellings(name).map((spelling) => listedForm(spelling)),
  );
  const turned = writtenNames(person).flatMap((name) =>
    spellings(name).flatMap((spelling) => turnedForm(person, spelling)),
  );
  // One word of a script with spaces never stands for a person by itself; see `familyForms`.
  return [...listed, ...turned].filter((form) => form.words > 1 || !isSpaced(form.letters));
}

/** A person's family name in each script and spelling, folded: what a later bare mention may print. */
export function familyForms(person: Person): string[] {
  const forms = writtenNames(person).flatMap((name) =>
    spellings(name).map((spelling) =>
      foldLetters((splitName(person, spelling)?.family ?? []).join('')),
    ),
  );
  const alone =
    person.alone === 'always'
      ? writtenNames(person)
          .filter((name) => nameWords(name).length === 1 && isSpaced(name))
          .map(foldLetters)
      : [];
  return [...new Set([...forms, ...alone])].filter((form) => form.length > 1);
}

function listedForm(name: string): NameForm {
  const words = nameWords(name).filter(
    (word, at, all) => at === 0 || at === all.length - 1 || !isPatronymic(word),
  );
  return {
    letters: foldLetters(words.join('')),
    reversed: false,
    familyLetters: 0,
    lowerStart: startsLower(name),
    words: words.length,
  };
}

function turnedForm(person: Person, name: string): NameForm[] {
  const split = splitName(person, name);
  if (split === null || split.given.length === 0) return [];
  const family = split.family.join('');
  const given = split.given.filter((word, at) => at === 0 || !isPatronymic(word)).join('');
  const familyFirst =
    foldLetters(name).startsWith(foldLetters(family)) && nameWords(name)[0] === split.family[0];
  const letters = foldLetters(familyFirst ? given + family : family + given);
  return [
    {
      letters,
      reversed: !familyFirst,
      familyLetters: foldLetters(family).length,
      lowerStart: false,
      words: split.given.length + split.family.length,
    },
  ];
}

/** The name and, where it has umlauts, the way a press without them spells it: Müller, Mueller. */
function spellings(name: string): string[] {
  const plain = name.replace(/[äöüÄÖÜøØåÅ]/gu, (letter) => WITHOUT_UMLAUT[letter] ?? letter);
  return plain === name ? [name] : [name, plain];
}

const WITHOUT_UMLAUT: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ø: 'oe',
  Ø: 'Oe',
  å: 'aa',
  Å: 'Aa',
};

function startsLower(name: string): boolean {
  const first = name.charAt(0);
  return first !== first.toUpperCase() && !isUnspaced(classOf(name.charCodeAt(0)));
}
