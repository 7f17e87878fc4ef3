import { fold } from '../../config/fold.ts';
import type { CalendarName } from './calendars.ts';
import { MONTH_SUPPLEMENT, OTHER_CALENDAR_MONTHS } from './month-supplement.ts';

/** A month by number, in the calendar whose name it is. */
export type NamedMonth = { readonly month: number; readonly calendar: CalendarName };

/** Locales whose press prints dates; variants are here because they print other names or short forms. */
export const LOCALES =
  `en-US en-GB en-AU it fr fr-CA es es-MX es-PE es-UY de de-AT ru uk be bg sr sr-Latn mk hr bs sl cs sk
pl pt-BR pt-PT ca gl eu ro hu el sq tr az az-Cyrl uz uz-Cyrl kk ky tg mn hy ka nl da nb nn sv fi et lv
lt is ga mt lb he ar ar-SY ar-MA ar-DZ fa ps ur hi ne bn pa gu mr ta te kn ml si th lo km my vi id ms
fil sw am so ha af tk`.split(/\s+/);

/** With the day beside it a month stands in the genitive in the Slavic languages and in Greek. */
const STYLES: readonly Intl.DateTimeFormatOptions[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

type NamesByLanguage = ReadonlyMap<string, ReadonlyMap<string, NamedMonth>>;
let built: NamesByLanguage | null = null;

/**
 * The month a word names: in `language` if it has such a word, else in English, else in whatever
 * languages have it if they agree (`listopad` is October in Croatian and November in Czech).
 */
export function monthNamed(word: string, language: string | null): NamedMonth | null {
  const inLanguages = monthNames().get(fold(word));
  if (!inLanguages) return null;
  const own = inLanguages.get(baseLanguage(language) ?? '') ?? inLanguages.get('en');
  if (own) return own;
  const months = [...inLanguages.values()];
  const first = months[0];
  const agree = first && months.every((one) => one.month === first.month);
  return agree ? first : null;
}

/** `sr` of `sr-Latn-RS`. */
export function baseLanguage(language: string | null): string | null {
  return language?.split('-')[0]?.toLowerCase() ?? null;
}

function monthNames(): NamesByLanguage {
  built ??= buildMonthNames();
  return built;
}

function buildMonthNames(): NamesByLanguage {
  const names = new Map<string, Map<string, NamedMonth>>();
  const add = (name: string, language: string, found: NamedMonth) => {
    const key = fold(name);
    if (key === '' || /\d/.test(key)) return;
    const languages = names.get(key) ?? new Map<string, NamedMonth>();
    if (!languages.has(language)) languages.set(language, found);
    names.set(key, languages);
  };
  for (const locale of LOCALES) addLocale(locale, add);
  for (const [language, months] of MONTH_SUPPLEMENT) {
    months.forEach((forms, index) => {
      for (const form of forms.split(' ').filter(Boolean)) {
        add(form.replaceAll('_', ' '), language, { month: index + 1, calendar: 'gregorian' });
      }
    });
  }
  for (const [language, calendar, months] of OTHER_CALENDAR_MONTHS) {
    months.forEach((forms, index) => {
      for (const form of forms.split('|')) add(form, language, { month: index + 1, calendar });
    });
  }
  return names;
}

function addLocale(
  locale: string,
  add: (name: string, language: string, found: NamedMonth) => void,
): void {
  const language = baseLanguage(locale) ?? locale;
  for (const style of STYLES) {
    const format = new Intl.DateTimeFormat(locale, {
      ...style,
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    for (let month = 0; month < 12; month++) {
      const parts = format.formatToParts(Date.UTC(2024, month, 4));
      const name = parts.find((part) => part.type === 'month')?.value ?? '';
      add(name, language, { month: month + 1, calendar: 'gregorian' });
      // Hebrew writes "in September" as one word.
      if (language === 'he') add(`ב${name}`, language, { month: month + 1, calendar: 'gregorian' });
    }
  }
}
