import { describe, expect, it } from 'vitest';
import { whyNot } from '../../indexer/reindex/gate.ts';
import { WATCHED_FIELDS, type WatchedField } from '../../indexer/reindex/reindex-report.ts';

const filled = (percent: number, changed: Partial<Record<WatchedField, number>> = {}) => ({
  ...(Object.fromEntries(WATCHED_FIELDS.map((field) => [field, percent])) as Record<
    WatchedField,
    number
  >),
  ...changed,
});

describe('the gate before a swap', () => {
  it.each([
    ['the first index, nothing to lose', 0, 0],
    ['all remain', 1000, 1000],
    ['exactly 95 in 100 remain', 100, 95],
  ])('opens: %s', (_what, live, remaining) => {
    expect(whyNot({ live, remaining, filledBefore: null, filledAfter: null })).toBeNull();
  });

  it.each([
    ['an unmounted archive', 1862, 0],
    ['94 in 100 remain', 100, 94],
    ['one of ten is gone', 10, 9],
  ])('stays shut: %s', (_what, live, remaining) => {
    const reason = whyNot({ live, remaining, filledBefore: null, filledAfter: null });
    expect(reason).toContain(`only ${remaining} of ${live}`);
    expect(reason).toContain('--force');
  });

  it('stays shut when an extractor broke, and names the field', () => {
    const reason = whyNot({
      live: 100,
      remaining: 100,
      filledBefore: filled(90),
      filledAfter: filled(90, { agency: 84.9 }),
    });
    expect(reason).toContain('"agency"');
  });

  it('opens when a field is filled a little less, or more', () => {
    const answer = whyNot({
      live: 100,
      remaining: 100,
      filledBefore: filled(90),
      filledAfter: filled(90, { agency: 85, people: 99 }),
    });
    expect(answer).toBeNull();
  });
});
