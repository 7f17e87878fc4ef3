import { type Dispatch, isUnconfirmed } from '../../../indexer/dispatch.ts';
import { type Html, unsafeMarkup } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { toWebAddress } from '../safe-link.ts';

/** The dispatch as a schema.org `NewsArticle`, in a data block of the head; `archivedAt` is the stored page. */
export function renderJsonLd(
  dispatch: Dispatch,
  label: PageContext['label'],
  permalink: string,
  isStored: boolean,
): Html {
  const sources = dispatch.provenance
    .filter(({ kind }) => kind === 'source')
    .flatMap(({ url }) => toWebAddress(url) ?? []);
  const statement = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': permalink,
    url: permalink,
    headline: dispatch.headline ?? undefined,
    description: dispatch.standfirst ?? undefined,
    dateline: dispatch.dateline?.text,
    dateCreated: dispatch.dispatchedOn ?? undefined,
    datePublished: dispatch.publishedAt ?? undefined,
    inLanguage: dispatch.language ?? undefined,
    author: dispatch.agency
      ? { '@type': 'NewsMediaOrganization', name: label('agency', dispatch.agency) }
      : undefined,
    mentions: dispatch.people
      .filter((id) => !isUnconfirmed(id))
      .map((id) => ({ '@type': 'Person', name: label('person', id) })),
    isBasedOn: [toWebAddress(dispatch.url), ...sources].filter((url) => url !== null),
    archivedAt: isStored ? `${permalink}/stored` : permalink,
    identifier: { '@type': 'PropertyValue', name: 'SHA-256', value: dispatch.source.sha256 },
  };
  // "<" is the one character that could end the block.
  const json = JSON.stringify(statement).replaceAll('<', '\\u003c');
  return unsafeMarkup(`<script type="application/ld+json">${json}</script>`);
}
