import type { Agency, AgencyCatalogue } from '../../config/agencies.ts';
import { quotedAgencies } from '../agency/attribution.ts';
import { readSignOff } from '../agency/sign-off.ts';
import { type CitedSource, citedSources, hostOf } from '../agency/source-lines.ts';
import { type Circumstances, tellApart } from '../agency/tell-apart.ts';
import type { AgencyRole, Dispatch, Evidence } from '../dispatch.ts';
import { countryNamed, countryOfCity } from './known-places.ts';
import type { Opening, OpeningReading } from './opening.ts';
import { type ReadDateline, readDateline } from './read-dateline.ts';

/** Reads dateline, agency, dates and cited sources from an article's blocks. */
export function readOpening(opening: Opening, catalogue: AgencyCatalogue): OpeningReading {
  const read = readDateline(opening, catalogue);
  const sources = citedSources(opening, catalogue);
  const publisher = publisherOf(opening, catalogue);
  const signed = agenciesOf(opening, catalogue, read, publisher);
  const agencies = [
    ...signed.agencies,
    ...sourceAgencies(sources),
    ...publishers(publisher, opening),
    ...quoted(opening, catalogue, signed.agencies),
  ];
  const dates = datesOf(opening, read, sources);
  return {
    dateline: read?.dateline ?? null,
    agency: facetAgency(agencies),
    agencies,
    agencyCandidates: signed.candidates,
    credit: creditOf(read, signed),
    byline: read?.match.byline ?? null,
    hops: sources.map(({ hop }) => hop),
    ...dates,
    evidence: evidenceOf(read, agencies, sources, dates),
  };
}

type Named = Dispatch['agencies'][number];

type Signed = {
  readonly agencies: readonly Named[];
  readonly candidates: readonly string[];
  /** A slot whose agency signs so only elsewhere: to be kept as a credit. */
  readonly stranger: string | null;
};

/** Who is named in the slot (origin), else at the end of the text (credit). */
function agenciesOf(
  opening: Opening,
  catalogue: AgencyCatalogue,
  read: ReadDateline | null,
  publisher: Agency | null,
): Signed {
  const circumstances = circumstancesOf(opening, read, publisher);
  const slot = read?.match.slot;
  if (read && slot && slot.agencies.length > 0) {
    const evidence: Evidence = {
      rule: `dateline:${read.match.rule}`,
      printed: slot.printed,
      span: read.dateline.span,
      confidence: 'high',
    };
    const stranger = slot.credit ?? slot.printed;
    return decided(slot.agencies, circumstances, 'origin', evidence, stranger);
  }
  const signOff = readSignOff(opening.blocks, catalogue);
  if (!signOff) return { agencies: [], candidates: [], stranger: null };
  return decided([signOff.owners], circumstances, 'credit', signOff.evidence, null);
}

function decided(
  named: readonly (readonly Agency[])[],
  circumstances: Circumstances,
  role: AgencyRole,
  evidence: Evidence,
  stranger: string | null,
): Signed {
  const outcomes = named.map((owners) => tellApart(owners, circumstances));
  const agencies = outcomes.flatMap((left) =>
    left.length === 1 && left[0] ? [{ id: left[0].id, role, evidence }] : [],
  );
  const candidates = outcomes.flatMap((left) => (left.length > 1 ? left.map(({ id }) => id) : []));
  const nobody = outcomes.every((left) => left.length === 0);
  return { agencies, candidates, stranger: nobody ? stranger : null };
}

function circumstancesOf(
  { language, published }: Opening,
  read: ReadDateline | null,
  publisher: Agency | null,
): Circumstances {
  const places = read?.dateline.places ?? [];
  const countries = places.flatMap(({ name, qualifier }) => {
    const country =
      (qualifier ? countryNamed(qualifier, language) : null) ??
      countryOfCity(name) ??
      countryNamed(name, language);
    return country ? [country] : [];
  });
  return {
    language,
    countries,
    year: published ? Number(published.slice(0, 4)) : null,
    weak: read?.match.date === null && (read.match.slot?.weak ?? false),
    capitals: places.length > 0 && places.every(({ name }) => !/\p{Ll}/u.test(name)),
    publisher: publisher?.id ?? null,
  };
}

function sourceAgencies(sources: readonly CitedSource[]): readonly Named[] {
  return sources.flatMap(({ hop, evidence }) =>
    hop.agency === null ? [] : [{ id: hop.agency, role: 'source' as const, evidence }],
  );
}

/** Agencies on whose word the text reports; the sender does not quote itself. */
function quoted(
  { blocks }: Opening,
  catalogue: AgencyCatalogue,
  senders: readonly Named[],
): readonly Named[] {
  return quotedAgencies(blocks, catalogue)
    .filter(({ agency }) => senders.every(({ id }) => id !== agency.id))
    .map(({ agency, evidence }) => ({ id: agency.id, role: 'quoted', evidence }));
}

function publisherOf({ pageUrl }: Opening, catalogue: AgencyCatalogue): Agency | null {
  const host = pageUrl === null ? null : hostOf(pageUrl);
  return host === null ? null : catalogue.byDomain(host);
}

function publishers(publisher: Agency | null, { pageUrl }: Opening): readonly Named[] {
  if (!publisher) return [];
  const printed = pageUrl ?? '';
  const evidence: Evidence = { rule: 'page-url:domain', printed, confidence: 'medium' };
  return [{ id: publisher.id, role: 'publisher', evidence }];
}

/** Only who sent it or signed it; the first where several share a dispatch. */
function facetAgency(agencies: readonly Named[]): string | null {
  return agencies.find(({ role }) => role === 'origin' || role === 'credit')?.id ?? null;
}

function creditOf(read: ReadDateline | null, { stranger }: Signed): string | null {
  return read?.match.slot?.credit ?? stranger;
}

type Dates = Pick<OpeningReading, 'dispatchedOn' | 'date' | 'dateBasis'>;

function datesOf(
  { published }: Opening,
  read: ReadDateline | null,
  sources: readonly CitedSource[],
): Dates {
  const trusted = read && read.resolved.confidence !== 'low' ? read.resolved.date : null;
  if (trusted) return { dispatchedOn: trusted, date: trusted, dateBasis: 'dateline' };
  const cited = sources.find(({ hop }) => hop.date !== null)?.hop.date ?? null;
  if (cited) return { dispatchedOn: null, date: cited as Dates['date'], dateBasis: 'source-url' };
  return { dispatchedOn: null, date: published, dateBasis: published ? 'page' : 'none' };
}

function evidenceOf(
  read: ReadDateline | null,
  agencies: readonly Named[],
  sources: readonly CitedSource[],
  dates: Dates,
): Record<string, Evidence> {
  const evidence: Record<string, Evidence> = {};
  if (read) {
    const { rule, text, span, confidence } = read.dateline;
    evidence['dateline'] = { rule, printed: text, span, confidence };
    if (dates.dispatchedOn) {
      const { rule: dateRule, confidence: sure } = read.resolved;
      evidence['dispatchedOn'] = { rule: dateRule, printed: text, span, confidence: sure };
    }
  }
  const facet = agencies.find(({ role }) => role === 'origin' || role === 'credit');
  if (facet) evidence['agency'] = facet.evidence;
  if (sources[0]) evidence['provenance'] = sources[0].evidence;
  return evidence;
}
