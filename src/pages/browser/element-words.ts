/** The words of the element, in one language. */
export interface ElementWords {
  readonly label: string;
  readonly button: string;
  readonly placeholder: string;
  readonly groups: Readonly<Record<'people' | 'agencies' | 'places' | 'headlines', string>>;
  readonly alsoKnownAs: (name: string) => string;
  readonly found: (count: number) => string;
}

const en: ElementWords = {
  label: 'Search the dispatches',
  button: 'Search',
  placeholder: 'Words, names, a "phrase"',
  groups: { people: 'People', agencies: 'Agencies', places: 'Places', headlines: 'Dispatches' },
  alsoKnownAs: (name) => `also ${name}`,
  found: (count) => (count === 1 ? '1 suggestion' : `${count} suggestions`),
};

const it: ElementWords = {
  label: 'Cerca nei dispacci',
  button: 'Cerca',
  placeholder: 'Parole, nomi, una "frase"',
  groups: { people: 'Persone', agencies: 'Agenzie', places: 'Luoghi', headlines: 'Dispacci' },
  alsoKnownAs: (name) => `anche ${name}`,
  found: (count) => (count === 1 ? '1 suggerimento' : `${count} suggerimenti`),
};

const LANGUAGES: Readonly<Record<string, ElementWords>> = { en, it };

/** Words for a BCP 47 tag; English for languages we do not have. */
export function elementWords(language: string): ElementWords {
  return LANGUAGES[language.toLowerCase().split('-')[0] ?? ''] ?? en;
}
