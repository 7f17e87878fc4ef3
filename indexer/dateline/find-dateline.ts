import type { AgencyCatalogue } from '../../config/agencies.ts';
import type { TextBlock } from '../article/article.ts';
import { BRACKET_PRODUCTIONS } from './bracket-productions.ts';
import { CHINESE_PRODUCTIONS } from './chinese-productions.ts';
import type { DatelineMatch, Production, ReadingContext } from './dateline-match.ts';
import { gluedDateline } from './glued.ts';
import { LATIN_PRODUCTIONS } from './latin-productions.ts';
import { bylineStart, startsBehindHeaders } from './lead-in.ts';
import { type OpeningText, openingText } from './opening-text.ts';

/** A dateline and the block it stands in. */
export type FoundDateline = {
  readonly match: DatelineMatch;
  readonly block: TextBlock;
  readonly opening: OpeningText;
};

/** Blocks that may open a dispatch: standfirst, source line and byline can stand before the dateline. */
const FIRST_BLOCKS = 4;

const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;
const CJK_WITHIN = 120;
const CJK_PRODUCTIONS: readonly Production[] = [
  ...BRACKET_PRODUCTIONS,
  ...CHINESE_PRODUCTIONS,
  ...LATIN_PRODUCTIONS,
];

/** The best dateline of the first blocks: one that names an agency before one that does not. */
export function findDateline(
  blocks: readonly TextBlock[],
  language: string | null,
  catalogue: AgencyCatalogue,
): FoundDateline | null {
  let best: FoundDateline | null = null;
  for (const block of blocks.slice(0, FIRST_BLOCKS)) {
    const opening = openingText(block);
    const match = readBlock({ text: opening.text, language, catalogue });
    if (match && (!best || weight(match) > weight(best.match))) best = { match, block, opening };
    if (best && weight(best.match) === FULL_WEIGHT) break;
  }
  return best;
}

/** Agency, place and date: nothing better can follow. */
const FULL_WEIGHT = 7;

function weight({ slot, date, places }: DatelineMatch): number {
  const named = slot !== null && slot.agencies.length > 0;
  return (named ? 4 : 0) + (places.length > 0 ? 2 : 0) + (date ? 1 : 0);
}

function isNamed(match: DatelineMatch | null): boolean {
  return (match?.slot?.agencies.length ?? 0) > 0;
}

function better(first: DatelineMatch | null, second: DatelineMatch | null): DatelineMatch | null {
  if (!first || !second) return first ?? second;
  return weight(second) > weight(first) ? second : first;
}

const NEXT_LINE = /\n\s*/g;
const MOST_LINES = 3;
const LINES_WITHIN = 400;

function readBlock(context: ReadingContext): DatelineMatch | null {
  const { text } = context;
  const lines = [...text.slice(0, LINES_WITHIN).matchAll(NEXT_LINE)].slice(0, MOST_LINES);
  const starts = [
    ...startsBehindHeaders(text),
    ...lines.map(({ index, 0: gap }) => index + gap.length),
  ];
  let best: DatelineMatch | null = null;
  for (const start of starts) {
    const author = bylineStart(text, start);
    if (author !== null) {
      const match = gluedDateline(context, author);
      if (match) return match;
      continue;
    }
    best = better(best, readAt(context, start));
  }
  return isNamed(best) ? best : better(best, gluedDateline(context, 0));
}

function readAt(context: ReadingContext, start: number): DatelineMatch | null {
  const cjk = CJK.test(context.text.slice(start, start + CJK_WITHIN));
  for (const production of cjk ? CJK_PRODUCTIONS : LATIN_PRODUCTIONS) {
    const match = production(context, start);
    if (match) return match;
  }
  return null;
}
