import type { ConvertedDispatch } from '../convert/conversion.ts';
import { isUnconfirmed } from '../dispatch.ts';
import type { FamiliesReport } from '../families/write-families.ts';
import type { FailedBatch } from '../load/send-documents.ts';
import type { PeopleReport } from '../people/write-people.ts';
import type { Rejection, RejectionCode } from '../rejection.ts';

/** Fields whose filling is watched: a fall overnight means that an extractor broke. */
export const WATCHED_FIELDS = [
  'headline',
  'standfirst',
  'byline',
  'language',
  'agency',
  'dateline',
  'dispatchedOn',
  'publishedAt',
  'date',
  'people',
  'places',
] as const satisfies readonly (keyof ConvertedDispatch)[];

export type WatchedField = (typeof WATCHED_FIELDS)[number];

/**
 * How a run ended.
 * `unchanged`: nothing to do · `updated`: the live index took the changes · `swapped`: a rebuilt index went
 * live · `refused`: the gate kept the old index · `failed`: the old index stays, see `problem` ·
 * `stopped`: asked to end early, the next run continues.
 */
export type RunOutcome = 'unchanged' | 'updated' | 'swapped' | 'refused' | 'failed' | 'stopped';

/** What one run did: printed on the terminal, stored as JSON. */
export type ReindexReport = {
  readonly startedAt: string;
  readonly durationMs: number;
  readonly mode: 'incremental' | 'full';
  /** Why a rebuild was chosen. */
  readonly reason: string;
  readonly outcome: RunOutcome;
  /** One sentence when the outcome is `refused` or `failed`. */
  readonly problem: string | null;
  /** Pages found in the archive. */
  readonly read: number;
  /** Dispatches sent to the engine. */
  readonly indexed: number;
  readonly unchanged: number;
  /** Pages that could not be converted this time; their dispatches stay as they were. */
  readonly kept: number;
  /** Dispatches that left the index, since their pages did. */
  readonly removed: number;
  /** Dispatches in the live index after the run. */
  readonly total: number;
  readonly rejectedByCode: Readonly<Partial<Record<RejectionCode, number>>>;
  readonly rejections: readonly Rejection[];
  /** Ids in `corrections.yaml` that no dispatch has. */
  readonly correctionsUnused: readonly string[];
  /** Pages that declare the address of an earlier page; they are indexed under ids of their own. */
  readonly sameAddress: readonly { readonly path: string; readonly as: string }[];
  /** Pages with bytes that no character set explains. */
  readonly brokenCharacters: readonly { readonly path: string; readonly count: number }[];
  /** Pages with a text so long that the engine may not read it to its end. */
  readonly beyondSearch: readonly string[];
  readonly failedBatches: readonly FailedBatch[];
  /** Reprints, excerpts, versions and translations in the index; `null` when they were not looked for. */
  readonly families: FamiliesReport | null;
  /** Who is named in the archive; `null` when that was not settled in this run. */
  readonly people: PeopleReport | null;
  /** Percent of the converted dispatches that have each field, with one decimal. */
  readonly filled: Readonly<Record<WatchedField, number>> | null;
};

/** The report of a run that broke off: the archive, the configuration or the engine could not be read. */
export function brokenOff(
  run: Pick<ReindexReport, 'startedAt' | 'durationMs' | 'total' | 'problem'>,
): ReindexReport {
  return {
    ...run,
    ...{ mode: 'incremental', reason: 'it broke off', outcome: 'failed' },
    ...{ read: 0, indexed: 0, unchanged: 0, kept: 0, removed: 0 },
    ...{ rejectedByCode: {}, rejections: [], correctionsUnused: [], sameAddress: [] },
    ...{ brokenCharacters: [], beyondSearch: [], failedBatches: [] },
    ...{ families: null, people: null, filled: null },
  };
}

/** Counts how many dispatches have each watched field. */
export function fillCounter() {
  let dispatches = 0;
  const counts = new Map<WatchedField, number>();
  return {
    count(dispatch: Pick<ConvertedDispatch, WatchedField>): void {
      dispatches++;
      for (const field of WATCHED_FIELDS) {
        if (isFilled(field, dispatch[field])) counts.set(field, (counts.get(field) ?? 0) + 1);
      }
    },
    /** Percent with one decimal; `null` when nothing was converted. */
    filled(): ReindexReport['filled'] {
      if (dispatches === 0) return null;
      const percent = (field: WatchedField) =>
        Math.round(((counts.get(field) ?? 0) / dispatches) * 1000) / 10;
      return Object.fromEntries(WATCHED_FIELDS.map((field) => [field, percent(field)])) as Record<
        WatchedField,
        number
      >;
    },
  };
}

/** Unconfirmed people come later, when the whole archive is read: they don't count. */
function isFilled(field: WatchedField, value: unknown): boolean {
  if (field === 'people') return (value as string[]).some((person) => !isUnconfirmed(person));
  return Array.isArray(value) ? value.length > 0 : value !== null;
}
