import type { Agency } from '../../config/agencies.ts';
import { baseLanguage } from '../dates/month-names.ts';

/** What may tell agencies apart that sign with the same letters. */
export type Circumstances = {
  /** Countries of the dateline's places, where known. */
  readonly countries: readonly string[];
  readonly language: string | null;
  /** Year of the page, against agencies that no longer exist. */
  readonly year: number | null;
  /** The letters are also a word or another body's: language or place must agree. */
  readonly weak: boolean;
  /** Whether the place is printed in capitals. */
  readonly capitals: boolean;
  /** Whose site the page is, when it is an agency's own. */
  readonly publisher: string | null;
};

/** States that are gone: cities are known under the country they lie in today. */
const TODAY: Readonly<Record<string, string>> = { DD: 'DE', SU: 'RU', YU: 'RS', CS: 'CZ' };

type Step = (agency: Agency, circumstances: Circumstances) => boolean;

/** Each step keeps those it speaks for; the first that leaves one decides. */
const STEPS: readonly Step[] = [
  ({ id }, { publisher }) => id === publisher,
  ({ country }, { countries }) => countries.includes(TODAY[country] ?? country),
  (agency, { language }) => !agency.homeOnly && agency.languages.includes(language ?? ''),
  ({ languages }, { language }) => languages[0] === language,
  ({ capitals }, circumstances) => capitals === circumstances.capitals,
];

/**
 * Who of those sharing a name is meant; all who remain when nothing tells them apart, none when each
 * is one that signs so only at home.
 */
export function tellApart(
  owners: readonly Agency[],
  circumstances: Circumstances,
): readonly Agency[] {
  const { year } = circumstances;
  let left = owners.filter((agency) => isAtHome(agency, circumstances));
  if (circumstances.weak) left = left.filter((agency) => speaksFor(agency, circumstances));
  const living = left.filter(({ ended }) => year === null || ended === undefined || year <= ended);
  if (living.length > 0) left = living;
  for (const step of STEPS) {
    if (left.length < 2) break;
    const kept = left.filter((agency) => step(agency, circumstances));
    if (kept.length > 0) left = kept;
  }
  return left;
}

function speaksFor(agency: Agency, { countries, language }: Circumstances): boolean {
  if (language === null || agency.languages.includes(baseLanguage(language) ?? '')) return true;
  return countries.includes(agency.country);
}

function isAtHome(agency: Agency, { countries, language }: Circumstances): boolean {
  if (!agency.homeOnly) return true;
  return countries.length > 0
    ? countries.includes(agency.country)
    : agency.languages[0] === language;
}
