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
}

/** Words for a BCP 47 tag; English for languages we do not have. */
export function elementWords(tag: string): ElementWords {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  const language = primary in LANGUAGES ? primary : 'en';
  const { alsoKnownAs, suggestions, ...words } = LANGUAGES[language] as ElementLanguage;
  const rules = new Intl.PluralRules(language);
  return {
    ...words,
    alsoKnownAs: (name) => alsoKnownAs.replace('#', () => name),
    found: (count) =>
      (suggestions[rules.select(count)] ?? suggestions.other).replace('#', String(count)),
  };
}
