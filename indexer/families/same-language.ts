import type { FamilyMember } from './family-member.ts';
import { likeness } from './sketch.ts';

export type Kinship = 'reprint' | 'excerpt' | 'version';

/**
 * How alike two texts of one agency and day must be to be versions of one dispatch. The shorter they
 * are, the more of it is set phrases: two greetings of one day to two ministers share half of their
 * words. Chosen on 560,000 pairs of different dispatches of one agency: these steps let none of them
 * through. Of long ones, the most alike resemble each other by 0.11, and versions by 0.22 and more.
 */
const VERSION_FROM: readonly { readonly words: number; readonly resemblance: number }[] = [
  { words: 500, resemblance: 0.2 },
  { words: 250, resemblance: 0.33 },
  { words: 120, resemblance: 0.4 },
  { words: 0, resemblance: 0.7 },
];
const REPRINT_FROM = 0.8;
/** An excerpt stands in a longer text almost word for word, and is long enough to be no set phrase. */
const EXCERPT_FROM = 0.85;
const EXCERPT_SHARED = 16;
const EXCERPT_LENGTH = 0.8;
/** Anything shorter is a caption or a set phrase, and says nothing unless it is all the same. */
const SHORTEST_WORDS = 25;
/** Pages that name one another as source need not be as alike. */
const CITED_FROM = 0.2;

/** How two dispatches in one language belong together; `null` when they don't. */
export function kinship(first: FamilyMember, second: FamilyMember): Kinship | null {
  // A dispatch of another day is another dispatch, however alike: agencies fill in forms.
  if (differ(first.sentOn, second.sentOn)) return null;
  const { resemblance, firstInSecond, secondInFirst, shared } = likeness(
    first.sketch,
    second.sketch,
  );
  const words = Math.min(first.words, second.words);
  if (words < SHORTEST_WORDS) return resemblance === 1 ? 'reprint' : null;
  if (resemblance >= REPRINT_FROM) return 'reprint';
  const isShorter = words <= EXCERPT_LENGTH * Math.max(first.words, second.words);
  const contained = first.words < second.words ? firstInSecond : secondInFirst;
  if (isShorter && contained >= EXCERPT_FROM && shared >= EXCERPT_SHARED) return 'excerpt';
  if (resemblance >= CITED_FROM && cites(first, second)) return 'version';
  return isSameOccasion(first, second) && resemblance >= versionFrom(words) ? 'version' : null;
}

/** Whether one page names the other as its source, or both name the same. */
export function cites(first: FamilyMember, second: FamilyMember): boolean {
  return urlsOf(first).some((url) => urlsOf(second).includes(url));
}

/** Two values that are both known and not the same. */
export function differ(first: string | null, second: string | null): boolean {
  return first !== null && second !== null && first !== second;
}

function urlsOf({ ownUrl, citedUrls }: FamilyMember): readonly string[] {
  return ownUrl === null ? citedUrls : [ownUrl, ...citedUrls];
}

function isSameOccasion(first: FamilyMember, second: FamilyMember): boolean {
  const isSame = (a: string | null, b: string | null): boolean => a !== null && a === b;
  return isSame(first.agency, second.agency) && isSame(first.sentOn, second.sentOn);
}

function versionFrom(words: number): number {
  return VERSION_FROM.find((step) => words >= step.words)?.resemblance ?? 1;
}
