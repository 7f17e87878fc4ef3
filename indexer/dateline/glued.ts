import { isDateline, isKnown, textOf } from './accept.ts';
import type { DatelineMatch, PlaceStretch, ReadingContext } from './dateline-match.ts';
import { TAILS, type Tail } from './latin-tails.ts';
import { isAcronymOf } from './not-places.ts';
import { readPlaces } from './places.ts';
import { readBracketSlot } from './slot.ts';

/** How far into a block a dateline may stand behind a headline, a standfirst or a byline. */
const REACH = 400;
const LONGEST_NAME = 90;
const LONGEST_TAIL = 45;
const MOST_SLOTS = 3;
/** Letters before a slot in which its initials would stand. */
const ACRONYM_REACH = 60;

/**
 * Finds a dateline that a scraper glued behind a headline or a byline. Only strong forms count: an agency
 * we know, in brackets or slashes, with a date or a mark of separation.
 */
export function gluedDateline(context: ReadingContext, from: number): DatelineMatch | null {
  const { text } = context;
  let slots = 0;
  for (const { index } of text.slice(0, REACH).matchAll(/[([</]/g)) {
    if (index <= from || slots >= MOST_SLOTS) continue;
    const slot = readBracketSlot(context, index);
    if (!slot || slot.agencies.length === 0) continue;
    if (isAcronymOf(slot.printed, wordsBefore(text, from, index))) continue;
    slots += 1;
    const match = datelineBefore(context, from, index);
    if (match) return { ...match, byline: bylineIn(text, from, match.start) };
  }
  return null;
}

/** The words of the same sentence before a slot, in which its initials would stand. */
function wordsBefore(text: string, from: number, slotStart: number): string {
  const before = text.slice(Math.max(from, slotStart - ACRONYM_REACH), slotStart);
  return before.split(/[=.:;!?|\n]/).at(-1) ?? '';
}

type Found = { readonly start: number; readonly places: readonly PlaceStretch[] };

function datelineBefore(
  context: ReadingContext,
  from: number,
  slotStart: number,
): DatelineMatch | null {
  for (let end = Math.max(from, slotStart - LONGEST_TAIL); end <= slotStart; end++) {
    if (end > from && !/[\s,.]|[([</]/.test(context.text.charAt(end))) continue;
    for (const readTail of TAILS) {
      const tail = readTail(context, end);
      if (tail?.slot?.start !== slotStart || !isStrong(tail)) continue;
      const found = bestStart(context, candidates(context, from, end, tail));
      if (found) {
        const { rule, date, slot, separator } = tail;
        const { start, places } = found;
        return { rule, start, end: separator.end, places, date, slot, byline: null };
      }
    }
  }
  return null;
}

function isStrong({ date, slot, separator }: Tail): boolean {
  const marked = separator.kind === 'dash' || separator.kind === 'colon';
  return date !== null ? separator.kind !== 'glued' || marked : marked && slot?.weak === false;
}

const WORD_START = /(?<![\p{L}\p{M}\p{N}'’.-])['’]?(?:[DL]['’])?(?:\p{Lu}|\p{Lo})/gu;

function candidates(
  context: ReadingContext,
  from: number,
  end: number,
  tail: Tail,
): readonly Found[] {
  const first = Math.max(from, end - LONGEST_NAME);
  const options = { language: context.language, lowerCase: false };
  const found: Found[] = [];
  for (const { index } of context.text.slice(first, end).matchAll(WORD_START)) {
    const start = first + index;
    if (/,\s*$/.test(context.text.slice(Math.max(0, start - 3), start))) continue;
    const places = readPlaces(context.text, { start, end }, options);
    if (places && isDateline(context, { phrase: { start, end }, places, tail })) {
      found.push({ start, places });
    }
  }
  return found;
}

const HARD_BOUNDARY = /(?:^|[.!?»”":|=>)\]\n—–])\s*$/;
/** First words of places of several words. */
const STARTERS =
  /^(?:san|santa|santo|sankt|saint|sainte|st\.?|new|nueva|nuova|nova|nuevo|los|las|el|la|le|les|fort|port|puerto|porto|villa|ciudad|cidade|città|cape|mount|lake|north|south|east|west|palm|salt|kuala|tel|abu|addis|rio|são|sao|buenos|hong|ho|nay|bad|den|baden|fort|grand|great|little|long|upper|lower|king|west)$/iu;

/** The word at which the place begins, when words of a headline or an author stand right before it. */
function bestStart(context: ReadingContext, found: readonly Found[]): Found | null {
  const last = found.at(-1);
  if (!last) return null;
  const hard = found.findLast(({ start }) =>
    HARD_BOUNDARY.test(context.text.slice(Math.max(0, start - 4), start)),
  );
  const capitals = found.filter(({ places }) => isAllCapitals(context, places));
  const run =
    capitals[0] && isAllCapitals(context, last.places)
      ? beforeLowerCase(context, capitals[0])
      : null;
  const known = found.find(({ places }) => isKnownName(context, places));
  return hard ?? known ?? run ?? withStarter(context, found) ?? last;
}

function isKnownName(context: ReadingContext, places: readonly PlaceStretch[]): boolean {
  return isKnown(
    context,
    places.map(({ name }) => ({ name, qualifiers: [] })),
  );
}

function isAllCapitals(context: ReadingContext, places: readonly PlaceStretch[]): boolean {
  return places.every(({ name }) => !/\p{Ll}/u.test(textOf(context, name)));
}

/** A run of capitals is the place as a whole if the word before it has small letters. */
function beforeLowerCase({ text }: ReadingContext, found: Found): Found | null {
  const before =
    /(\S+)\s*$/.exec(text.slice(Math.max(0, found.start - 40), found.start))?.[1] ?? '';
  return /\p{Ll}|\d/u.test(before) ? found : null;
}

function withStarter({ text }: ReadingContext, found: readonly Found[]): Found | null {
  const [before, last] = found.slice(-2);
  if (!before || !last) return null;
  return STARTERS.test(text.slice(before.start, last.start).trim()) ? before : null;
}

const BYLINE =
  /(?:^|[\s^])(?:By|BY|Por|POR|Par|PAR|Von|VON|Di|DI|من)\s+([^\n]{2,60}?)\s*(?:,\s*\p{L}+\s*)?(?:=.*)?$/u;

function bylineIn(text: string, from: number, end: number): string | null {
  const name = BYLINE.exec(text.slice(Math.max(0, end - 120, from - 6), end))?.[1]?.trim();
  return name && name.split(/\s+/).length <= 6 ? name : null;
}
