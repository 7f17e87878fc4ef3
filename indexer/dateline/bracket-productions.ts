import { type PrintedDate, readDateAt } from '../dates/date-forms.ts';
import { agencyAtEnd, cjkPlaces, isCjkName } from './cjk-names.ts';
import type { DatelineMatch, Production, ReadingContext, Stretch } from './dateline-match.ts';
import { countryOfCity } from './known-places.ts';
import { isRubric } from './not-places.ts';
import type { Slot } from './slot.ts';

export const BRACKET_PRODUCTIONS: readonly Production[] = [bracketed];

const REACH = 100;
const OPEN = /[(【[]([^()[\]【】\n]{2,40})[)】\]]/gu;

/** Japanese and Korean datelines stand in brackets: 【ドーハ共同】, (서울=연합뉴스), (평양 7월 24일발 조선중앙통신). */
function bracketed(context: ReadingContext, at: number): DatelineMatch | null {
  const { text } = context;
  for (const found of text.slice(at, at + REACH).matchAll(OPEN)) {
    const inside = found[1] ?? '';
    const start = at + found.index;
    if (!/[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u.test(inside)) continue;
    const match = insideBrackets(context, inside, start + 1);
    const end = start + found[0].length;
    if (match && (found.index === 0 || match.sure)) {
      return { ...match.dateline, start, ...withReporters(context, end, match.dateline.byline) };
    }
  }
  return null;
}

type Inside = {
  /** An agency we know is named: such a dateline may also stand behind a headline. */
  readonly sure: boolean;
  readonly dateline: Omit<DatelineMatch, 'start' | 'end'>;
};

const FORMS: readonly ((context: ReadingContext, inside: string, at: number) => Inside | null)[] = [
  filed,
  equals,
  datedAgency,
  placeAgency,
];

function insideBrackets(context: ReadingContext, inside: string, at: number): Inside | null {
  for (const form of FORMS) {
    const found = form(context, inside, at);
    if (found) return found;
  }
  return null;
}

const FILED = /^(.*?)\s?((?:\d{4}年)?\d{1,2}[月월]\s?\d{1,2}[日일])\s?([発发발]?)\s?(.+)$/u;

/** "평양 7월 24일발 조선중앙통신", "平壌10月30日発朝鮮中央通信", "北京9月4日新華社". */
function filed(context: ReadingContext, inside: string, at: number): Inside | null {
  const [, place, day, filedMark, name] = FILED.exec(inside) ?? [];
  if (!place || !day || !name) return null;
  if (!filedMark && context.catalogue.byAlias(name).length === 0) return null;
  const date = readDateAt(context.text, at + inside.indexOf(day), yearless(context));
  return outcome(context, { rule: 'filed', place: stretch(at, place), date, names: [name] });
}

/** "서울=연합뉴스", "워싱턴 AP=연합뉴스", "AFP=時事", "ソウル=小池和樹". */
function equals(context: ReadingContext, inside: string, at: number): Inside | null {
  const [left, right, ...more] = inside.split(/\s?=\s?/);
  if (!left || !right || more.length > 0) return null;
  const words = left.split(' ');
  const agencies = words.filter((word) => context.catalogue.byAlias(word).length > 0);
  const place = words.filter((word) => !agencies.includes(word)).join(' ');
  const names = [...agencies, right];
  const where = place === '' ? null : stretch(at, place);
  const signed = context.catalogue.byAlias(right).length > 0;
  if (signed) return outcome(context, { rule: 'equals', place: where, date: null, names });
  const local = where ? agencyAtEnd(context.catalogue, place) : null;
  if (local) {
    const city = stretch(at, place.slice(0, -local.name.length));
    return outcome(
      context,
      { rule: 'equals', place: city, date: null, names: [local.name] },
      right,
    );
  }
  if (!where || !(countryOfCity(place) !== null || /^[\p{Script=Katakana}ー・]+$/u.test(place)))
    return null;
  if (/\p{Script=Hangul}/u.test(right)) return strangerOf(context, where, right);
  const places = cjkPlaces(context.text, where);
  const dateline = { rule: 'equals', places, date: null, slot: null, byline: right };
  return { sure: false, dateline };
}

/** "서울=연합인포맥스": an outlet we do not know. */
function strangerOf(context: ReadingContext, place: Stretch, printed: string): Inside {
  const slot: Slot = { ...NOBODY, ...place, printed, credit: printed };
  const places = cjkPlaces(context.text, place);
  return { sure: false, dateline: { rule: 'equals', places, date: null, slot, byline: null } };
}

const NOBODY = {
  agencies: [],
  credit: null,
  author: null,
  date: null,
  weak: false,
  bracketed: true,
} as const;

const DATED = /^(?:(\S+)\s)?((?:\d{1,2}月\s?)?\d{1,2}日)\s?(?!発)(\S.*)$/u;

/** "6月18日 AFP", "ワシントン 4日 ロイター". */
function datedAgency(context: ReadingContext, inside: string, at: number): Inside | null {
  const [, place, day, name] = DATED.exec(inside) ?? [];
  if (!day || !name || context.catalogue.byAlias(name).length === 0) return null;
  const dayAt = at + inside.indexOf(day);
  const date = readDateAt(context.text, dayAt, yearless(context)) ?? {
    day: Number.parseInt(day, 10),
    month: null,
    year: null,
    end: dayAt + day.length,
    form: 'day',
  };
  const where = place === undefined ? null : stretch(at, place);
  return outcome(context, { rule: 'datedAgency', place: where, date, names: [name] });
}

/** "ソウル聯合ニュース", "ドーハ共同"; words that are also terms need a city or a foreign name before them. */
function placeAgency(context: ReadingContext, inside: string, at: number): Inside | null {
  const { catalogue } = context;
  const whole = catalogue.byAlias(inside);
  if (whole.length > 0 && !catalogue.isWeak(inside)) {
    return outcome(context, { rule: 'agencyOnly', place: null, date: null, names: [inside] });
  }
  const signed = agencyAtEnd(catalogue, inside);
  if (!signed) return null;
  const place = inside.slice(0, -signed.name.length).trim();
  const foreign = /^[\p{Script=Katakana}ー・]+$/u.test(place) || countryOfCity(place) !== null;
  if (!isCjkName(place, 10) || (catalogue.isWeak(signed.name) && !foreign)) return null;
  const names = [signed.name];
  return outcome(context, { rule: 'placeAgency', place: stretch(at, place), date: null, names });
}

type Parts = {
  readonly rule: string;
  readonly place: Stretch | null;
  readonly date: PrintedDate | null;
  readonly names: readonly string[];
};

function outcome(
  context: ReadingContext,
  { rule, place, date, names }: Parts,
  byline: string | null = null,
): Inside | null {
  const { text, catalogue } = context;
  const city = place ? text.slice(place.start, place.end) : '';
  if (place && (!isCjkName(city, 16) || isRubric(city))) return null;
  const agencies = names.map((name) => catalogue.byAlias(name)).filter((all) => all.length > 0);
  const strangers = names.filter((name) => catalogue.byAlias(name).length === 0);
  if (agencies.length === 0) return null;
  const slot: Slot = {
    ...NOBODY,
    start: place?.start ?? 0,
    end: place?.end ?? 0,
    printed: names.join('='),
    agencies,
    credit: strangers[0] ?? null,
  };
  const places = place ? cjkPlaces(text, place) : [];
  return { sure: place !== null, dateline: { rule, places, date, slot, byline } };
}

function stretch(start: number, printed: string): Stretch {
  return { start, end: start + printed.length };
}

function yearless({ language }: ReadingContext): { language: string | null; yearless: true } {
  return { language, yearless: true };
}

const REPORTERS =
  /\s?([\p{Script=Hangul}·,\s]{2,30}?)(?:\s(?:기자|특파원|통신원|인턴기자))?\s?=(?=\s)/uy;

/** "이재영 기자 =" behind the brackets. */
function withReporters(
  { text }: ReadingContext,
  end: number,
  byline: string | null,
): { end: number; byline: string | null } {
  REPORTERS.lastIndex = end;
  const found = REPORTERS.exec(text);
  if (!found?.[1]) return { end, byline };
  return { end: end + found[0].length, byline: found[1].trim() };
}
