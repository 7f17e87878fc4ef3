import { readDateAt } from '../dates/date-forms.ts';
import type { PlaceStretch, ReadingContext, Stretch } from './dateline-match.ts';
import { countryNamed, countryOfCity, isRegion } from './known-places.ts';
import type { Tail } from './latin-tails.ts';
import { isAcronymOf, isBody, isNoPlace, isRubric } from './not-places.ts';
import { beginsNews } from './separator.ts';
import type { Slot } from './slot.ts';

/** A place phrase and what follows it, to be judged. */
export type Candidate = {
  readonly phrase: Stretch;
  readonly places: readonly PlaceStretch[];
  readonly tail: Tail;
};

/** Whether a phrase and its tail are a dateline and not the beginning of a sentence, a label, a ticker. */
export function isDateline(context: ReadingContext, candidate: Candidate): boolean {
  const { tail } = candidate;
  const phrase = textOf(context, candidate.phrase);
  // The United Nations file datelines; a body without a date beside it opens a sentence.
  const body = isBody(phrase) || context.catalogue.byAlias(phrase).length > 0;
  if (isRubric(phrase) || (body && !tail.date)) return false;
  if (isNoPlace(phrase) && !isKnown(context, candidate.places)) return false;
  if (!tail.slot)
    return tail.date ? isDatedPlace(context, candidate) : isBarePlace(context, candidate);
  if (!endsWell(context, tail)) return false;
  if (tail.slot.agencies.length > 0) return namesAgency(context, candidate, tail.slot);
  if (tail.slot.credit === null) return tail.date !== null;
  return namesStranger(context, candidate, tail.slot, tail.slot.credit);
}

export function textOf({ text }: ReadingContext, { start, end }: Stretch): string {
  return text.slice(start, end);
}

/** Without a mark behind the slot the news must begin at once, and with a capital. */
function endsWell({ text }: ReadingContext, { separator }: Tail): boolean {
  if (separator.kind === 'none') return beginsNews(text, separator.end);
  if (separator.kind !== 'glued') return true;
  return /[\p{L}\p{N}"“«‘'(]/u.test(text.charAt(separator.end)) && beginsNews(text, separator.end);
}

function namesAgency(context: ReadingContext, candidate: Candidate, slot: Slot): boolean {
  const { tail, places } = candidate;
  if (tail.date) return true;
  const phrase = textOf(context, candidate.phrase);
  if (isAcronymOf(slot.printed, phrase)) return false;
  const known = isKnown(context, places);
  if (!known && !beginsNews(context.text, tail.separator.end)) return false;
  // "Mai Lan (TTXVN)" alone in a block is an author's sign-off.
  if (tail.separator.kind === 'end' && !known && !isCapitals(context, places)) return false;
  if (slot.weak) return known || (isCapitals(context, places) && speaksLanguage(context, slot));
  if (!slot.bracketed && tail.separator.kind === 'none') return known || !/\s/.test(phrase);
  return slot.bracketed || known || isCapitals(context, places) || !hasCase(context, places);
}

function speaksLanguage({ language }: ReadingContext, slot: Slot): boolean {
  return slot.agencies.some((owners) => owners.some(({ languages }) => languages[0] === language));
}

/** A slot that names nobody we know: a station, a paper, a press office, and not a party or an age. */
function namesStranger(
  context: ReadingContext,
  { tail, places, phrase }: Candidate,
  slot: Slot,
  credit: string,
): boolean {
  if (isNoOutlet(credit, context.language)) return false;
  if (tail.date) return true;
  const { kind } = tail.separator;
  if (kind === 'none' || kind === 'end') return false;
  if (isAcronymOf(credit, textOf(context, phrase))) return false;
  const sure = isKnown(context, places) || isCapitals(context, places);
  if (!slot.bracketed || kind === 'colon') return sure;
  return sure || !/\s/.test(textOf(context, phrase)) || /\.\w/.test(credit);
}

const NO_OUTLET =
  /[:;?!]|^[\p{N}\s.,-]+$|^(?:left|right|links|rechts|l|r|centre|center|m|f|w|d|oben|unten|photo|foto|video|\p{Lu})$/iu;

function isNoOutlet(credit: string, language: string | null): boolean {
  return NO_OUTLET.test(credit) || isBody(credit) || isRegion(credit, language);
}

const TIME = /\s*\d{1,2}[:.]\d{2}/y;

/** "ROME, Sept 4 —": the date vouches for the place, if news follows and not a clock. */
function isDatedPlace(context: ReadingContext, { tail, places }: Candidate): boolean {
  const { text } = context;
  TIME.lastIndex = tail.separator.end;
  if (TIME.test(text) || restIsEmpty(text, tail.separator.end)) return false;
  if (tail.separator.kind === 'colon')
    return isKnown(context, places) || isCapitals(context, places);
  return true;
}

/** "VATICAN CITY—": nobody and no day is named. Capitals or a place we know must vouch for it. */
function isBarePlace(context: ReadingContext, candidate: Candidate): boolean {
  const { text } = context;
  const { tail, places } = candidate;
  const { end, kind } = tail.separator;
  if (!beginsNews(text, end) || restIsEmpty(text, end) || !isSpaced(text, candidate)) return false;
  if (continuesOtherwise(context, end) || !isPlainPhrase(context, candidate)) return false;
  const known = isKnown(context, places);
  if (isCapitals(context, places)) {
    return (
      known ||
      (kind === 'stop' || kind === 'colon'
        ? isLongName(context, candidate)
        : hasVowel(context, candidate))
    );
  }
  return kind === 'dash' && (known || hasRegion(context, places));
}

/** A single hyphen needs a space behind it; a colon and a full stop too. */
function isSpaced(text: string, { phrase, tail }: Candidate): boolean {
  const mark = text.slice(phrase.end, tail.separator.end).trim();
  return /\s/.test(text.charAt(tail.separator.end)) || /^(?:--+|[–—―])$/.test(mark);
}

/** Brackets behind a bare place hold a region, never an acronym. */
function isPlainPhrase(context: ReadingContext, { phrase, places }: Candidate): boolean {
  return !/[)\]]$/.test(textOf(context, phrase)) || hasRegion(context, places);
}

function restIsEmpty(text: string, at: number): boolean {
  return text.slice(at).trim() === '';
}

/** A caption ("PALO ALTO, CA.- APRIL 23:"), a page head ("Bruselas - 15 oct 2024"), a headline in capitals. */
function continuesOtherwise({ text, language }: ReadingContext, at: number): boolean {
  const start = at + (text.slice(at).length - text.slice(at).trimStart().length);
  if (readDateAt(text, start, { language, yearless: true })) return true;
  return /^\s*\p{Lu}{2,}[\p{Lu}\s,.'-]*\s\p{Lu}{2,}/u.test(text.slice(at, at + 60));
}

function isLongName(context: ReadingContext, { phrase }: Candidate): boolean {
  return (
    textOf(context, phrase).replace(/[^\p{L}]/gu, '').length >= 4 &&
    hasVowelIn(textOf(context, phrase))
  );
}

function hasVowel(context: ReadingContext, { phrase }: Candidate): boolean {
  return hasVowelIn(textOf(context, phrase));
}

function hasVowelIn(phrase: string): boolean {
  const plain = phrase.normalize('NFD').toLowerCase();
  return !/[a-z]/.test(plain) || (/[aeiouy]/.test(plain) && plain.length > 2);
}

/** Whether every place is one we know, or is placed by a country or state we know. */
export function isKnown(context: ReadingContext, places: readonly PlaceStretch[]): boolean {
  return (
    places.every(({ name }) => {
      const printed = textOf(context, name);
      return countryOfCity(printed) !== null || countryNamed(printed, context.language) !== null;
    }) || hasRegion(context, places)
  );
}

function hasRegion(context: ReadingContext, places: readonly PlaceStretch[]): boolean {
  return places.some(({ qualifiers }) =>
    qualifiers.some((part) => isRegion(textOf(context, part), context.language)),
  );
}

export function isCapitals(context: ReadingContext, places: readonly PlaceStretch[]): boolean {
  return places.every(({ name }) => {
    const printed = textOf(context, name);
    return /\p{Lu}.*\p{Lu}/u.test(printed) && !/\p{Ll}/u.test(printed);
  });
}

function hasCase(context: ReadingContext, places: readonly PlaceStretch[]): boolean {
  return places.some(({ name }) => /[\p{Lu}\p{Ll}]/u.test(textOf(context, name)));
}
