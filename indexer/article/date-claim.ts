import type { PartialDate } from '../partial-date.ts';

/** A date of publication that the page gives, with where it stands. */
export type DateClaim = {
  readonly date: PartialDate;
  readonly rule: string;
  readonly printed: string;
  /** Higher is trusted more; see `TRUST`. */
  readonly trust: number;
};

/*
 * The order of trust, from what is written for machines about this article to what stands near it.
 * A claim that an independent one confirms to the day gains; a date in the future of all others loses.
 */
export const TRUST = {
  siteRule: 100,
  jsonLd: 90,
  itemprop: 80,
  metaPublished: 78,
  timeNearHeadline: 70,
  metaDate: 60,
  url: 55,
  printedNearHeadline: 50,
  timeElsewhere: 30,
} as const;

/** The most trusted claim; what another source confirms gains, a month is made a day by a finer claim. */
export function mostTrusted(claims: readonly DateClaim[]): DateClaim | null {
  let best: DateClaim | null = null;
  let bestTrust = Number.NEGATIVE_INFINITY;
  for (const claim of claims) {
    const confirmations = claims.filter(
      (other) => other.rule !== claim.rule && other.date === claim.date,
    ).length;
    const vague = claim.date.length < 10 ? 15 : 0;
    const trust = claim.trust + Math.min(confirmations, 3) * 6 - vague;
    if (trust > bestTrust) {
      best = claim;
      bestTrust = trust;
    }
  }
  return best;
}
