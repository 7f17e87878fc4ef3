import { LANGUAGES } from './element-languages.js';

/** What a language has to say in the element; `#` stands for a name or a number. */
export interface ElementLanguage {
  readonly label: string;
  readonly button: string;
  readonly placeholder: string;
  readonly groups: Readonly<Record<'people' | 'agencies' | 'places' | 'headlines', string>>;
  readonly alsoKnownAs: string;
  readonly suggestions: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
    readonly other: string;
  };
}

/** The words of the element, in one language. */
export interface ElementWords
  extends Pick<ElementLanguage, 'label' | 'button' | 'placeholder' | 'groups'> {
  readonly alsoKnownAs: (name: string) => string;
  readonly found: (count: number) => string;
  /** "1989", "1989-11" or "1989-11-09" as the language writes it, no more precise than it is. */
  readonly date: (partial: string) => string;
}

/** Words for a BCP 47 tag; English for languages we do not have. */
export function elementWords(tag: string): ElementWords {
  const language = nearestLanguage(tag.toLowerCase());
  const { alsoKnownAs, suggestions, ...words } = LANGUAGES[language] as ElementLanguage;
  const rules = new Intl.PluralRules(language);
  return {
    ...words,
    alsoKnownAs: (name) => alsoKnownAs.replace('#', () => name),
    found: (count) =>
      (suggestions[rules.select(count)] ?? suggestions.other).replace('#', String(count)),
    date: (partial) => writeDate(partial, language),
  };
}

/** The language itself, else the one without region, else that of another region. */
function nearestLanguage(tag: string): string {
  const [primary = ''] = tag.split('-');
  const known = Object.keys(LANGUAGES);
  const named = (wanted: string) => known.find((one) => one.toLowerCase() === wanted);
  return named(tag) ?? named(primary) ?? known.find((one) => one.split('-')[0] === primary) ?? 'en';
}

function writeDate(partial: string, language: string): string {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(partial)) return partial;
  const precision = partial.split('-').length;
  // English alone needs a country to write the day before the month, as archives do.
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: precision > 1 ? 'short' : undefined,
    day: precision > 2 ? 'numeric' : undefined,
    timeZone: 'UTC',
  }).format(new Date(partial));
}
