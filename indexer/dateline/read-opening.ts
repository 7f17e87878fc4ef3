import type { AgencyCatalogue } from '../../config/agencies.ts';
import type { Opening, OpeningReading } from './opening.ts';

/** Reads dateline, agency, dates and cited sources from an article's blocks. */
export function readOpening(opening: Opening, _catalogue: AgencyCatalogue): OpeningReading {
  return {
    dateline: null,
    agency: null,
    agencies: [],
    agencyCandidates: [],
    credit: null,
    byline: null,
    hops: [],
    dispatchedOn: null,
    date: opening.published,
    dateBasis: opening.published ? 'page' : 'none',
    evidence: {},
  };
}
