import { NOBODY } from '../matcher.ts';
import { roleOf } from '../roles.ts';
import type { Hit } from '../scan-words.ts';
import { toWordText, type WordText } from '../words.ts';
import { toNameKey } from './name-key.ts';
import type { PersonModel } from './person-model.ts';
import { type PersonSpan, tagPeople } from './tag-people.ts';

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
  /** Title or office printed beside the name, at its first mention that has one. */
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
  const spans = tagPeople(text, model).filter(
    (span) => isFullName(span.text) && !taken.some((other) => overlaps(span, other)),
  );
  if (spans.length === 0) return [];
  const words = toWordText(text, null);
  const hits = toHits(words, [...taken, ...spans]);
  const candidates = new Map<string, Candidate>();
  for (const span of spans) {
    const key = toNameKey(span.text);
    const hit = hits.find(({ start }) => start === span.start);
    const role = hit ? roleOf(words, hit, hits) : null;
    candidates.set(key, merge(candidates.get(key), span, key, role));
  }
  return [...candidates.values()];
}

/** Two words at least, of which one is no title: a name in one word with a hyphen is half a name or none. */
function isFullName(printed: string): boolean {
  return /\s/.test(printed) && toNameKey(printed).includes(' ');
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

/** The places of a list as hits among the words of the text, for what is printed beside them. */
function toHits({ words }: WordText, places: readonly TextSpan[]): Hit[] {
  const sorted = [...places].sort((left, right) => left.start - right.start);
  let at = 0;
  return sorted.map(({ start, end }) => {
    while (at < words.length && (words[at]?.end ?? 0) <= start) at += 1;
    let last = at;
    while (last + 1 < words.length && (words[last + 1]?.start ?? end) < end) last += 1;
    return { owner: NOBODY, start, end, first: at, last, tier: 'discovered' };
  });
}
