/** Puts the marks of a language around the words of a search, unless they have marks of their own. */
export function quoting(open: string, close: string): (terms: string) => string {
  return (terms) => (terms.includes('"') ? terms : `${open}${terms}${close}`);
}
