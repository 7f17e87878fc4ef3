import type { Match, Matcher, Span } from './matcher.ts';
import type { Fragment } from './results.ts';

/** How much text around the matched words is shown, in UTF-16 units. */
const SNIPPET_LENGTH = 280;
const LEAD = 60;
export const ENOUGH_MATCHES = 60;

/** What was found where; a number of a term that no term has counts as one more different word. */
type Place = Pick<Match, 'span' | 'term'>;

/** The whole text with the matched words marked. */
export function marked(text: string, matcher: Matcher): readonly Fragment[] {
  return fragmentsOf(
    text,
    [0, text.length],
    matcher(text, ENOUGH_MATCHES).map(({ span }) => span),
  );
}

/**
 * The piece of the text that shows most of the different words, else its beginning. `alsoMark` are
 * stretches that matched for another reason, such as a person found under another name. `opening` is
 * where the dispatch proper begins: what stands before it, such as a source line, is shown only when
 * nothing matches behind it.
 */
export function snippetOf(
  text: string,
  matcher: Matcher,
  alsoMark: readonly Span[] = [],
  opening = 0,
): readonly Fragment[] {
  const matches: readonly Place[] = [
    ...matcher(text, ENOUGH_MATCHES),
    ...alsoMark.map((span) => ({ span, term: -1 })),
  ].sort((a, b) => a.span[0] - b.span[0]);
  const behind = matches.filter(({ span }) => span[0] >= opening);
  const first = behind.length > 0 || matches.length === 0 ? opening : 0;
  const start = bestStart(behind.length > 0 ? behind : matches, first);
  return fragmentsOf(
    text,
    windowAround(text, start, first),
    matches.map(({ span }) => span),
    first,
  );
}

/** Where to begin so that the most different terms are seen; of equals the first. */
function bestStart(matches: readonly Place[], fallback: number): number {
  let best = { start: fallback, seen: 0 };
  matches.forEach(({ span: [start] }, first) => {
    const seen = new Set<number>();
    for (const match of matches.slice(first)) {
      if (match.span[1] > start + SNIPPET_LENGTH - LEAD) break;
      seen.add(match.term);
    }
    if (seen.size > best.seen) best = { start, seen: seen.size };
  });
  return best.start;
}

/** The window, moved to the edges of words. */
function windowAround(text: string, start: number, first: number): Span {
  const wanted = Math.max(first, Math.min(start - LEAD, text.length - SNIPPET_LENGTH));
  const from = wanted === first ? first : afterSpace(text, wanted);
  const to = from + SNIPPET_LENGTH;
  if (to >= text.length) return [from, text.length];
  const space = text.lastIndexOf(' ', to);
  return [from, space > from + SNIPPET_LENGTH / 2 ? space : wholeCharacter(text, to)];
}

function afterSpace(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space >= 0 && space < at + LEAD / 2 ? space + 1 : wholeCharacter(text, at);
}

/** Never between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}

function fragmentsOf(
  text: string,
  [from, to]: Span,
  spans: readonly Span[],
  first = 0,
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  const add = (start: number, end: number, isMarked: boolean) => {
    const piece = text.slice(start, end).replace(/\s+/g, ' ');
    if (piece !== '') fragments.push({ text: piece, marked: isMarked });
  };
  if (from > first) fragments.push({ text: '… ', marked: false });
  let at = from;
  for (const [start, end] of spans) {
    if (start < at || end > to) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  if (to < text.length) fragments.push({ text: ' …', marked: false });
  return fragments;
}
