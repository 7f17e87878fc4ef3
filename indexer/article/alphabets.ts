/** Letters above ASCII of languages with Latin letters, and those of names they often print. */
const ALPHABETS: Readonly<Record<string, string>> = {
  hu: 'áéíóöőúüű',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  hr: 'čćđšž',
  bs: 'čćđšž',
  sl: 'čšž',
  ro: 'ăâîşşţșț',
  tr: 'çğıİöşüâîû',
  az: 'çəğıİöşü',
  fr: 'àâæçéèêëîïôœùûüÿ',
  it: 'àèéìíîòóùú',
  es: 'áéíñóúü',
  pt: 'áâãàçéêíóôõú',
  ca: 'àçèéíïòóúü·',
  de: 'äöüß',
  nl: 'áéèëïóöü',
  sv: 'åäöé',
  da: 'æøåé',
  nb: 'æøåé',
  no: 'æøåé',
  fi: 'äöå',
  et: 'äõöüšž',
  lv: 'āčēģīķļņšūž',
  lt: 'ąčęėįšųūž',
  is: 'áéíóúýðþæö',
  sq: 'çë',
  en: 'éèç',
};

/** Share of the Latin letters above ASCII that the language does not write with, 0 to 1. */
export function foreignLetters(text: string, language: string): number {
  const alphabet = ALPHABETS[language];
  const letters = alphabet
    ? (text.match(/[\u00aa-\u024f\u1e00-\u1eff]/g) ?? []).filter((char) => /\p{L}/u.test(char))
    : [];
  if (!alphabet || letters.length === 0) return 0;
  const foreign = letters.filter(
    (char) => !alphabet.includes(char.toLowerCase()) && !alphabet.includes(char),
  );
  return foreign.length / letters.length;
}
