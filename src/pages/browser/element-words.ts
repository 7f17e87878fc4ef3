import { LANGUAGES } from './element-languages.js';
import { count, type Forms, localeOf, nearestLanguage } from './language.ts';

/** What a language has to say in the element; `#` stands for a name or a number. */
export interface ElementLanguage {
  readonly label: string;
  readonly button: string;
  readonly placeholder: string;
  readonly groups: Readonly<Record<'people' | 'agencies' | 'places' | 'headlines', string>>;
  readonly alsoKnownAs: string;
  readonly suggestions: Forms;
}

/** The words of the element, in one language. */
export interface ElementWords
  extends Pick<ElementLanguage, 'label' | 'button' | 'placeholder' | 'groups'> {
  readonly alsoKnownAs: (name: string) => string;
  readonly found: (count: number) => string;
  readonly number: (count: number) => string;
  /** "1989", "1989-11" or "1989-11-09" as the language writes it, no more precise than it is. */
  readonly date: (partial: string) => string;
}

/** Words for a BCP 47 tag; English for languages we do not have. */
export function elementWords(tag: string): ElementWords {
  const language = nearestLanguage(tag, Object.keys(LANGUAGES)) ?? 'en';
  const { alsoKnownAs, suggestions, ...words } = LANGUAGES[language] as ElementLanguage;
  return {
    ...words,
    alsoKnownAs: (name) => alsoKnownAs.replace('#', () => name),
    found: count(language, suggestions),
    number: new Intl.NumberFormat(language).format,
    date: (partial) => writeDate(partial, language),
  };
}

function writeDate(partial: string, language: string): string {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(partial)) return partial;
  const precision = partial.split('-').length;
  return new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: precision > 1 ? 'short' : undefined,
    day: precision > 2 ? 'numeric' : undefined,
    timeZone: 'UTC',
  }).format(new Date(partial));
}
