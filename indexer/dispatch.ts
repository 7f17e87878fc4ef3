/*
 * Terminology
 *
 *   dispatch     one message sent by an agency; what one archived page becomes
 *   agency       who sent it (KCNA, ANSA, …); an id of config/agencies.yaml
 *   dateline     place, day and agency that open the text, as printed
 *   standfirst   the summary line under the headline
 *   dispatchedOn the day the agency sent it; never the day the page appeared
 *   publishedAt  the day the archived page appeared; never the day of the dispatch
 *   mention      one person in one dispatch, as printed
 *   provenance   the hops from the page we hold back to the agency
 *   evidence     what a derived value rests on: the rule, the printed words, how sure
 */
import { z } from 'zod';

const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** How far a value may be trusted. Facets take `medium` and better only. */
export const confidence = z.enum(['high', 'medium', 'low']);

/** What one derived value rests on. `span` counts UTF-16 units of `text`, end exclusive. */
export const evidence = z.strictObject({
  /** Name of the rule that gave the value, for instance `json-ld:datePublished`. */
  rule: z.string(),
  /** The words as printed, or the attribute's value. */
  printed: z.string().optional(),
  span: z.tuple([z.int(), z.int()]).optional(),
  confidence,
});

export const agencyRole = z.enum(['origin', 'credit', 'source', 'relay', 'quoted', 'publisher']);

/** The opening line "Pyongyang, 4 settembre (KCNA) —", read. `text` is verbatim. */
export const dateline = z.strictObject({
  text: z.string(),
  /** Where `text` stands in the dispatch's `text`. */
  span: z.tuple([z.int(), z.int()]),
  places: z.array(z.strictObject({ name: z.string(), qualifier: z.string().optional() })),
  /** As written; `null` when not printed. Years are Gregorian. */
  day: z.int().nullable(),
  month: z.int().nullable(),
  year: z.int().nullable(),
  /** The day it names once the year is known; `null` when it can't be known. */
  date: partialDate.nullable(),
  /** Days from the dateline's date to the page's; negative when the dateline is later. */
  lagDays: z.int().nullable(),
  rule: z.string(),
  confidence,
});

/** One hop of the way a dispatch came: the page, the source it cites, the agency. */
export const provenanceHop = z.strictObject({
  kind: z.enum(['page', 'source', 'agency']),
  url: z.string().nullable(),
  /** Host or printed name of the site. */
  site: z.string().nullable(),
  date: partialDate.nullable(),
  agency: z.string().nullable(),
  /** `claimed`: the page says so; `verified`: the archive holds it. */
  status: z.enum(['claimed', 'verified']),
});

/** One person in one dispatch. */
export const mention = z.strictObject({
  person: z.string(),
  /** The form that was printed at the first mention. */
  asPrinted: z.string(),
  /** The title printed beside the name. */
  role: z.string().optional(),
  /** Where it was printed when the text never names the person; `span` counts in that field. */
  field: z.enum(['headline', 'standfirst', 'text']).optional(),
  span: z.tuple([z.int(), z.int()]),
  /** How often the person is named in the text. */
  count: z.int(),
  /** How the link was made: `exact`, `key`, `coreference`, … ; `discovered` for nobody of the authority file. */
  tier: z.string(),
});

/** A full name that looks like a person's and that the authority file does not know. */
export const unconfirmed = z.strictObject({
  /** The name folded, without titles: the same for all printings. */
  key: z.string(),
  asPrinted: z.string(),
  role: z.string().optional(),
  span: z.tuple([z.int(), z.int()]),
  count: z.int(),
  /** How sure it is a name, 0 to 1, with two digits. */
  confidence: z.number(),
});

/** Ids of people whom nobody has confirmed begin so, and no others do. */
const UNCONFIRMED_ID = 'new-';

export function isUnconfirmed(person: string): boolean {
  return person.startsWith(UNCONFIRMED_ID);
}

/** What we normalize is what we index: one flat object, no mapping layer. */
export const dispatchSchema = z.strictObject({
  /** Stable for ever: from the canonical URL, else from the archive path. */
  id: z.string().regex(/^[a-z0-9-]{8,64}$/),
  headline: z.string().nullable(),
  standfirst: z.string().nullable(),
  byline: z.string().nullable(),
  /** Markdown: shown, not searched. */
  body: z.string(),
  /** Plain text of the same: searched and cropped. Blocks are parted by a blank line. */
  text: z.string().min(1),
  /** Captions of pictures, kept apart from the text. */
  captions: z.array(z.string()),
  /** Lines that only name the source or the translator, as printed, kept apart from the text. */
  sourceLines: z.array(z.string()),
  /** BCP 47 of the text, not of the site's chrome; `null` when too short to tell. */
  language: z.string().nullable(),
  /** Who sent it; only on evidence of sufficient weight. Facet. */
  agency: z.string().nullable(),
  agencies: z.array(z.strictObject({ id: z.string(), role: agencyRole, evidence })),
  /** Agencies that share an ambiguous slot ("CNA"), when nothing decides between them. */
  agencyCandidates: z.array(z.string()),
  /** An unknown agency slot, as printed. */
  credit: z.string().nullable(),
  dateline: dateline.nullable(),
  dispatchedOn: partialDate.nullable(),
  publishedAt: partialDate.nullable(),
  /** The one date to sort and filter on, and what it rests on. */
  date: partialDate.nullable(),
  dateBasis: z.enum(['dateline', 'source-url', 'page', 'none']),
  /** Seconds since 1970 of the first instant of `date`, for ranges; absent when undated. */
  sortAt: z.int().nullable(),
  year: z.string().nullable(),
  month: z.string().nullable(),
  monthDay: z.string().nullable(),
  /** Ids of persons: those of the authority file, then unconfirmed ones (`new-…`). Facet. */
  people: z.array(z.string()),
  /** Every name of those persons in every script, so that any spelling finds them. */
  names: z.array(z.string()),
  mentions: z.array(mention),
  /** Candidates of this text alone; `people` has those that the whole archive speaks for. */
  unconfirmed: z.array(unconfirmed),
  /** Dateline places. Facet. */
  places: z.array(z.string()),
  provenance: z.array(provenanceHop),
  family: z.string().nullable(),
  relation: z.enum(['original', 'reprint', 'excerpt', 'translation', 'version']).nullable(),
  /** The page's own address, when it declares one. */
  url: z.string().nullable(),
  /** Name of the site that carried the page. */
  site: z.string().nullable(),
  source: z.strictObject({
    path: z.string(),
    sha256,
    bytes: z.int(),
    charset: z.string(),
    /** Bytes that no character set explains, shown as U+FFFD in the text. */
    brokenCharacters: z.int(),
    capturedAt: z.string().nullable(),
  }),
  textSha256: sha256,
  /** What relatives in the archive are recognised by: a sample of its word sequences, its numbers, its length. */
  traits: z.strictObject({ sketch: z.string(), figures: z.array(z.string()), words: z.int() }),
  evidence: z.record(z.string(), evidence),
  /** Bytes, converter and configuration in one hash: equal means nothing to do. */
  fingerprint: z.string(),
  /** Size and times of the stored file: while they stay, it need not be read. Set by the loader. */
  stamp: z.string().nullable(),
  /** ISO 8601, set once; survives rebuilds. Set by the loader. */
  firstIndexedAt: z.string(),
});

export type Confidence = z.infer<typeof confidence>;
export type Evidence = z.infer<typeof evidence>;
export type AgencyRole = z.infer<typeof agencyRole>;
export type Dateline = z.infer<typeof dateline>;
export type ProvenanceHop = z.infer<typeof provenanceHop>;
export type Mention = z.infer<typeof mention>;
export type Unconfirmed = z.infer<typeof unconfirmed>;
export type Dispatch = z.infer<typeof dispatchSchema>;

/**
 * Fields that an index made by an older version has not yet, as they read until the next run: that finds
 * another version's fingerprints and converts every page again.
 */
export const laterFields = {
  sourceLines: [],
  unconfirmed: [],
  stamp: null,
} satisfies Partial<Dispatch>;
