import { type PrintedDate, readDateAt } from '../dates/date-forms.ts';
import { skipWeekday } from '../dates/date-words.ts';
import { readMisspeltDate } from '../dates/misspelt-month.ts';
import type { ReadingContext, Separator } from './dateline-match.ts';
import { beginsNews, endOf, readSeparator } from './separator.ts';
import { readBracketSlot, readDamagedSlot, readNakedSlot, type Slot } from './slot.ts';

/** What stands behind the place. */
export type Tail = {
  readonly rule: string;
  readonly date: PrintedDate | null;
  readonly slot: Slot | null;
  readonly separator: Separator;
  /** An author named behind the agency. */
  readonly byline: string | null;
};

type TailReader = (context: ReadingContext, at: number) => Tail | null;

/** The productions that begin with a place, told apart by what follows it; first match wins. */
export const TAILS: readonly TailReader[] = [placeFirst, slash, naked, bare];

const GAP = /\s?[,.،፤、]?\s?(?:[-–—―]{1,2}\s?)?/y;
const IN = /(?:في|بتاريخ|on|le|am|den)\s/uy;

/** "PLACE, date (slot) —" and "PLACE (slot) —". */
function placeFirst(context: ReadingContext, at: number): Tail | null {
  const { date, end } = readGapDate(context, at);
  const start = skip(GAP, context.text, end);
  const slot = readBracketSlot(context, start) ?? (date ? readDamagedSlot(context, start) : null);
  if (!slot || context.text[slot.start] === '/') return null;
  const late = date === null ? readLateDate(context, slot.end) : null;
  const separator = readSeparator(context.text, late?.end ?? slot.end);
  return { rule: 'placeFirst', date: date ?? slot.date ?? late, slot, separator, byline: null };
}

/** "LONDON (Reuters), Sept 4 -": the date behind the slot. */
function readLateDate(context: ReadingContext, at: number): PrintedDate | null {
  const start = endOf(/,\s/y, context.text, at);
  return start === null ? null : readDate(context, start);
}

/** "PLACE, date. /slot/." */
function slash(context: ReadingContext, at: number): Tail | null {
  const { date, end } = readGapDate(context, at);
  const slot = readBracketSlot(context, skip(GAP, context.text, end));
  if (!slot || context.text[slot.start] !== '/') return null;
  const separator = readSeparator(context.text, slot.end);
  if (slot.agencies.length === 0 && !date) return null;
  return { rule: 'slash', date, slot, separator, byline: slot.author };
}

const BEFORE_NAKED = /\s?[,.،/]?\s?(?:[-–—―]{1,2}\s?)?\/?\s?/y;
const AUTHOR = /,\s?[\p{L}.]+(?:\s[\p{L}.-]+){0,2}(?=\.)/uy;

/** "PLACE, date — slot." and its kin: the slot stands bare, between marks. */
function naked(context: ReadingContext, at: number): Tail | null {
  const { text } = context;
  const { date, end } = readGapDate(context, at);
  const start = skip(BEFORE_NAKED, text, end);
  const slot = readNakedSlot(context, start);
  if (!slot) return null;
  const afterAuthor = skip(AUTHOR, text, slot.end);
  const afterSlash = skip(/\s?\//y, text, afterAuthor);
  const separator = readSeparator(text, afterSlash);
  const before = text.slice(end, start);
  const closed = afterSlash > slot.end || isClosed(context, slot, separator, before);
  if (!closed || !isOpened(slot, separator, before, date !== null)) return null;
  const byline = text.slice(slot.end, afterAuthor).replace(/^,\s/, '') || null;
  return { rule: 'naked', date, slot, separator, byline };
}

/** A name without case ("سانا") is closed by a space; "Baghdad-INA" by the capital that follows. */
function isClosed(
  { text }: ReadingContext,
  slot: Slot,
  { kind, end }: Separator,
  before: string,
): boolean {
  if (kind === 'glued') return false;
  if (kind !== 'none') return true;
  return (
    slot.agencies.length > 0 && (isCaseless(slot) || (before === '-' && beginsNews(text, end)))
  );
}

/** A mark or a date stands before the name; an outlet needs a comma before it and a dash behind. */
function isOpened(slot: Slot, { kind }: Separator, before: string, dated: boolean): boolean {
  if (slot.agencies.length === 0) return kind === 'dash' && before.includes(',');
  return dated || before.trim() !== '' || (isCaseless(slot) && !slot.weak);
}

function isCaseless({ printed }: Slot): boolean {
  return /\p{Lo}/u.test(printed);
}

const BEFORE_DATE = /\s?[,.،፤、]?\s?/y;

/** "PLACE, date —" and "PLACE —": nobody is named. */
function bare(context: ReadingContext, at: number): Tail | null {
  const { text } = context;
  const start = skip(BEFORE_DATE, text, at);
  const date = readDate(context, start) ?? slipOf(text, start);
  const separator = behindDate(text, date, at);
  if (separator.kind === 'none' || separator.kind === 'glued' || separator.kind === 'end')
    return null;
  return { rule: 'bare', date, slot: null, separator, byline: null };
}

/** A misspelt month counts only behind a comma. */
function slipOf(text: string, at: number): PrintedDate | null {
  return /,\s$/.test(text.slice(0, at)) ? readMisspeltDate(text, at) : null;
}

/** The full stop of "26. Juni." ends both the date and the dateline. */
function behindDate(text: string, date: PrintedDate | null, at: number): Separator {
  const separator = readSeparator(text, date?.end ?? at);
  const stopped = date !== null && separator.kind === 'none' && text[date.end - 1] === '.';
  return stopped && beginsNews(text, date.end) ? { kind: 'stop', end: date.end } : separator;
}

function readGapDate(
  context: ReadingContext,
  at: number,
): { date: PrintedDate | null; end: number } {
  const { text } = context;
  const afterGap = skip(/\s?\/?/y, text, skip(GAP, text, at));
  const start = skip(IN, text, afterGap);
  const date = readDate(context, start) ?? readBareDay(text, start);
  return date ? { date, end: skip(CLOCK, text, date.end) } : { date: null, end: at };
}

/** "04 set 2025 12:00 - (Agenzia Nova)": the hour of filing. */
const CLOCK = /,?\s\d{1,2}[:.]\d{2}(?=\s?[-–—(/])/y;

function readDate({ text, language }: ReadingContext, at: number): PrintedDate | null {
  // "Santo Domingo, 23 may": a weekday needs a mark before it.
  if (/\p{L}\s$/u.test(text.slice(0, at)) && skipWeekday(text, at) !== null) return null;
  const first = readDateAt(text, at, { language, yearless: true });
  if (!first) return null;
  // Saudi datelines print the Hijri date and then its Gregorian equal.
  const equal = endOf(/\s?(?:هـ|ه)?\s?الموافق\s/uy, text, first.end);
  return (equal && readDateAt(text, equal, { language, yearless: true })) || first;
}

/** "LONDRES, 21 (Havas)": a day alone counts only where a slot follows. */
const BARE_DAY = /(\d{1,2})(?=\s?[,.]?\s?(?:[-–—―]\s?)?[(/]|\s?\.\s?[-–—]\s?\p{L})/uy;

function readBareDay(text: string, at: number): PrintedDate | null {
  BARE_DAY.lastIndex = at;
  const day = BARE_DAY.exec(text)?.[1];
  if (!day || Number(day) < 1 || Number(day) > 31) return null;
  return { day: Number(day), month: null, year: null, end: at + day.length, form: 'day' };
}

function skip(pattern: RegExp, text: string, at: number): number {
  return endOf(pattern, text, at) ?? at;
}
