/** The forms of one phrase by plural category; `#` stands for the number. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Makes a phrase that agrees with its number, written the way the language writes numbers. */
export function count(language: string, forms: Forms): (n: number) => string {
  const rules = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  return (n) => (forms[rules.select(n)] ?? forms.other).replace('#', figures.format(n));
}
