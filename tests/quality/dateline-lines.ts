import { type AgencyCatalogue, loadAgencies } from '../../config/agencies.ts';
import { readOpening } from '../../indexer/dateline/read-opening.ts';
import { openingOf } from '../dateline/blocks.ts';

/** What a labelled line says of its dateline; values as written, agencies by their short names. */
export type ExpectedDateline = {
  readonly hasDateline: boolean;
  readonly agencies: readonly string[];
  readonly places: readonly string[];
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  readonly qualifiers?: readonly string[];
  readonly credit?: string;
  readonly byline?: string;
  readonly resolvedDate?: string;
};

/** One labelled opening line. */
export type LabelledLine = {
  readonly id: string;
  readonly text: string;
  readonly lang: string;
  readonly expected: ExpectedDateline;
  readonly published?: string;
};

/** The same fields as the reader gives them. */
export type FoundDateline = Required<
  Omit<ExpectedDateline, 'credit' | 'byline' | 'resolvedDate'>
> & {
  readonly credit: string | null;
  readonly byline: string | null;
  readonly resolvedDate: string | null;
};

const catalogue: AgencyCatalogue = loadAgencies();

/** Reads a labelled line as the opening of a dispatch. */
export function readLine({ text, lang, published }: LabelledLine): FoundDateline {
  const opening = openingOf([text], { language: lang, ...(published ? { published } : {}) });
  const { dateline, agencies, credit, byline } = readOpening(opening, catalogue);
  const origins = agencies.filter(({ role }) => role === 'origin');
  const places = dateline?.places ?? [];
  return {
    hasDateline: dateline !== null,
    agencies: origins.map(({ id }) => catalogue.byId(id)?.short ?? id),
    places: places.map(({ name }) => name),
    qualifiers: places.flatMap(({ qualifier }) => qualifier?.split(', ') ?? []),
    day: dateline?.day ?? null,
    month: dateline?.month ?? null,
    year: dateline?.year ?? null,
    credit,
    byline,
    resolvedDate: dateline?.date ?? null,
  };
}
