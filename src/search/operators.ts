/** Something in the typed words that other searches understand and this one does not, and the way to say it here. */
export type Operator = { readonly written: string; readonly hint: string };

type Rule = { readonly pattern: RegExp; readonly hint: string };

const FIELDS = 'title|headline|text|body|author|agency|source|person|people|place|location|lang';

/** What stands in quotes is a phrase and is not looked at. */
const RULES: readonly Rule[] = [
  {
    pattern: /(?<!\S)(?:OR|\|\|?)(?!\S)/u,
    hint: 'Words cannot be alternatives: ask twice, or repeat a filter such as agency, whose values are.',
  },
  {
    pattern: /(?<!\S)(?:AND|&&)(?!\S)/u,
    hint: 'Leave it out: all the words must be there anyway.',
  },
  { pattern: /(?<!\S)NOT(?!\S)/u, hint: 'Write -word to exclude a word.' },
  {
    pattern: /(?<!\S)(?:NEAR|ADJ)(?:\/?\d+)?(?!\S)/u,
    hint: 'Write "the words in quotes" to find them side by side.',
  },
  {
    pattern: /[\p{L}\p{N}"]~\d*(?!\S)/u,
    hint: 'Leave it out: small misspellings are forgiven anyway.',
  },
  {
    pattern: /[\p{L}\p{N}]\*|\*[\p{L}\p{N}]/u,
    hint: 'Leave it out: the last word is found by its beginning anyway.',
  },
  {
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${FIELDS}|from|to|date|site|url):\\S`, 'iu'),
    hint: 'Fields cannot be named among the words; agency, person, place, lang, from and to are parameters of their own.',
  },
];

/**
 * Finds the first operator that would be searched for as a word or be passed over in silence; `null`
 * when there is none. Words in capitals only, as in a pasted headline, are words.
 */
export function unsupportedOperator(typed: string): Operator | null {
  const bare = typed.replace(/"([^"]*)(?:"|$)/g, (_, inside) => `"${'_'.repeat(inside.length)}"`);
  const isShouted = !/\p{Ll}/u.test(bare);
  for (const { pattern, hint } of RULES) {
    const found = pattern.exec(bare)?.[0];
    if (found !== undefined && !(isShouted && /^\p{Lu}+$/u.test(found))) {
      return { written: found, hint };
    }
  }
  return null;
}
