import { readDateAt } from '../dates/date-forms.ts';
import { baseLanguage } from '../dates/month-names.ts';
import { isDateline } from './accept.ts';
import type { DatelineMatch, Production, ReadingContext } from './dateline-match.ts';
import { countryOfCity, isRegion } from './known-places.ts';
import { TAILS } from './latin-tails.ts';
import { isBody, isLabel } from './not-places.ts';
import { endsPhrase, readPlaces } from './places.ts';
import { beginsNews, endOf, readSeparator } from './separator.ts';
import { readBracketSlot, readNakedSlot, type Slot } from './slot.ts';

/** The productions of scripts that part words with spaces; first match wins. */
export const LATIN_PRODUCTIONS: readonly Production[] = [
  agencyFirst,
  dateFirst,
  placeLed,
  agencyOnly,
];

/** Characters within which the place must end. */
const LONGEST_PLACE = 100;
/** Where a place may end: before a space, a mark or a bracket, or where an ideographic comma stands. */
const BOUNDARY = /(?=[\s,.،፤、:=/([<–—―-])|$/g;

/** Everything that begins with a place. */
export function placeLed(context: ReadingContext, at: number): DatelineMatch | null {
  const { text, language } = context;
  if (!/[\p{L}'’]/u.test(text.charAt(at))) return null;
  const head = text.slice(at, at + 60);
  const lowerCase = /\p{Ll}/u.test(head) && !/\p{Lu}/u.test(head);
  const pattern = new RegExp(BOUNDARY.source, 'g');
  pattern.lastIndex = at + 1;
  let wordStart = at;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const end = found.index;
    if (end - at > LONGEST_PLACE) return null;
    const match = placeEndingAt(context, at, end, { language, lowerCase });
    if (match) return match;
    if (!lowerCase && endsPhrase(text.slice(wordStart, end))) return null;
    wordStart = end + (/\s/.test(text.charAt(end)) ? 1 : 0);
    pattern.lastIndex = end + 1;
    if (end >= text.length) return null;
  }
  return null;
}

function placeEndingAt(
  context: ReadingContext,
  start: number,
  end: number,
  options: { language: string | null; lowerCase: boolean },
): DatelineMatch | null {
  const author = authorBefore(context.text, start, end);
  const phrase = { start: author?.end ?? start, end };
  const places = readPlaces(context.text, phrase, options);
  if (!places) return null;
  for (const readTail of TAILS) {
    const tail = readTail(context, end);
    if (!tail || (options.lowerCase && !(tail.date && tail.slot?.agencies.length))) continue;
    if (!isDateline(context, { phrase, places, tail })) continue;
    const { rule, date, slot, separator } = tail;
    const byline = author?.name ?? tail.byline;
    const match = { rule, start, end: separator.end, places, date, slot, byline };
    return outletBehindCity(context, match);
  }
  return null;
}

/** "Jakarta, CNN Indonesia --": Indonesian sites set their name where others set a region. */
function outletBehindCity(context: ReadingContext, match: DatelineMatch): DatelineMatch {
  const [place, ...more] = match.places;
  const [outlet, ...others] = place?.qualifiers ?? [];
  if (match.slot || !place || !outlet || more.length + others.length > 0) return match;
  const printed = context.text.slice(outlet.start, outlet.end);
  const city = context.text.slice(place.name.start, place.name.end);
  const indonesian = baseLanguage(context.language) === 'id' && countryOfCity(city) === 'ID';
  if (!indonesian || isRegion(printed, context.language)) return match;
  const slot: Slot = { ...outlet, ...NO_AGENCY, printed, credit: printed };
  return { ...match, places: [{ ...place, qualifiers: [] }], slot };
}

const NO_AGENCY = {
  agencies: [],
  author: null,
  date: null,
  weak: false,
  bracketed: false,
} as const;

const AUTHOR =
  /^(\p{Lu}[\p{L}\p{M}]*\p{Ll}(?:[\s–-]+\p{Lu}[\p{L}\p{M}]*)*\s\p{Lu}{2,})\s?\/\s?(?=\p{Lu})/u;

/** "Yavuz YILMAZ/ İNEGÖL": Turkish agencies set the author before the place. */
function authorBefore(
  text: string,
  start: number,
  end: number,
): { name: string; end: number } | null {
  const [all, name] = AUTHOR.exec(text.slice(start, end)) ?? [];
  return all === undefined || name === undefined ? null : { name, end: start + all.length };
}

/** "(ANSA) - ROMA, 01 SET -", "AKP Phnom Penh, September 04, 2025 --". */
function agencyFirst(context: ReadingContext, at: number): DatelineMatch | null {
  const slot = leadingSlot(context, at);
  if (!slot) return null;
  const { text } = context;
  const after = readSeparator(text, slot.end);
  const start = endOf(/,?\s*/y, text, after.end) ?? after.end;
  const place = placeLed(context, start) ?? placeWithDate(context, start);
  if (!place) return null;
  // "CANADIAN PRESS - TORONTO (CP) -" names the agency twice.
  if (place.slot) return slot.agencies.length > 0 ? { ...place, start: at } : null;
  const stranger = slot.agencies.length === 0;
  if (stranger && slot.bracketed && (!place.date || isLabel(slot.printed))) return null;
  return { ...place, rule: 'agencyFirst', start: at, slot };
}

/** "Roma, 06 febbraio 2026" before the news, without a mark between. */
function placeWithDate(context: ReadingContext, at: number): DatelineMatch | null {
  const { text, language } = context;
  const comma = text.slice(at, at + LONGEST_PLACE).indexOf(',');
  if (comma < 1) return null;
  const places = readPlaces(text, { start: at, end: at + comma }, { language, lowerCase: false });
  const start = endOf(/,\s?/y, text, at + comma) ?? at;
  const date = readDateAt(text, start, { language, yearless: true });
  if (!places || !date || !beginsNews(text, date.end)) return null;
  return { rule: 'bare', start: at, end: date.end, places, date, slot: null, byline: null };
}

function leadingSlot(context: ReadingContext, at: number): Slot | null {
  if (/[([<]/.test(context.text.charAt(at))) return readBracketSlot(context, at);
  return readNakedSlot(context, at);
}

/** "10 июня, Минск /Корр. БЕЛТА/.", "9 يونيو (رويترز) -", "25/11/2004 -". */
function dateFirst(context: ReadingContext, at: number): DatelineMatch | null {
  const { text, language } = context;
  const open = text.charAt(at) === '(' ? 1 : 0;
  const date = readDateAt(text, at + open, { language, yearless: true });
  if (!date || date.month === null || (open && text.charAt(date.end) !== ')')) return null;
  const end = date.end + open;
  const start = endOf(/\s?[,.،]\s?/y, text, end) ?? end;
  const place = placeLed(context, start);
  if (place && (place.slot || place.rule === 'bare') && !place.date) {
    return { ...place, rule: 'dateFirst', start: at, date };
  }
  return dateAndSlot(context, { start: at, end }, date);
}

function dateAndSlot(
  context: ReadingContext,
  { start, end }: { start: number; end: number },
  date: NonNullable<DatelineMatch['date']>,
): DatelineMatch | null {
  const { text } = context;
  const at = endOf(/\s?[,.،]?\s?(?:[-–—]\s)?/y, text, end) ?? end;
  const slot = readBracketSlot(context, at) ?? readNakedSlot(context, at);
  const named = slot && slot.agencies.length > 0 ? slot : null;
  const separator = readSeparator(text, named?.end ?? end);
  const news = beginsNews(text, separator.end) && text.slice(separator.end).trim() !== '';
  const clock = /^\s*\d{1,2}[:.]\d{2}/.test(text.slice(separator.end));
  if (separator.kind !== 'dash' || !news || clock) return null;
  return {
    rule: 'dateFirst',
    start,
    end: separator.end,
    places: [],
    date,
    slot: named,
    byline: null,
  };
}

/** "(JTA) —", "AGI -": somebody signs and no place is named. */
function agencyOnly(context: ReadingContext, at: number): DatelineMatch | null {
  const { text } = context;
  const slot = leadingSlot(context, at);
  if (!slot) return null;
  const separator = readSeparator(text, slot.end);
  const rest = text.slice(separator.end);
  if (rest.trim() === '' || !(beginsNews(text, separator.end) || slot.date)) return null;
  const accepted =
    slot.agencies.length > 0
      ? signsKnown(context, slot, separator.kind)
      : signsStranger(slot, separator.kind, rest);
  if (!accepted) return null;
  const { date } = slot;
  return {
    rule: 'agencyOnly',
    start: at,
    end: separator.end,
    places: [],
    date,
    slot,
    byline: null,
  };
}

function signsKnown({ language }: ReadingContext, slot: Slot, kind: string): boolean {
  const dashed = kind === 'dash' || kind === 'colon';
  if (!slot.bracketed && !dashed) return false;
  const own = slot.agencies.some((owners) =>
    owners.some(({ languages }) => language !== null && languages.includes(language)),
  );
  return slot.weak ? dashed && own : true;
}

function signsStranger(slot: Slot, kind: string, rest: string): boolean {
  const credit = slot.credit ?? '';
  if (slot.date) return credit !== '';
  if (credit === '' || isLabel(credit) || isBody(credit) || /[:;?!]|^\d/.test(credit)) return false;
  const capitals =
    /^[\p{Lu}\p{N}][\p{L}\p{N}. &'-]*$/u.test(credit) && credit.split(' ').length <= 4;
  if (!slot.bracketed) return kind === 'dash';
  if (kind === 'glued') return /^\p{Lu}/u.test(rest) && capitals;
  return kind === 'dash' && capitals;
}
