import type { SourceLine, TextBlock } from '../article/article.ts';
import type { Dateline, Dispatch, Evidence, ProvenanceHop } from '../dispatch.ts';
import type { PartialDate } from '../partial-date.ts';

/** What of an article tells who sent it, from where and when. */
export type Opening = {
  readonly headline: string | null;
  /** The article's blocks in order, to the last: sign-offs stand at the end. */
  readonly blocks: readonly TextBlock[];
  /** Lines that name the source, kept apart from the text. */
  readonly sources: readonly SourceLine[];
  readonly language: string | null;
  /** When the page appeared: the anchor from which a missing year is inferred. */
  readonly published: PartialDate | null;
  readonly pageUrl: string | null;
};

/** The opening read. Spans count in the dispatch's `text`. */
export type OpeningReading = {
  readonly dateline: Dateline | null;
  /** The facet: the origin named in the dateline, or the credit at the end of the text. */
  readonly agency: string | null;
  readonly agencies: Dispatch['agencies'];
  /** Agencies that share the printed letters, when nothing tells them apart. */
  readonly agencyCandidates: readonly string[];
  /** A slot that names nobody we know, as printed. */
  readonly credit: string | null;
  /** The author printed in the opening ("By …"), when one is. */
  readonly byline: string | null;
  /** The sources the page cites, in order. */
  readonly hops: readonly ProvenanceHop[];
  /** The dateline's day, when it can be trusted. */
  readonly dispatchedOn: PartialDate | null;
  /** `dispatchedOn`, else the date in the cited source's address, else the page's. */
  readonly date: PartialDate | null;
  readonly dateBasis: Dispatch['dateBasis'];
  readonly evidence: Readonly<Record<string, Evidence>>;
};
