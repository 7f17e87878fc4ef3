import type { Person } from '../../config/people.ts';
import { familyOf, writtenNames } from '../../config/people-checks.ts';
import { keyOfHangul, keysOfLatin } from './korean.ts';
import { classOf, foldLetters, isAlphabetic, isUnspaced, UNCASED } from './letters.ts';
import { isTitle } from './titles.ts';

/** A name cut into its two parts, as words. */
export type SplitName = { readonly given: readonly string[]; readonly family: readonly string[] };

/** One way in which a person is printed. */
export type NameForm = {
  readonly letters: string;
  /** Printed in the other order, so that a comma may stand after the first `familyLetters` letters. */
  readonly reversed: boolean;
  /** In the order that the person's press does not use. */
  readonly turned: boolean;
  readonly familyLetters: number;
  /** May begin with a small letter (`papa Francesco`). */
  readonly lowerStart: boolean;
  readonly words: number;
  /** What may not follow, because it would make a short East Asian name a longer one: Kim Il, Kim Il Guk. */
  readonly mayNotPrecede: 'syllable' | 'capital' | 'nothing';
};

const PARTICLES = new Set(
  'de di da du del della dei degli dos das do van von der den ter bin bint ibn al el ul ben abu af zu la le фон де ди да ван бин аль эль ибн бен'.split(
    ' ',
  ),
);
const NUMERAL = /^[IVX]+$/;
const ILYICH = /^(?:il[jy]?i(?:[čćc]h?|tch|tsch|cz)|ильич(?:а|у|ем|е)?)$/iu;
const PATRONYMIC =
  /(?:[oóe]vi[čćc]h?|[oe]vit[cs]h|[oe]wits?ch|[oe]wicz|[oe]vi[tč]j|[ou]vna|[eo]wna|ични?а|ович|евич|ьич|овна|евна|инична|ильич)(?:а|у|ем|ом|е|ы|ой|ей)?$/iu;

/** The words of a name: hyphens part words, initials lose their full stop. */
export function nameWords(name: string): string[] {
  return name.split(/[\s\-‐.·・,]+/u).filter((word) => word !== '');
}

/** Whether a word between the given and the family name is a patronymic. */
export function isPatronymic(word: string): boolean {
  return (word.length >= 6 && PATRONYMIC.test(word)) || ILYICH.test(word);
}

/** Whether the letters of a name belong to a script that parts words. */
export function isSpaced(name: string): boolean {
  return [...name].some((letter) => isAlphabetic(classOf(letter.charCodeAt(0))));
}

/** Given and family name; null when the name has one word, no family name (popes, kings) or no spaces. */
export function splitName(person: Person, name: string): SplitName | null {
  const words = nameWords(name);
  if (words.length < 2 || words.some((word) => NUMERAL.test(word) && word.length > 1)) return null;
  if (!isCased(name) || startsLower(name)) return null;
  if (isTitle(foldLetters(words[0] ?? ''))) return cutAt(words, 1);
  const family = nameWords(familyOf(person)).map(foldLetters);
  const at = words.findIndex((_, from) =>
    family.every((word, offset) => foldLetters(words[from + offset] ?? '') === word),
  );
  if (at > 0 && at + family.length === words.length) return cutAt(words, at);
  if (at === 0 || person.order === 'family-first') {
    return { family: words.slice(0, family.length), given: words.slice(family.length) };
  }
  let cut = words.length - 1;
  while (cut > 1 && PARTICLES.has((words[cut - 1] as string).toLowerCase())) cut--;
  return cutAt(words, cut);
}

function cutAt(words: readonly string[], cut: number): SplitName {
  return { given: words.slice(0, cut), family: words.slice(cut) };
}

function isCased(name: string): boolean {
  const first = classOf(name.charCodeAt(0));
  return isAlphabetic(first) && first !== UNCASED;
}

/** Every form in which the authority's names of one person may be printed, listed forms first. */
export function formsOf(person: Person): NameForm[] {
  const listed = writtenNames(person).flatMap((name) =>
    spellings(name).map((spelling) => listedForm(person, spelling)),
  );
  const turned = writtenNames(person).flatMap((name) =>
    spellings(name).flatMap((spelling) => turnedForm(person, spelling)),
  );
  // One word of a script with spaces never stands for a person by itself; see `familyForms`.
  return [...listed, ...turned].filter((form) => form.words > 1 || !isSpaced(form.letters));
}

/** The first letters of a person's given names, folded, in each script. */
export function initialsOf(person: Person): ReadonlySet<string> {
  const given = writtenNames(person).flatMap((name) => splitName(person, name)?.given ?? []);
  return new Set(given.map((word) => foldLetters(word).charAt(0)));
}

/** A person's family name in each script and spelling, folded: what a later bare mention may print. */
export function familyForms(person: Person): string[] {
  return [...familiesOf(person, writtenNames(person)), ...oneWordNames(person)];
}

/** The family names that may stand alone: an alias without the family name gives none (Mustafa *Kemal*). */
export function aloneForms(person: Person): string[] {
  const family = foldLetters(familyOf(person));
  const foreign = Object.values(person.scripts).flat();
  const own = [person.name, ...person.aliases, ...Object.values(person.labels)].filter(
    (name) => person.family === undefined || foldLetters(name).includes(family),
  );
  return [...familiesOf(person, [...own, ...foreign]), ...oneWordNames(person)];
}

function familiesOf(person: Person, names: readonly string[]): string[] {
  const forms = names
    .flatMap(spellings)
    .map((name) => foldLetters((splitName(person, name)?.family ?? []).join('')));
  return [...new Set(forms)].filter((form) => form.length > 1);
}

function oneWordNames(person: Person): string[] {
  if (person.alone !== 'always') return [];
  return writtenNames(person)
    .filter((name) => nameWords(name).length === 1 && isSpaced(name))
    .map(foldLetters);
}

function listedForm(person: Person, name: string): NameForm {
  const words = nameWords(name).filter(
    (word, at, all) => at === 0 || at === all.length - 1 || !isPatronymic(word),
  );
  return {
    letters: foldLetters(words.join('')),
    reversed: false,
    turned: false,
    familyLetters: 0,
    lowerStart: startsLower(name),
    words: words.length,
    mayNotPrecede: guardOf(person, words),
  };
}

function turnedForm(person: Person, name: string): NameForm[] {
  const split = splitName(person, name);
  if (split === null || split.given.length === 0) return [];
  if (isTitle(foldLetters(split.given[0] ?? ''))) return [];
  const family = split.family.join('');
  const given = split.given.filter((word, at) => at === 0 || !isPatronymic(word)).join('');
  const familyFirst =
    foldLetters(name).startsWith(foldLetters(family)) && nameWords(name)[0] === split.family[0];
  const letters = foldLetters(familyFirst ? given + family : family + given);
  return [
    {
      letters,
      reversed: !familyFirst,
      turned: true,
      familyLetters: foldLetters(family).length,
      lowerStart: false,
      words: split.given.length + split.family.length,
      mayNotPrecede: guardOf(person, [...split.given, ...split.family]),
    },
  ];
}

const LONGEST_SHORT_NAME = 9;

function guardOf(person: Person, words: readonly string[]): NameForm['mayNotPrecede'] {
  if (words.length !== 2 || words.join('').length > LONGEST_SHORT_NAME) return 'nothing';
  if (person.order !== 'family-first') return 'syllable';
  return isKorean(person) ? 'capital' : 'syllable';
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

/** Whether the canonical name is a romanisation of the Korean one: the names of China have Korean readings too. */
export function isKorean(person: Person): boolean {
  return koreanKeys(person).length > 0;
}

/** The Korean keys that the Hangul and the Latin name share. */
export function koreanKeys(person: Person): string[] {
  if (person.order !== 'family-first') return [];
  const [surname = '', ...given] = nameWords(person.name);
  const own = new Set(keysOfLatin(surname, given, true));
  return (person.scripts.ko ?? [])
    .map(keyOfHangul)
    .filter((key) => key !== null && own.has(key)) as string[];
}
