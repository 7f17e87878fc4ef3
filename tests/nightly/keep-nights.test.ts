import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepNights, type Nights, type Occasion } from '../../indexer/nightly/keep-nights.ts';
import { missedNight } from '../../indexer/nightly/missed-night.ts';

const rome = { expression: '10 4 * * *', timeZone: 'Europe/Rome' };

describe('a missed night', () => {
  it.each([
    ['nothing ran since before it', '2026-03-10T02:00:00Z', '2026-03-10T08:00:00Z', '03:10'],
    ['the job never ran', null, '2026-03-10T08:00:00Z', '03:10'],
    ['it ran after it', '2026-03-10T03:11:00Z', '2026-03-10T08:00:00Z', null],
    ['its time has not come yet', '2026-03-09T03:11:00Z', '2026-03-10T03:09:00Z', null],
    ['the job ran in the very minute', '2026-03-10T03:10:30Z', '2026-03-10T08:00:00Z', null],
    ['it is summer time', '2026-07-10T01:00:00Z', '2026-07-10T08:00:00Z', '02:10'],
  ])('is seen when %s', (_, lastRun, now, expected) => {
    const last = lastRun === null ? null : new Date(lastRun);
    const missed = missedNight(rome, last, new Date(now));
    expect(missed?.toISOString().slice(11, 16) ?? null).toBe(expected);
  });

  it('is the latest of several', () => {
    const missed = missedNight(rome, new Date('2026-01-01Z'), new Date('2026-03-10T08:00:00Z'));
    expect(missed?.toISOString()).toBe('2026-03-10T03:10:00.000Z');
  });

  it('exists also on the night when the clock jumps from two to three', () => {
    const missed = missedNight(rome, new Date('2027-03-27T12:00Z'), new Date('2027-03-28T12:00Z'));
    expect(missed?.toISOString()).toBe('2027-03-28T02:10:00.000Z');
  });
});

describe('the keeper of the nights', () => {
  const occasions: Occasion[] = [];
  const said: string[] = [];
  let finish: () => void = () => {};
  beforeEach(() => {
    occasions.length = 0;
    said.length = 0;
    vi.useFakeTimers({ now: new Date('2026-03-10T12:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const nights = (changes: Partial<Nights> = {}): Nights => ({
    schedule: rome,
    jitterMs: 0,
    lastRun: new Date(),
    run: async (occasion) => {
      occasions.push(occasion);
    },
    log: (line) => said.push(line),
    ...changes,
  });
  const longRun = (occasion: Occasion): Promise<void> => {
    occasions.push(occasion);
    return new Promise((resolve) => {
      finish = resolve;
    });
  };

  it('runs once a night and says when the next is', async () => {
    const keeper = keepNights(nights());
    expect(keeper.nextAt()?.toISOString()).toBe('2026-03-11T03:10:00.000Z');
    await vi.advanceTimersByTimeAsync(3 * 24 * 3_600_000);
    expect(occasions).toEqual(['scheduled', 'scheduled', 'scheduled']);
    await keeper.stop();
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(occasions).toHaveLength(3);
  });

  it('makes up for a night that was missed while nothing ran', async () => {
    const keeper = keepNights(nights({ lastRun: new Date('2026-03-09T12:00:00Z') }));
    expect(occasions).toEqual(['missed']);
    expect(said.join()).toContain('2026-03-10T03:10:00.000Z was missed');
    await keeper.stop();
  });

  it('makes up for a night over which the machine slept or its clock jumped', async () => {
    const keeper = keepNights(nights());
    vi.setSystemTime(new Date('2026-03-11T09:00:00Z'));
    await vi.advanceTimersByTimeAsync(24 * 3_600_000);
    expect(occasions[0]).toBe('missed');
    await keeper.stop();
  });

  it('never runs twice at once', async () => {
    const keeper = keepNights(nights({ run: longRun }));
    await vi.advanceTimersByTimeAsync(2 * 24 * 3_600_000);
    expect(occasions).toEqual(['scheduled']);
    finish();
    await keeper.stop();
  });

  it('waits at its stop for the run that is under way', async () => {
    const keeper = keepNights(nights({ run: longRun, lastRun: null }));
    let stopped = false;
    const stopping = keeper.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(stopped).toBe(true);
  });

  it('starts within the jitter', async () => {
    const keeper = keepNights(nights({ jitterMs: 600_000 }));
    await vi.advanceTimersByTimeAsync(Date.parse('2026-03-11T03:20:01Z') - Date.now());
    expect(occasions).toEqual(['scheduled']);
    await keeper.stop();
  });

  it.each([
    ['a schedule that is none', { ...rome, expression: '99 4 * * *' }, /"99 4 \* \* \*"/],
    ['a place without a time zone', { ...rome, timeZone: 'Europe/Pyongyang' }, /Europe\/Pyongyang/],
  ])('refuses %s', (_, schedule, message) => {
    expect(() => keepNights(nights({ schedule }))).toThrow(message);
  });
});
