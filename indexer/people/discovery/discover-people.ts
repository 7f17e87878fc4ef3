import { toNameKey } from './name-key.ts';
import type { PersonModel } from './person-model.ts';
import { type PersonSpan, tagPeople } from './tag-people.ts';
import { type Token, tokenize } from './tokenize.ts';
import { LEXICON } from './word-facts.ts';
import { CASE } from './word-shape.ts';

/** Where something stands in a text, in UTF-16 units, end exclusive. */
export type TextSpan = { readonly start: number; readonly end: number };

/** A full name in one document that nobody in the authority file bears. */
export type Candidate = {
  /** The name folded, titles stripped, order kept: the same for all printings of it. */
  readonly key: string;
  /** The name and its place at the first mention. */
  readonly asPrinted: string;
  readonly span: TextSpan;
  /** Mentions in full in this document. */
  readonly count: number;
  /** That of the surest mention, 0 to 1. */
  readonly confidence: number;
  /** Title or office printed before the name, at its first mention that has one. */
  readonly role?: string | undefined;
};

/**
 * Finds people by their full names (two words or more). `taken` are the mentions already
 * linked to the authority file: a name that overlaps one of them is not reported.
 */
export function discoverPeople(
  text: string,
  taken: readonly TextSpan[],
  model: PersonModel,
): Candidate[] {
  const tokens = tokenize(text);
  const candidates = new Map<string, Candidate>();
  for (const span of tagPeople(text, model)) {
    const key = toNameKey(span.text);
    if (!key.includes(' ') || taken.some((other) => overlaps(span, other))) continue;
    candidates.set(key, merge(candidates.get(key), span, key, findRole(text, tokens, span, model)));
  }
  return [...candidates.values()];
}

function overlaps(left: TextSpan, right: TextSpan): boolean {
  return left.start < right.end && right.start < left.end;
}

function merge(
  known: Candidate | undefined,
  span: PersonSpan,
  key: string,
  role: string | null,
): Candidate {
  const printedRole = known?.role ?? role;
  return {
    key,
    asPrinted: known?.asPrinted ?? span.text,
    span: known?.span ?? { start: span.start, end: span.end },
    count: (known?.count ?? 0) + 1,
    confidence: Math.max(known?.confidence ?? 0, span.confidence),
    ...(printedRole === null ? {} : { role: printedRole }),
  };
}

/** "ministro degli Esteri russo": how many words an office may have. */
const LONGEST_ROLE = 6;

/** The words from the farthest title before the name up to the name, when no mark or verb stands between. */
function findRole(
  text: string,
  tokens: readonly Token[],
  span: TextSpan,
  model: PersonModel,
): string | null {
  const first = tokens.findIndex(({ start }) => start >= span.start);
  let role: string | null = null;
  for (let index = first - 1; index >= Math.max(0, first - LONGEST_ROLE); index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const word = model.readWord(token.text);
    const isWord = word.case >= CASE.lower && word.case <= CASE.initial;
    if (!isWord || (word.lexicon & LEXICON.saying) !== 0) break;
    if ((word.lexicon & LEXICON.title) !== 0) role = text.slice(token.start, span.start).trim();
  }
  return role;
}
