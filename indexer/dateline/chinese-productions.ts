import { cjkNumber } from '../dates/cjk-dates.ts';
import { type PrintedDate, readDateAt } from '../dates/date-forms.ts';
import { cjkPlace, findCjkAgency, isCjkName, type NamedAgency } from './cjk-names.ts';
import type { DatelineMatch, Production, ReadingContext } from './dateline-match.ts';
import { countryOfCity } from './known-places.ts';
import { trimmed } from './places.ts';
import { endOf } from './separator.ts';
import type { Slot } from './slot.ts';

export const CHINESE_PRODUCTIONS: readonly Production[] = [cna, zh];

/** How far behind the head of a block a Chinese dateline is looked for: short headlines are glued to it. */
const REACH = 100;
const MOST_NAMES = 6;
const OWN_PAPER = /本[报報]/gu;
/** A paper or site that the catalogue does not know: "人民网北京10月1日电". */
const OUTLET =
  /\p{Script=Han}{2,6}?(?:网|網|社|报|報|台|日报|日報)(?=\p{Script=Han}{0,8}?[0-9]{1,2}[月日])/uy;
const WIRE = /(?:(?:专|專|综合|綜合|特)?[电電讯訊]|[电電]|消息|报道|報導)/uy;
const REPORTERS = /\s?\((?:记者|記者|通讯员|編譯)?[\s/:]?([^()]{2,40})\)/uy;
const CORRESPONDENTS =
  /\s?([^\s。，,]{0,6})(?:记者|記者)([\p{Script=Han}、·\s]{2,40}?)(?:、本[报報]记者([\p{Script=Han}、·]{2,20}?))?(?:摄影)?(?:报道|報道|報導)[:：]?/uy;

/** "新华社北京9月4日电", "本报深圳6月18日电", at the head of a block or behind a short headline. */
function zh(context: ReadingContext, at: number): DatelineMatch | null {
  const limit = Math.min(context.text.length, at + REACH);
  let from = at;
  for (let names = 0; names < MOST_NAMES; names++) {
    const named = firstName(context, from, limit);
    if (!named) return null;
    const match = behindName(context, at, named);
    if (match) return match;
    from = named.end;
  }
  return null;
}

function firstName(
  { text, catalogue }: ReadingContext,
  from: number,
  to: number,
): NamedAgency | null {
  const agency = findCjkAgency(catalogue, text, from, to);
  OWN_PAPER.lastIndex = from;
  const own = OWN_PAPER.exec(text.slice(0, to));
  OUTLET.lastIndex = from;
  const outlet = own || agency ? null : OUTLET.exec(text);
  if (outlet) {
    const [printed] = outlet;
    return { start: from, end: from + printed.length, printed, owners: [] };
  }
  if (!own || (agency && agency.start < own.index)) return agency;
  return { start: own.index, end: own.index + own[0].length, printed: own[0], owners: [] };
}

function behindName(context: ReadingContext, at: number, named: NamedAgency): DatelineMatch | null {
  const { text } = context;
  const found = placeAndDate(context, named.end) ?? ownNews(text, at, named);
  if (!found) return null;
  const { placeEnd, date, end } = found;
  const wire = endOf(WIRE, text, end);
  const heads =
    named.start === at || /^[据據按(（【[]{1,2}$/.test(text.slice(at, named.start).trim());
  if (wire === null && !(heads && date && /[(\s，,】)\]]/.test(text.charAt(end)))) return null;
  if (!date && placeEnd === named.end && !heads) return null;
  const reporters = readReporters(context, wire ?? end);
  const start = text.slice(at, named.start).length <= 2 && heads ? at : named.start;
  const place = trimmed(text, { start: named.end, end: placeEnd });
  const places = place.end > place.start ? [cjkPlace(text, place)] : [];
  return {
    rule: named.owners.length > 0 ? 'zh' : 'own',
    start,
    end: closing(text, reporters.end),
    places,
    date,
    slot: slotOf(named, reporters.agencies),
    byline: reporters.names,
  };
}

/** "本报讯": the paper's own news, without place or day. */
function ownNews(
  text: string,
  at: number,
  { start, end, owners }: NamedAgency,
): PlaceAndDate | null {
  const news = start === at && owners.length === 0 && /[讯訊]/.test(text.charAt(end));
  return news ? { placeEnd: end, date: null, end } : null;
}

function closing(text: string, at: number): number {
  return endOf(/\s?[)】\]]/y, text, at) ?? at;
}

function slotOf(named: NamedAgency, more: Slot['agencies']): Slot {
  const own = named.owners.length === 0;
  return {
    start: named.start,
    end: named.end,
    printed: named.printed,
    agencies: own ? more : [named.owners, ...more],
    credit: own ? named.printed : null,
    author: null,
    date: null,
    weak: false,
    bracketed: false,
  };
}

const MOST_PLACE = 14;
const DAY = /([0-9〇一二三四五六七八九十廿卅]{1,3})日/uy;
/** Words of the desk that stand behind the place: "四川频道". */
const DESK = /(?:频道|分社|頻道)$/u;

type PlaceAndDate = {
  readonly placeEnd: number;
  readonly date: PrintedDate | null;
  readonly end: number;
};

function placeAndDate(context: ReadingContext, from: number): PlaceAndDate | null {
  const { text, language } = context;
  for (let at = from; at <= from + MOST_PLACE && at < text.length; at++) {
    const printed = text.slice(from, at);
    if (printed !== '' && !isCjkName(printed, MOST_PLACE)) return null;
    const placeEnd = at - (DESK.exec(printed)?.[0].length ?? 0);
    const date = readDateAt(text, at, { language, yearless: true }) ?? readDay(text, at);
    if (date) return { placeEnd, date, end: date.end };
    const wired = endOf(/(?:专|專)?[电電]/uy, text, at);
    if (wired !== null && (printed === '' || countryOfCity(printed) !== null)) {
      return { placeEnd, date: null, end: at };
    }
  }
  return null;
}

function readDay(text: string, at: number): PrintedDate | null {
  DAY.lastIndex = at;
  const found = DAY.exec(text);
  if (!found?.[1]) return null;
  const end = at + found[0].length;
  return { day: cjkNumber(found[1]), month: null, year: null, end, form: 'day' };
}

type Reporters = {
  readonly names: string | null;
  readonly agencies: Slot['agencies'];
  readonly end: number;
};

function readReporters({ text, catalogue }: ReadingContext, at: number): Reporters {
  REPORTERS.lastIndex = at;
  const inBrackets = REPORTERS.exec(text);
  if (inBrackets?.[1]) {
    return { names: inBrackets[1].trim(), agencies: [], end: at + inBrackets[0].length };
  }
  CORRESPONDENTS.lastIndex = at;
  const [all, house, names, more] = CORRESPONDENTS.exec(text) ?? [];
  if (all === undefined || names === undefined) return { names: null, agencies: [], end: at };
  const owners = house ? catalogue.byAlias(house) : [];
  return {
    names: more ? `${names}、${more}` : names,
    agencies: owners.length > 0 ? [owners] : [],
    end: at + all.length,
  };
}

const CNA =
  /[(【]?(\p{Script=Han}{2,6}?社)(記者|记者)?([\p{Script=Han}、·\s]{2,24}?)(?:(\d{1,2})月)?(\d{1,2})日(?:專|专|綜合外|综合外|外|綜合)?[電电](?:報導)?[)】]?/uy;
const LONGEST_CITY = 8;
/** Most Chinese names have three letters. */
const NAME_LETTERS = 3;

/** "（中央社記者戴雅真台北29日電）": reporter and city stand side by side. */
function cna(context: ReadingContext, at: number): DatelineMatch | null {
  const { text, catalogue } = context;
  CNA.lastIndex = at;
  const [all, printed, reporter, words, month, day] = CNA.exec(text) ?? [];
  const owners = printed ? catalogue.byAlias(printed) : [];
  if (all === undefined || !printed || !words || owners.length === 0) return null;
  if (!reporter && !/[(【]/.test(text.charAt(at))) return null;
  const start = text.indexOf(words, at);
  const cut = reporter ? cityStart(words) : 0;
  const slotStart = text.indexOf(printed, at);
  return {
    rule: 'cna',
    start: at,
    end: at + all.length,
    places: [cjkPlace(text, { start: start + cut, end: start + words.length })],
    date: {
      day: Number(day),
      month: month === undefined ? null : Number(month),
      year: null,
      end: at + all.length,
      form: 'day',
    },
    slot: slotOf({ start: slotStart, end: slotStart + printed.length, printed, owners }, []),
    byline: words.slice(0, cut).trim() || null,
  };
}

function cityStart(words: string): number {
  for (let length = Math.min(LONGEST_CITY, words.length - 2); length >= 2; length--) {
    if (countryOfCity(words.slice(-length)) !== null) return words.length - length;
  }
  const lastName = Math.max(words.lastIndexOf('、'), words.lastIndexOf(' ')) + 1;
  return Math.min(lastName + NAME_LETTERS, words.length - 1);
}
