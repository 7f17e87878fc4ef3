import type { AgencyCatalogue } from '../../config/agencies.ts';
import { MISSPELT } from '../dates/misspelt-month.ts';
import { baseLanguage } from '../dates/month-names.ts';
import { type ResolvedDate, resolveDate, type WrittenDate } from '../dates/resolve-date.ts';
import type { Confidence, Dateline } from '../dispatch.ts';
import type { DatelineMatch, PlaceStretch, Stretch } from './dateline-match.ts';
import { type FoundDateline, findDateline } from './find-dateline.ts';
import type { Opening } from './opening.ts';

/** The dateline as the dispatch keeps it, and the match it was made from. */
export type ReadDateline = FoundDateline & {
  readonly dateline: Dateline;
  readonly resolved: ResolvedDate;
};

/** Finds the opening's dateline and gives its date a year. */
export function readDateline(opening: Opening, catalogue: AgencyCatalogue): ReadDateline | null {
  const found = findDateline(opening.blocks, opening.language, catalogue);
  if (!found) return null;
  const { match } = found;
  const resolved = datelineDate(match, opening);
  const [start, end] = sourceSpan(found, match);
  const dateline: Dateline = {
    text: found.block.text.slice(start, end),
    span: [found.block.start + start, found.block.start + end],
    places: match.places.map((place) => printedPlace(found, place)),
    day: resolved.day,
    month: resolved.month,
    year: match.date?.year ?? null,
    date: resolved.date,
    lagDays: resolved.lagDays,
    rule: match.rule,
    confidence: datelineConfidence(match, resolved),
  };
  return { ...found, dateline, resolved };
}

/** With a page date `04/09` is told by nearness; without, by the habit of who wrote it, and doubted. */
function datelineDate(match: DatelineMatch, { language, published }: Opening): ResolvedDate {
  const written: WrittenDate = match.date ?? { day: null, month: null, year: null };
  if (match.date?.form === MISSPELT) return doubted(resolveDate(written, published));
  if (!written.ambiguous || published) return resolveDate(written, published);
  const order = dayOrder(match, language);
  if (order === null) return resolveDate(written, null);
  const { day, month, year } = written;
  const settled = order === 'day-first' ? { day, month, year } : { day: month, month: day, year };
  return { ...resolveDate(settled, null), confidence: 'low' };
}

function doubted(resolved: ResolvedDate): ResolvedDate {
  return resolved.confidence === 'high' ? { ...resolved, confidence: 'medium' } : resolved;
}

function dayOrder(
  { slot }: DatelineMatch,
  language: string | null,
): 'day-first' | 'month-first' | null {
  const agency = slot?.agencies[0]?.[0];
  if (agency) return agency.country === 'US' ? 'month-first' : 'day-first';
  const elsewhere = language !== null && baseLanguage(language) !== 'en';
  return elsewhere ? 'day-first' : null;
}

/** An agency or a date vouches for the dateline; a doubtful date makes it doubtful. */
function datelineConfidence({ slot, date }: DatelineMatch, resolved: ResolvedDate): Confidence {
  if (date && resolved.date && resolved.confidence === 'low') return 'low';
  const named = (slot?.agencies.length ?? 0) > 0;
  if (named) return resolved.date ? resolved.confidence : 'high';
  return date || slot ? 'medium' : 'low';
}

function printedPlace(
  found: FoundDateline,
  { name, qualifiers }: PlaceStretch,
): Dateline['places'][number] {
  const qualifier = qualifiers.map((part) => printed(found, part)).join(', ');
  return { name: printed(found, name), ...(qualifier === '' ? {} : { qualifier }) };
}

/** The words of a stretch as the source prints them, on one line, without invisible characters. */
function printed(found: FoundDateline, stretch: Stretch): string {
  if (found.opening.closedUp) return found.opening.text.slice(stretch.start, stretch.end);
  const words = found.block.text.slice(...sourceSpan(found, stretch));
  return words
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function sourceSpan({ opening }: FoundDateline, { start, end }: Stretch): [number, number] {
  return [opening.sourceOffset(start), opening.sourceOffset(end - 1) + 1];
}
