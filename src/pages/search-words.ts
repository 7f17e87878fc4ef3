import { type Matcher, matcherOf } from '../search/matcher.ts';
import type { Fragment } from '../search/results.ts';
import { readTerms } from '../search/terms.ts';

/** Finds the words of a query in a text, as the results mark them. */
export function searchedWords(terms: string): Matcher {
  return matcherOf(readTerms(terms).used);
}

/** Cuts a text into fragments, the searched words marked; together they are the text. */
export function markWords(text: string, searched: Matcher): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let at = 0;
  for (const {
    span: [start, end],
  } of searched(text, Number.POSITIVE_INFINITY)) {
    if (start < at) continue;
    if (start > at) fragments.push({ text: text.slice(at, start), marked: false });
    fragments.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length || text === '') fragments.push({ text: text.slice(at), marked: false });
  return fragments;
}
