import type { Evidence } from '../dispatch.ts';
import type { PartialDate } from '../partial-date.ts';

/** A value read from the page together with what it rests on. */
export type Found<T> = { readonly value: T; readonly evidence: Evidence };

/** A link inside a block; offsets count UTF-16 units of the block's text, end exclusive. */
export type BlockLink = { readonly start: number; readonly end: number; readonly href: string };

/**
 * One block of the article (paragraph, heading, list item, …) as plain text:
 * inline tags joined without spaces, `<br>` as `\n`, entities read, invisible characters out.
 */
export type TextBlock = {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'cell' | 'preformatted';
  readonly text: string;
  /** Where the block begins in the article's text. */
  readonly start: number;
  readonly links: readonly BlockLink[];
};

/** A line that only names where the text comes from or who translated it: "Source: KCNA", kept apart. */
export type SourceLine = Pick<TextBlock, 'text' | 'links'>;

/** What the page says, apart from what it means: the main content and the metadata, each with evidence. */
export type Article = {
  readonly headline: Found<string> | null;
  readonly standfirst: Found<string> | null;
  readonly byline: Found<string> | null;
  /** Blocks of the text proper, in order. Their texts joined by a blank line are `text`. */
  readonly blocks: readonly TextBlock[];
  readonly text: string;
  /** Markdown of the same. */
  readonly body: string;
  readonly captions: readonly string[];
  /** Source lines of the article, in order; no part of the text. */
  readonly sources: readonly SourceLine[];
  readonly language: Found<string> | null;
  /** When the page appeared. */
  readonly published: Found<PartialDate> | null;
  /** Absolute canonical URL, when the page declares one that names a page and not a site. */
  readonly canonicalUrl: string | null;
  readonly site: string | null;
  /** What was chosen and dropped, by which rule; filled when a trace was asked for. */
  readonly trace: readonly TraceLine[];
};

/**
 * One decision of the conversion, for `convert --explain`. What is kept `apart` is no part of the text
 * and yet of the dispatch: headline, standfirst, captions, source lines.
 */
export type TraceLine = {
  readonly step: 'chosen' | 'dropped' | 'apart' | 'field' | 'person';
  readonly rule: string;
  /** A selector-like path of the element; where a person is printed. */
  readonly where: string;
  /** The first words concerned. */
  readonly text: string;
};
