import type { TextBlock } from '../../indexer/article/article.ts';
import type { Opening } from '../../indexer/dateline/opening.ts';
import { toPartialDate } from '../../indexer/partial-date.ts';

/** Paragraphs as the article room hands them over. */
export function paragraphs(...texts: readonly string[]): readonly TextBlock[] {
  let start = 0;
  return texts.map((text) => {
    const block: TextBlock = { kind: 'paragraph', text, start, links: [] };
    start += text.length + 2;
    return block;
  });
}

/** An opening of these paragraphs, with what else a test wants to say. */
export function openingOf(
  texts: readonly string[],
  { published, ...more }: Partial<Omit<Opening, 'published'>> & { published?: string } = {},
): Opening {
  return {
    headline: null,
    blocks: paragraphs(...texts),
    sources: [],
    language: 'en',
    pageUrl: null,
    ...more,
    published: published ? toPartialDate(published) : null,
  };
}
