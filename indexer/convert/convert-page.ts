import type { ArchivedPage } from '../archive/archived-page.ts';
import { sha256 } from '../archive/read-folder.ts';
import type { Article, Found } from '../article/article.ts';
import { type DecodedPage, decodePage } from '../article/decode-page.ts';
import { looksBinary } from '../article/looks-binary.ts';
import { readArticle } from '../article/read-article.ts';
import type { OpeningReading } from '../dateline/opening.ts';
import { readOpening } from '../dateline/read-opening.ts';
import { dispatchSchema, type Evidence, type ProvenanceHop } from '../dispatch.ts';
import { traitsOf } from '../families/traits.ts';
import { findPeople } from '../people/find-people.ts';
import { explainUnconfirmed, findUnconfirmed } from '../people/find-unconfirmed.ts';
import { siteKey } from './configuration-keys.ts';
import { type Conversion, type ConvertedDispatch, fingerprintOf, reject } from './conversion.ts';
import type { Converter } from './converter.ts';
import { dateFields } from './date-fields.ts';
import { idFromPath, idFromUrl } from './dispatch-id.ts';
import { facetPlaces } from './facet-places.ts';

const convertedSchema = dispatchSchema.omit({ firstIndexedAt: true, stamp: true });

/** Converts one stored page; pure. Whatever goes wrong becomes a rejection that names the page. */
export function convertPage(page: ArchivedPage, converter: Converter, trace = false): Conversion {
  try {
    return convert(page, converter, trace);
  } catch (error) {
    return reject(page, 'failed', (error as Error).message);
  }
}

function convert(page: ArchivedPage, converter: Converter, trace: boolean): Conversion {
  if (page.bytes.length === 0) return reject(page, 'empty', 'the file has no bytes');
  const binary = looksBinary(page.bytes);
  if (binary) return reject(page, 'not-html', `the file is ${binary}, not a page`);
  const decoded = decodePage(page.bytes, page.httpCharset);
  const article = readArticle(decoded.html, page, converter.sites, { trace });
  if ('code' in article) {
    const { trace: dropped = [], ...rejection } = article;
    return { path: page.path, rejection, trace: dropped };
  }
  const dispatch = compose(page, decoded, article, converter);
  const people = trace ? explainUnconfirmed(dispatch, converter.model) : [];
  return {
    path: page.path,
    dispatch: convertedSchema.parse(dispatch),
    trace: [...article.trace, ...people],
  };
}

function compose(
  page: ArchivedPage,
  decoded: DecodedPage,
  article: Article,
  converter: Converter,
): ConvertedDispatch {
  const url = article.canonicalUrl ?? page.url;
  const opening = readOpening(
    {
      headline: article.headline?.value ?? null,
      blocks: article.blocks,
      sources: article.sources,
      language: article.language?.value ?? null,
      published: article.published?.value ?? null,
      pageUrl: url,
    },
    converter.agencies,
  );
  const people = findPeople(
    segmentsOf(article),
    article.language?.value ?? null,
    converter.matcher,
  );
  const bytesHash = sha256(page.bytes);
  return {
    id: url ? idFromUrl(url) : idFromPath(page.path),
    headline: article.headline?.value ?? null,
    standfirst: article.standfirst?.value ?? null,
    byline: article.byline?.value ?? opening.byline,
    body: article.body,
    text: article.text,
    captions: [...article.captions],
    sourceLines: article.sources.map(({ text }) => text),
    language: article.language?.value ?? null,
    ...openingFields(opening),
    publishedAt: article.published?.value ?? null,
    ...dateFields(opening.date),
    people: [...people.people],
    names: [...people.names],
    mentions: [...people.mentions],
    unconfirmed: findUnconfirmed(article.text, people, converter.model),
    places: facetPlaces(opening.dateline, converter.places),
    provenance: provenanceOf(url, article, opening),
    family: null,
    relation: null,
    url,
    site: article.site,
    source: {
      path: page.path,
      sha256: bytesHash,
      bytes: page.bytes.length,
      charset: decoded.charset,
      brokenCharacters: decoded.brokenCharacters,
      capturedAt: page.capturedAt,
    },
    textSha256: sha256(article.text),
    traits: traitsOf(article.text),
    evidence: { ...articleEvidence(article), ...opening.evidence },
    fingerprint: fingerprintOf(
      bytesHash,
      converter.key + siteKey(converter.sites, { path: page.path, url }),
    ),
  };
}

function openingFields(opening: OpeningReading) {
  return {
    agency: opening.agency,
    agencies: [...opening.agencies],
    agencyCandidates: [...opening.agencyCandidates],
    credit: opening.credit,
    dateline: opening.dateline,
    dispatchedOn: opening.dispatchedOn,
    dateBasis: opening.dateBasis,
  };
}

function segmentsOf(article: Article) {
  return [
    { field: 'headline' as const, text: article.headline?.value ?? '' },
    { field: 'standfirst' as const, text: article.standfirst?.value ?? '' },
    { field: 'text' as const, text: article.text },
  ].filter((segment) => segment.text);
}

/** From the page that we hold back to the agency, in order. */
function provenanceOf(
  url: string | null,
  article: Article,
  opening: OpeningReading,
): ProvenanceHop[] {
  const page: ProvenanceHop = {
    kind: 'page',
    url,
    site: article.site,
    date: article.published?.value ?? null,
    agency: null,
    status: 'verified',
  };
  const agency: ProvenanceHop[] = opening.agency
    ? [
        {
          kind: 'agency',
          url: null,
          site: null,
          date: opening.dispatchedOn,
          agency: opening.agency,
          status: 'claimed',
        },
      ]
    : [];
  return [...(url ? [page] : []), ...opening.hops, ...agency];
}

function articleEvidence(article: Article): Record<string, Evidence> {
  const found: Record<string, Found<unknown> | null> = {
    headline: article.headline,
    standfirst: article.standfirst,
    byline: article.byline,
    language: article.language,
    publishedAt: article.published,
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, value]) => (value ? [[field, value.evidence]] : [])),
  );
}
