import type { TextBlock } from '../article/article.ts';
import { type NormalisedText, normaliseText } from '../dates/normalised-text.ts';

/** Characters of a block that are read; a dateline that stands further in is none. */
export const READ_LIMIT = 600;
const HEAD = 40;

/** Normalised text; `closedUp` when the source is letter-spaced and its words are not to be shown as printed. */
export type OpeningText = NormalisedText & { readonly closedUp: boolean };

/** The beginning of a block, evened out for reading; letter-spaced type is closed up. */
export function openingText({ text }: Pick<TextBlock, 'text'>): OpeningText {
  const normalised = normaliseText(text, READ_LIMIT);
  const spaced = isLetterSpaced(normalised.text);
  return { ...(spaced ? closedUp(normalised) : normalised), closedUp: spaced };
}

/** "R o m a ,  9 g e n": most of the first words are single letters. */
function isLetterSpaced(text: string): boolean {
  const words = text.slice(0, HEAD).split(' ').filter(Boolean);
  const single = words.filter((word) => word.length === 1 && /\S/.test(word)).length;
  return words.length >= 12 && single / words.length > 0.8 && !/\p{Script=Han}/u.test(text);
}

function closedUp({ text, sourceOffset }: NormalisedText): NormalisedText {
  const kept = [...text].flatMap((character, index) => (character === ' ' ? [] : [index]));
  return {
    text: kept.map((index) => text.charAt(index)).join(''),
    sourceOffset: (index) => sourceOffset(kept[index] ?? text.length),
  };
}
