import type { CueWords } from './cue-words.ts';
import { HABITS, LEXICON, type WordFacts, type WordKnowledge } from './word-facts.ts';
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

const NAME_OPENERS: ReadonlySet<string> = new Set(
  "de di da d' du von van der den ter ten el al bin ibn abu фон де ван".split(' '),
);

/** Whether the words begin with a small word that opens no name: "del Senato". */
export function isFragment([first]: readonly WordFacts[]): boolean {
  return first !== undefined && first.case === CASE.lower && !NAME_OPENERS.has(first.lower);
}

/** Whether the name is that of a street, a school, a prize: "via Garibaldi", "Kim Il Sung University". */
export function isEponym(
  words: readonly WordFacts[],
  from: number,
  to: number,
  cues: CueWords,
): boolean {
  if (isThingWord(words[from], cues.eponymHeads) || isThingWord(words[to - 1], cues.eponymTails)) {
    return true;
  }
  const after = words[to];
  if (after !== undefined && after.case === CASE.capitalised && cues.eponymTails.has(after.lower)) {
    return true;
  }
  let before = words[from - 1];
  if (before?.case === CASE.quote) before = words[from - 2];
  if (before === undefined) return false;
  if (cues.eponymHeads.has(before.lower)) return true;
  const head = words[from - 2];
  return head !== undefined && LINKS.has(before.lower) && DEDICATED.has(head.lower);
}

/** "Villa" and "Avenue" are no part of a name; "Park" and "Hall" may be. */
function isThingWord(word: WordFacts | undefined, things: ReadonlySet<string>): boolean {
  if (word === undefined || !things.has(word.lower)) return false;
  return (word.lexicon & (LEXICON.given | LEXICON.surname | LEXICON.syllable)) === 0;
}

/** Heads that stay heads across "of": the "fondazione di Rossi" may be Rossi's, the "via di Rossi" is not. */
const DEDICATED: ReadonlySet<string> = new Set(
  'via viale piazza rue place calle plaza rua avenida'.split(' '),
);
