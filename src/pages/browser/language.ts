// Runs on the server, for the pages, and in browsers, for the element: nothing of Node and nothing of the DOM.

/** The forms of one phrase by plural category; `#` stands for the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Makes a phrase that agrees with its number, written the way the language writes numbers. */
export function count(language: string, forms: Forms): (n: number) => string {
  const rules = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  return (n) => (forms[rules.select(n)] ?? forms.other).replace('#', figures.format(n));
}

/** The language itself ("pt-BR"), else the one without region ("pt"), else that of another region. */
export function nearestLanguage(tag: string, known: readonly string[]): string | undefined {
  const [primary = ''] = tag.split('-');
  return (
    known.find((one) => isSameTag(one, tag)) ??
    known.find((one) => isSameTag(one, primary)) ??
    known.find((one) => isSameTag(one.split('-')[0] ?? '', primary))
  );
}

/** Tags of languages are the same in capitals and small letters (RFC 5646, 2.1.1). */
export function isSameTag(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** English alone needs a country to write the day before the month, as archives do. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
