import { readPrintedDate } from '../dates/printed-date.ts';
import { type DateClaim, mostTrusted, TRUST } from './date-claim.ts';
import { isOfTheWeb, plausible } from './page-day.ts';

const HAS_FIGURE = /[\p{Nd}一二三四五六七八九十]/u;

const LABELLED_UPDATE =
  /^\W*(?:last )?(?:updated?|modified|aggiornat|ultimo aggiornamento|actualizad|mis à jour|aktualisiert|обновлено|©|copyright)/iu;

/** Longest rest of a line that still gives a date and does not tell a story ("Datum: …, Seite 1"). */
const MAX_BESIDE_DATE = 20;
/** The same on pages of the web, where name, place and counters stand beside it; a longer line is text. */
const MAX_BESIDE_WEB_DATE = 100;
const MAX_DATE = 60;

/** Dates printed beside headline and text; `others` tell the day they are near to. */
export function printedClaims(
  near: readonly string[],
  language: string | null,
  others: readonly DateClaim[],
): DateClaim[] {
  const anchor = mostTrusted(others)?.date ?? null;
  const day = anchor && anchor.length === 10 ? anchor : null;
  return near.slice(0, 30).flatMap((text, index) => {
    if (text.length > MAX_BESIDE_WEB_DATE + MAX_DATE || !HAS_FIGURE.test(text)) return [];
    if (LABELLED_UPDATE.test(text)) return [];
    const found = readPrintedDate(text, language, day);
    const date = found ? plausible(found.date) : null;
    if (!found || !date || date.length < 10) return [];
    const most = isOfTheWeb(date) ? MAX_BESIDE_WEB_DATE : MAX_BESIDE_DATE;
    if (text.length - found.printed.length > most) return [];
    return [
      {
        date,
        rule: 'printed',
        printed: found.printed,
        trust: TRUST.printedNearHeadline - index * 0.5,
      },
    ];
  });
}
