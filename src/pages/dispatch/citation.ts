import type { Dispatch } from '../../../indexer/dispatch.ts';
import { toWebAddress } from '../safe-link.ts';
import { translatorOf } from './translator.ts';

/** What a reader needs to cite a dispatch and to defend the citation. Dates are ISO 8601. */
export interface Citation {
  readonly id: string;
  readonly agency: string | null;
  readonly headline: string | null;
  readonly place: string | null;
  /** Day of the dispatch, as precise as it is known. */
  readonly sent: string | null;
  /** Day the archived page appeared. */
  readonly published: string | null;
  /** The site that carried the page, and who translated it there. */
  readonly site: string | null;
  readonly translator: string | null;
  readonly originalUrl: string | null;
  readonly permalink: string;
  /** Our copy of the page, whose bytes have the hash. */
  readonly archivedUrl: string;
  readonly sha256: string;
  readonly language: string | null;
  readonly accessed: string;
}

/** Gathers a citation; `agency` is the agency's name, `accessed` the day of reading. */
export function citationOf(
  dispatch: Dispatch,
  { agency, permalink, accessed }: Pick<Citation, 'agency' | 'permalink' | 'accessed'>,
): Citation {
  return {
    id: dispatch.id,
    agency: agency ?? dispatch.credit,
    headline: dispatch.headline,
    place: dispatch.places[0] ?? null,
    sent: dispatch.dispatchedOn,
    published: dispatch.publishedAt,
    site: dispatch.site,
    translator: translatorOf(dispatch),
    originalUrl: toWebAddress(dispatch.url),
    permalink,
    archivedUrl: `${permalink}/stored`,
    sha256: dispatch.source.sha256,
    language: dispatch.language,
    accessed,
  };
}

/** One paragraph: agency, headline, place and day, site, translator, addresses, hash of our copy. */
export function toPlainCitation(citation: Citation): string {
  const sentence = (...words: readonly (string | null)[]) => {
    const said = words.filter((word) => word !== null && word !== '').join(', ');
    return said === '' ? [] : [`${said}.`];
  };
  return [
    ...sentence(citation.agency),
    ...(citation.headline ? [`“${citation.headline}”.`] : []),
    ...sentence(citation.place, citation.sent),
    ...sentence(citation.site, citation.published, citation.originalUrl),
    ...(citation.translator ? [`Tr. ${citation.translator}.`] : []),
    `${citation.permalink} (${citation.accessed}).`,
    `${citation.archivedUrl}, SHA-256 ${citation.sha256}.`,
  ].join(' ');
}
