import { diffArrays } from 'diff';
import type { Dispatch } from '../../../indexer/dispatch.ts';
import { alignParagraphs } from './align-paragraphs.ts';

/** A run of words, and whether the other side lacks it. */
export interface Run {
  readonly text: string;
  readonly differs: boolean;
}

/** What two dispatches have beside each other in one row. */
export interface ComparedRow {
  /** `translated`: two languages, of which nobody can say word by word what differs. */
  readonly kind: 'same' | 'changed' | 'left' | 'right' | 'translated';
  readonly left: readonly Run[];
  readonly right: readonly Run[];
}

/** One row that would take longer is marked as a whole: other readers wait. */
const GIVE_UP_AFTER_MS = 150;

// Words of any script: Chinese and Thai are cut where their words end, too.
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The texts of two dispatches, paragraph beside paragraph, and within them word by word. */
export function compareTexts(one: Dispatch, other: Dispatch): readonly ComparedRow[] {
  const isOneLanguage = one.language === other.language;
  return alignParagraphs(paragraphsOf(one), paragraphsOf(other), isOneLanguage).map(
    ({ left, right }) => compare(left.join('\n\n'), right.join('\n\n'), isOneLanguage),
  );
}

/** One line of either, word by word. */
export function compare(left: string, right: string, isOneLanguage: boolean): ComparedRow {
  const whole = (text: string, differs: boolean): readonly Run[] =>
    text === '' ? [] : [{ text, differs }];
  if (left === '') return { kind: 'right', left: [], right: whole(right, isOneLanguage) };
  if (right === '') return { kind: 'left', left: whole(left, isOneLanguage), right: [] };
  if (!isOneLanguage) {
    return { kind: 'translated', left: whole(left, false), right: whole(right, false) };
  }
  const [ours, theirs] = [tokensOf(left), tokensOf(right)];
  const changes = diffArrays(ours.map(toKey), theirs.map(toKey), { timeout: GIVE_UP_AFTER_MS });
  if (!changes) return { kind: 'changed', left: whole(left, true), right: whole(right, true) };
  const isSame = changes.every(({ added, removed }) => !(added || removed));
  return {
    kind: isSame ? 'same' : 'changed',
    left: runsOf(
      ours,
      changes.filter(({ added }) => !added),
    ),
    right: runsOf(
      theirs,
      changes.filter(({ removed }) => !removed),
    ),
  };
}

/** Words and signs, each with the white space after it, so that a run of changed words is one run. */
function tokensOf(text: string): readonly string[] {
  const tokens: string[] = [];
  for (const { segment } of words.segment(text)) {
    if (/^\s+$/.test(segment) && tokens.length > 0) tokens.push(`${tokens.pop()}${segment}`);
    else tokens.push(segment);
  }
  return tokens;
}

/** How tokens are compared: the shape of quotes, dashes and spaces is the typist's, not the agency's. */
function toKey(token: string): string {
  return token
    .trim()
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[–—―]/g, '-');
}

/** The same tokens again, those of one change in one run. */
function runsOf(
  tokens: readonly string[],
  changes: readonly {
    readonly count: number;
    readonly added: boolean;
    readonly removed: boolean;
  }[],
): readonly Run[] {
  let at = 0;
  return changes.map(({ count, added, removed }) => {
    const text = tokens.slice(at, at + count).join('');
    at += count;
    return { text, differs: added || removed };
  });
}

/** Standfirst and text, in paragraphs. */
function paragraphsOf({ standfirst, text }: Dispatch): readonly string[] {
  return [standfirst ?? '', ...text.split(/\n{2,}/)]
    .map((paragraph) => paragraph.replace(/[^\S\n]+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}
