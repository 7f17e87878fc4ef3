import type { Mention } from '../dispatch.ts';
import { aloneMentions, bearersOf, laterMentions, markStrangers } from './coreference.ts';
import { withoutEponyms } from './eponym-filter.ts';
import { classOf, isUnspaced } from './letters.ts';
import { NOBODY, type PeopleMatcher } from './matcher.ts';
import { roleOf, unspacedRoleOf } from './roles.ts';
import { scanKeys } from './scan-keys.ts';
import { scanUnspaced } from './scan-unspaced.ts';
import { type Hit, scanWords } from './scan-words.ts';
import { toWordText, type WordText } from './words.ts';

/** One field of a dispatch, in reading order: headline, standfirst, text. */
export type Segment = { readonly field: NonNullable<Mention['field']>; readonly text: string };

/** One place where a person is printed. */
export type Occurrence = {
  readonly person: string;
  readonly field: Segment['field'];
  readonly span: readonly [number, number];
  readonly tier: string;
};

/** Who is in a dispatch. */
export type PeopleReading = {
  /** Ids in order of first mention. */
  readonly people: readonly string[];
  /** Every name of these people in every script, for the search index. */
  readonly names: readonly string[];
  readonly mentions: readonly Mention[];
  /** Every place where one of them is printed, in order. */
  readonly occurrences: readonly Occurrence[];
  /** Places that print a name and mean nobody: streets and schools, rejected names. */
  readonly refused: readonly Pick<Occurrence, 'field' | 'span'>[];
};

type ReadSegment = WordText & { readonly field: Segment['field']; hits: readonly Hit[] };

/**
 * Finds the people of the authority in one dispatch. Full names first, then what the dispatch calls them
 * afterwards; a family name that two people bear is nobody's. `language` is BCP 47 or null.
 */
export function findPeople(
  dispatch: string | readonly Segment[],
  language: string | null,
  matcher: PeopleMatcher,
): PeopleReading {
  const segments =
    typeof dispatch === 'string' ? [{ field: 'text', text: dispatch } as const] : dispatch;
  const read = segments.map((segment): ReadSegment => readSegment(segment, language, matcher));
  const alone = read.map((segment) => aloneMentions(segment, segment.hits, matcher));
  const owners = new Set(
    [...read.flatMap(({ hits }) => hits), ...alone.flat()].map(({ owner }) => owner),
  );
  owners.delete(NOBODY);
  const bearers = bearersOf(matcher, owners);
  for (const segment of read) {
    if (segment.field === 'text') markStrangers(segment, segment.hits, bearers, matcher);
  }
  const refused = read.flatMap(({ field, hits }) =>
    hits
      .filter(({ owner }) => owner === NOBODY)
      .map(({ start, end }) => ({ field, span: [start, end] as const })),
  );
  for (const [at, segment] of read.entries()) {
    const found = merge(segment.hits, alone[at] ?? []);
    segment.hits = merge(found, laterMentions(segment, found, bearers, matcher)).filter(
      ({ owner }) => owner !== NOBODY,
    );
  }
  return { ...toReading(read, matcher), refused };
}

function readSegment(
  { field, text }: Segment,
  language: string | null,
  matcher: PeopleMatcher,
): ReadSegment {
  const input = toWordText(text, language);
  const exact = scanWords(input, matcher);
  const spaced = withoutEponyms(input, merge(exact, scanKeys(input, exact, matcher.keys)));
  const hits = hasUnspaced(text) ? merge(spaced, scanUnspaced(text, matcher)) : spaced;
  return { ...input, field, hits };
}

function hasUnspaced(text: string): boolean {
  for (let at = 0; at < text.length; at++)
    if (isUnspaced(classOf(text.charCodeAt(at)))) return true;
  return false;
}

function merge(a: readonly Hit[], b: readonly Hit[]): Hit[] {
  return [...a, ...b].sort((one, other) => one.start - other.start);
}

function toReading(
  read: readonly ReadSegment[],
  matcher: PeopleMatcher,
): Omit<PeopleReading, 'refused'> {
  const mentions = new Map<number, Mention>();
  const occurrences: Occurrence[] = [];
  for (const segment of read) {
    for (const hit of segment.hits) {
      const person = matcher.people[hit.owner];
      if (!person) continue;
      const found = toMention(segment, hit, person.id);
      occurrences.push({
        person: person.id,
        field: segment.field,
        span: [hit.start, hit.end],
        tier: hit.tier,
      });
      mentions.set(hit.owner, joined(mentions.get(hit.owner), found));
    }
  }
  return {
    people: [...mentions.values()].map(({ person }) => person),
    names: [...mentions.keys()].flatMap((owner) => matcher.names[owner] ?? []),
    mentions: [...mentions.values()],
    occurrences,
  };
}

function toMention(segment: ReadSegment, hit: Hit, person: string): Mention {
  const role =
    hit.first === NOBODY ? unspacedRoleOf(segment.text, hit) : roleOf(segment, hit, segment.hits);
  return {
    person,
    asPrinted: segment.text.slice(hit.start, hit.end),
    ...(role ? { role } : {}),
    ...(segment.field === 'text' ? {} : { field: segment.field }),
    span: [hit.start, hit.end],
    count: 1,
    tier: hit.tier,
  };
}

/** One mention a person: the first full one of the text, else the first; the first role; the sum. */
function joined(before: Mention | undefined, next: Mention): Mention {
  if (before === undefined) return next;
  const isBetter = before.field !== undefined && next.field === undefined;
  const chosen = isBetter ? next : before;
  const role = before.role ?? next.role;
  return { ...chosen, ...(role ? { role } : {}), count: before.count + 1 };
}
