import { isEponym } from './eponym-filter.ts';
import { isBearer, isBearerAfter } from './eponyms.ts';
import { cyrillicStems } from './inflection.ts';
import { foldLetters } from './letters.ts';
import { NOBODY, type PeopleMatcher } from './matcher.ts';
import type { Hit } from './scan-words.ts';
import { isArticle, isHonour, isLinker, isNational, isOffice, isTitle } from './titles.ts';
import { GAP, lettersAt, type Word, type WordText } from './words.ts';

/** Who bears a family name in one dispatch: a person, or NOBODY when two do. */
export type Bearers = Map<string, number>;

/** The family names of the people whose full names the dispatch prints. */
export function bearersOf(matcher: PeopleMatcher, owners: Iterable<number>): Bearers {
  const bearers: Bearers = new Map();
  for (const owner of owners) {
    for (const family of matcher.families[owner] ?? []) {
      const before = bearers.get(family);
      bearers.set(family, before === undefined || before === owner ? owner : NOBODY);
    }
  }
  return bearers;
}

/** A family name printed without the given name, and what stands around it. */
type Bare = { readonly first: number; readonly last: number; readonly family: string };

/** Bare family names that other words of the same text make somebody else's: "Jill Biden", "Kim Chol Su". */
export function markStrangers(
  input: WordText,
  hits: readonly Hit[],
  bearers: Bearers,
  matcher: PeopleMatcher,
): void {
  for (const bare of bareNames(input, hits, bearers)) {
    const owner = bearers.get(bare.family) as number;
    const familyFirst = matcher.people[owner]?.order === 'family-first';
    if (familyFirst ? isFollowedByName(input, bare.last) : isPrecededByName(input, bare.first))
      bearers.set(bare.family, NOBODY);
  }
}

/** Later mentions by family name, initials, or title and family name. */
export function laterMentions(
  input: WordText,
  hits: readonly Hit[],
  bearers: Bearers,
  matcher: PeopleMatcher,
): Hit[] {
  return bareNames(input, hits, bearers).flatMap((bare) => {
    const owner = bearers.get(bare.family) as number;
    const hit = toHit(input, bare, owner, 'coreference');
    if (owner === NOBODY || !standsAlone(input, hit)) return [];
    return initialsFit(input, hit, bare, matcher) === 'no' ? [] : [hit];
  });
}

/** Family names that the authority lets stand alone, always or beside a title. */
export function aloneMentions(
  input: WordText,
  hits: readonly Hit[],
  matcher: PeopleMatcher,
): Hit[] {
  return bareNames(input, hits, matcher.alone).flatMap((bare) => {
    const owner = matcher.alone.get(bare.family) as number;
    const hit = toHit(input, bare, owner, 'alone');
    if (owner === NOBODY || !standsAlone(input, hit)) return [];
    const always = matcher.people[owner]?.alone === 'always';
    const initials = initialsFit(input, hit, bare, matcher);
    if (initials === 'no') return [];
    return always || initials === 'yes' || isTitled(input, hit.first) ? [hit] : [];
  });
}

/** Whether the text prints one of these family names at all, whatever stands around it. */
export function printsFamily(input: WordText, families: ReadonlyMap<string, number>): boolean {
  return bareNames(input, [], families).length > 0;
}

const LONGEST_PARTICLE = 5;
const PARTICLE = /^(?:de|di|da|du|del|della|van|von|der|den|bin|ben|al|el|ul|le|la)$/;

/** Every capitalised word, outside the hits, that is a family name of `families`. */
function bareNames(
  input: WordText,
  hits: readonly Hit[],
  families: ReadonlyMap<string, number>,
): Bare[] {
  const bare: Bare[] = [];
  if (families.size === 0) return bare;
  let nextHit = 0;
  for (let at = 0; at < input.words.length; at++) {
    while (nextHit < hits.length && (hits[nextHit] as Hit).last < at) nextHit++;
    if (at >= (hits[nextHit]?.first ?? Number.POSITIVE_INFINITY)) continue;
    const found = familyAt(input, at, families);
    if (found) bare.push(found);
    if (found) at = found.last;
  }
  return bare;
}

function familyAt(input: WordText, at: number, families: ReadonlyMap<string, number>): Bare | null {
  const word = input.words[at] as Word;
  if (!word.upper && word.end - word.start > LONGEST_PARTICLE) return null;
  const letters = lettersAt(input, at);
  if (!word.upper && !PARTICLE.test(letters)) return null;
  if (word.upper && families.has(letters)) return { first: at, last: at, family: letters };
  if (PARTICLE.test(letters)) {
    const joined = letters + lettersAt(input, at + 1);
    if (families.has(joined) && input.words[at + 1]?.upper)
      return { first: at, last: at + 1, family: joined };
  }
  const stem = word.upper
    ? cyrillicStems(letters).find((candidate) => families.has(candidate))
    : undefined;
  return stem === undefined
    ? genitive(input, at, letters, families)
    : { first: at, last: at, family: stem };
}

/** "Putins Besuch". */
function genitive(
  input: WordText,
  at: number,
  letters: string,
  families: ReadonlyMap<string, number>,
): Bare | null {
  const base = letters.slice(0, -1);
  return input.language === 'de' && letters.endsWith('s') && families.has(base)
    ? { first: at, last: at, family: base }
    : null;
}

/** Initials that belong to the name are taken in: V. V. Putin. */
function toHit(input: WordText, bare: Bare, owner: number, tier: string): Hit {
  const { words } = input;
  let first = bare.first;
  while (first > 0 && words[first]?.gap === GAP.dot && isInitial(input, first - 1)) first--;
  return {
    owner,
    start: words[first]?.start ?? 0,
    end: words[bare.last]?.end ?? 0,
    first,
    last: bare.last,
    tier,
  };
}

/** Whether the initials before a family name are the person's: `none` when there are none. */
function initialsFit(
  input: WordText,
  hit: Hit,
  bare: Bare,
  matcher: PeopleMatcher,
): 'yes' | 'no' | 'none' {
  if (hit.first === bare.first) return 'none';
  const letter = lettersAt(input, hit.first).charAt(0);
  return matcher.initials[hit.owner]?.has(letter) ? 'yes' : 'no';
}

function isInitial({ words }: WordText, at: number): boolean {
  const word = words[at];
  return word?.upper === true && word.end - word.start <= 2;
}

function standsAlone(input: WordText, hit: Hit): boolean {
  return (
    !isPrecededByName(input, hit.first) &&
    !isFollowedByName(input, hit.last, hit.tier) &&
    !isEponym(input, hit)
  );
}

/** A capitalised word directly before that is no title and opens no sentence is somebody's given name. */
function isPrecededByName(input: WordText, first: number): boolean {
  const { words } = input;
  const { gap } = words[first] as Word;
  const before = words[first - 1];
  if (before === undefined || (gap !== GAP.space && gap !== GAP.hyphen)) return false;
  if (!before.upper) return false;
  const letters = lettersAt(input, first - 1);
  return (
    !isTitle(letters) &&
    !isNational(letters) &&
    !isLinker(letters) &&
    !isHonour(letters) &&
    !isArticle(letters) &&
    !OPENERS.has(letters) &&
    !isBearer(letters)
  );
}

/** German writes every noun with a capital: there the next word tells nothing, unless nothing else does. */
function isFollowedByName(input: WordText, last: number, tier = 'coreference'): boolean {
  const next = input.words[last + 1];
  if (next === undefined || (next.gap !== GAP.space && next.gap !== GAP.hyphen) || !next.upper)
    return false;
  if (input.language === 'de' && next.gap === GAP.space && tier !== 'alone') return false;
  const letters = lettersAt(input, last + 1);
  return !isTitle(letters) && !isBearerAfter(letters);
}

/** President Putin, il presidente russo Putin, президент Путин. */
function isTitled(input: WordText, first: number): boolean {
  const { words } = input;
  let at = first - 1;
  if (at < 0 || words[first]?.gap !== GAP.space) return false;
  if (isNational(lettersAt(input, at)) && words[at]?.gap === GAP.space) at--;
  return isOffice(lettersAt(input, at));
}

/** Words that open a sentence with a capital before a bare family name. */
const OPENERS = new Set(
  `anche quando secondo dopo mentre ma per intanto ieri oggi domani se come poi infine inoltre pure solo perche e a con da ora allora successivamente dunque tuttavia di su tra contro prima
   also when after while but for yesterday today if as then and with from on by although though before since both only even why how what did does later earlier meanwhile thus however moreover still yet instead again
   aussi quand selon apres mais pour hier si comme puis enfin avec lorsque tandis et a contre avant que ensuite cependant ainsi de
   tambien cuando segun tras despues pero para ayer hoy si como luego con mientras y a contra antes que luego ademas sin de
   auch wenn nach wahrend aber fur gestern heute falls wie dann mit als und laut so gegen vor bei von an zu nun spater danach doch auf
   также когда после пока но для вчера сегодня если как затем с и а по у при об о к от ранее однако позже затем позднее тогда`
    .split(/\s+/)
    .map(foldLetters),
);
