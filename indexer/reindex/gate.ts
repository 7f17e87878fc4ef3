import { WATCHED_FIELDS, type WatchedField } from './reindex-report.ts';

/** At least this share of the live dispatches must remain. */
export const MUST_REMAIN = 0.95;
/** Percentage points by which a field's filling may fall. */
export const MAY_FALL = 5;

type Filled = Readonly<Record<WatchedField, number>> | null;

/** What the gate weighs before readers see anything. */
export type GateQuestion = {
  /** Dispatches in the live index. */
  readonly live: number;
  /** How many of them would still be there. */
  readonly remaining: number;
  /** Filling of the watched fields in percent, in the live index and in the new one. */
  readonly filledBefore: Filled;
  readonly filledAfter: Filled;
};

/** Why the new index may not replace the live one; `null` when it may. */
export function whyNot({
  live,
  remaining,
  filledBefore,
  filledAfter,
}: GateQuestion): string | null {
  if (remaining < live * MUST_REMAIN) {
    return (
      `only ${remaining} of ${live} dispatches would remain, ${MUST_REMAIN * 100} % must; ` +
      'if the pages were removed on purpose, run again with --force'
    );
  }
  if (!filledBefore || !filledAfter) return null;
  const fallen = WATCHED_FIELDS.find(
    (field) => filledBefore[field] - filledAfter[field] > MAY_FALL,
  );
  if (!fallen) return null;
  return (
    `"${fallen}" would be filled in ${filledAfter[fallen]} % of the dispatches, now it is in ` +
    `${filledBefore[fallen]} %; if that is right, run again with --force`
  );
}
