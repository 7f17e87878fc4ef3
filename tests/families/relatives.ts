import type { FamilyMember } from '../../indexer/families/family-member.ts';
import { decodeSketch } from '../../indexer/families/sketch.ts';
import { traitsOf } from '../../indexer/families/traits.ts';

let made = 0;

/** A dispatch as families see it: say what matters, the rest is like nobody else's. */
export function aMember(said: Partial<FamilyMember> & { text?: string } = {}): FamilyMember {
  made += 1;
  const { text = wordsOf(made * 1000, 100), ...rest } = said;
  const traits = traitsOf(text);
  return {
    id: `member-${String(made).padStart(6, '0')}`,
    language: 'en',
    agency: 'kcna',
    isHome: false,
    sentOn: '2024-09-14',
    appearedOn: '2024-09-14',
    people: [],
    ownUrl: null,
    citedUrls: [],
    sketch: decodeSketch(traits.sketch),
    figures: traits.figures,
    words: traits.words,
    family: null,
    relation: null,
    ...rest,
  };
}

/** Words that belong to a number: the same number gives the same text, another gives another. */
export function wordsOf(seed: number, count: number): string {
  return Array.from({ length: count }, (_, at) => wordOf(seed + at)).join(' ');
}

function wordOf(number: number): string {
  const letters = (Math.imul(number + 1, 0x9e3779b1) >>> 0).toString(36).replace(/\d/g, 'q');
  return `${letters}en`;
}

/** The text with every n-th word replaced, as an editor would. */
export function edited(text: string, every: number): string {
  return text
    .split(' ')
    .map((word, at) => (at % every === every - 1 ? `${word}ed` : word))
    .join(' ');
}
