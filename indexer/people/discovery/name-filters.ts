import { isBearer, isBearerAfter } from '../eponyms.ts';
import { foldLetters } from '../letters.ts';
import type { CueWords } from './cue-words.ts';
import { HABITS, LEXICON, LOWER_HABIT, type WordFacts, type WordKnowledge } from './word-facts.ts';
import { CASE } from './word-shape.ts';

/** Whether the words as a whole are a city or country ("Reggio Emilia", "Costa Rica"), or a lone one ("Parigi"). */
export function isPlace(name: readonly WordFacts[], { lexicon }: WordKnowledge): boolean {
  const phrase = name.map(({ lower }) => lower).join(' ');
  const known = lexicon.get(phrase) ?? 0;
  if ((known & (LEXICON.city | LEXICON.country)) === 0) return false;
  // "Florence" and "Lincoln" alone may be people: the chain has decided by the context.
  const [word] = name;
  const isName = word !== undefined && (word.lexicon & LEXICON.given) !== 0;
  return name.length > 1 || !isName || (word.habit & USED_AS_PLACE) !== 0;
}

const USED_AS_PLACE = (1 << HABITS.indexOf('readAsOther')) | (1 << HABITS.indexOf('afterIn'));

const LINKS: ReadonlySet<string> = new Set(
  "di del della dell' dei degli de du des d' la le von van of the intitolato intitolata à a al".split(
    ' ',
  ),
);

/** Whether a word of the name belongs to a newspaper, a firm or an authority: "Rodong Sinmun", "Hubert Imóveis Ltd". */
export function isBody(name: readonly WordFacts[], cues: CueWords): boolean {
  return name.some((word) => isThingWord(word, cues.bodies)) || endsInLand(name);
}

/** "Chollima Korea": a country that is nobody's name, as Jordan is; "Rosa Luxemburg" has a given name before it. */
function endsInLand(words: readonly WordFacts[]): boolean {
  const last = words.at(-1);
  const { country, given, surname, name } = LEXICON;
  if (last === undefined || (last.lexicon & country) === 0) return false;
  return (
    (last.lexicon & (given | surname | name)) === 0 &&
    // Declension is undone by guessing, and a guess must not make a land of "Кинг".
    !/^\p{Script=Cyrillic}/u.test(last.lower) &&
    !words.some(({ lexicon }) => (lexicon & given) !== 0)
  );
}

const NAME_OPENERS: ReadonlySet<string> = new Set(
  "de di da d' du von van der den ter ten el al bin ibn abu фон де ван".split(' '),
);

/** Whether the words begin with a small word that opens no name: "del Senato". */
export function isFragment([first]: readonly WordFacts[]): boolean {
  return first !== undefined && first.case === CASE.lower && !NAME_OPENERS.has(first.lower);
}

const OF: ReadonlySet<string> = new Set(
  "di del della dello dell' dei degli delle de do da dos das du des d'".split(' '),
);

/** "Câmara de Alcobaça", "Guerra del Golfo": a word mostly printed in lower case, nobody's given name, and "of". */
export function isThingOf(name: readonly WordFacts[]): boolean {
  const [first, second] = name;
  if (first === undefined || second === undefined || !OF.has(second.lower)) return false;
  const names = LEXICON.given | LEXICON.surname | LEXICON.syllable;
  return (first.habit & LOWER_HABIT) !== 0 && (first.lexicon & names) === 0;
}

/** Whether the name is that of a street, a school, a prize: "via Garibaldi", "Kim Il Sung University". */
export function isEponym(
  words: readonly WordFacts[],
  from: number,
  to: number,
  cues: CueWords,
): boolean {
  return (
    isThingWord(words[from], cues.eponymHeads) ||
    isThingWord(words[to - 1], cues.eponymTails) ||
    bearerFollows(words, from, to, cues) ||
    bearerPrecedes(words, from, to, cues) ||
    // "the Theodore Roosevelt" is a ship: no language but German and the Romance ones puts an article there.
    // "the Prophet Mohammed" is none.
    (to - from > 1 &&
      words[from - 1]?.lower === 'the' &&
      ((words[from]?.lexicon ?? 0) & LEXICON.title) === 0)
  );
}

const MOST_BETWEEN = 6;

/** "John Kennedy Avenue", "Ri Su Dok Teacher Training College", "the Cha Kwang Su youth brigade". */
function bearerFollows(
  words: readonly WordFacts[],
  from: number,
  to: number,
  cues: CueWords,
): boolean {
  const article = cues.functionClass.get('the');
  const isDescribed = words[from - 1]?.functionClass === article;
  for (let at = to; at < to + MOST_BETWEEN; at += 1) {
    const word = words[at];
    if (word === undefined || word.functionClass > 0 || !isWord(word)) return false;
    if (word.case === CASE.lower && !isDescribed) return false;
    if (cues.eponymTails.has(word.lower) || isBearer(foldLetters(word.lower))) return true;
    if (at === to && word.case !== CASE.lower && isBearerAfter(foldLetters(word.lower)))
      return true;
  }
  return false;
}

function isWord({ case: letterCase }: WordFacts): boolean {
  return letterCase >= CASE.lower && letterCase <= CASE.number;
}

function bearerPrecedes(
  words: readonly WordFacts[],
  from: number,
  to: number,
  cues: CueWords,
): boolean {
  let before = words[from - 1];
  if (before?.case === CASE.quote) before = words[from - 2];
  if (before === undefined) return false;
  if (cues.eponymHeads.has(before.lower) || isBearer(foldLetters(before.lower)))
    return !isCyrillicNominative(words[to - 1]);
  const head = words[from - 2];
  return head !== undefined && LINKS.has(before.lower) && DEDICATED.has(head.lower);
}

/** "балета Большого театра Алексей Ратманский": what is called after somebody has the name in the genitive. */
function isCyrillicNominative(word: WordFacts | undefined): boolean {
  return word !== undefined && /(?:[бвгджзйклмнпрстфхцчшщ]|ий|ый)$/u.test(word.lower);
}

/** "Villa" and "Avenue" are no part of a name; "Park" and "Hall" may be. */
function isThingWord(word: WordFacts | undefined, things: ReadonlySet<string>): boolean {
  if (word === undefined || !things.has(word.lower)) return false;
  return (word.lexicon & (LEXICON.given | LEXICON.surname | LEXICON.syllable)) === 0;
}

/** Heads that stay heads across "of": the "fondazione di Rossi" may be Rossi's, the "via di Rossi" is not. */
const DEDICATED: ReadonlySet<string> = new Set(
  `via viale piazza rue place calle plaza rua avenida
   city town village county province district lake island port bay valley città comune provincia paese lago isola
   ville lac île ciudad municipio provincia isla cidade município stadt insel see`.split(/\s+/),
);
