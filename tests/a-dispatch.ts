import { createHash } from 'node:crypto';
import { type Dispatch, dispatchSchema } from '../indexer/dispatch.ts';
import { traitsOf } from '../indexer/families/traits.ts';

let made = 0;

/**
 * A valid dispatch for tests: say what matters, the rest is filled in. What derives from `date`
 * (`sortAt`, `year`, `month`, `monthDay`) and from `text` (`body`, `textSha256`) follows it.
 */
export function aDispatch(said: Partial<Dispatch> = {}): Dispatch {
  made += 1;
  const text = said.text ?? `Pyongyang, September 4 (KCNA) -- Test dispatch number ${made}.`;
  const date = said.date === undefined ? '2025-09-04' : said.date;
  const path = said.source?.path ?? `pages/${made}.html`;
  return dispatchSchema.parse({
    id: said.id ?? sha256(path).slice(0, 24),
    headline: `Test dispatch ${made}`,
    standfirst: null,
    byline: null,
    body: text,
    text,
    captions: [],
    sourceLines: [],
    language: 'en',
    agency: 'kcna',
    agencies: [],
    agencyCandidates: [],
    credit: null,
    dateline: null,
    dispatchedOn: date,
    publishedAt: null,
    date,
    dateBasis: date === null ? 'none' : 'dateline',
    ...derivedFromDate(date),
    people: [],
    names: [],
    mentions: [],
    unconfirmed: [],
    places: [],
    provenance: [],
    family: null,
    relation: null,
    url: null,
    site: null,
    source: {
      path,
      sha256: sha256(text),
      bytes: Buffer.byteLength(text),
      charset: 'utf-8',
      brokenCharacters: 0,
      capturedAt: null,
    },
    textSha256: sha256(text),
    traits: traitsOf(text),
    evidence: {},
    fingerprint: sha256(`${path}${text}`),
    stamp: null,
    firstIndexedAt: '2026-01-01T00:00:00.000Z',
    ...said,
  });
}

function derivedFromDate(date: string | null) {
  if (date === null) return { sortAt: null, year: null, month: null, monthDay: null };
  return {
    sortAt: Date.parse(date) / 1000,
    year: date.slice(0, 4),
    month: date.length >= 7 ? date.slice(0, 7) : null,
    monthDay: date.length === 10 ? date.slice(5) : null,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
