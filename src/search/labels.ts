import type { FacetName } from './query.ts';

/** The names readers know, in their language; an id without one is its own name. */
export type Labels = {
  readonly labelOf: (facet: FacetName, value: string, language: string) => string;
};

/** Knows the languages (by `Intl`) and leaves every other id as it is. */
export const plainLabels: Labels = {
  labelOf: (facet, value, language) => (facet === 'lang' ? languageName(value, language) : value),
};

/** "Italian", "italiano": the name of the language `code` for readers of `language`. */
export function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** "Kim Yo Jong (unconfirmed)". */
export function withRemark(name: string, remark: string): string {
  return `${name} (${remark})`;
}

/** The name that `withRemark` was given. */
export function withoutRemark(label: string, remark: string): string {
  return label.replace(` (${remark})`, '');
}
