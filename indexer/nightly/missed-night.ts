import { createTask } from 'node-cron';

const MINUTE_MS = 60_000;
/** Further back nothing is looked for: a schedule that rests longer has missed that one for sure. */
const FURTHEST_MINUTES = 32 * 24 * 60;

/** When the job should run: a cron expression, read in a time zone (`Europe/Rome`). */
export type Schedule = { readonly expression: string; readonly timeZone: string };

/**
 * The latest time at which the job should have run since `lastRunAt`, or `null` when it has missed
 * nothing. A job that never ran has missed its latest time.
 */
export function missedNight(schedule: Schedule, lastRunAt: Date | null, now: Date): Date | null {
  const { expression, timeZone } = schedule;
  const task = createTask(expression, () => {}, { timezone: timeZone });
  const last = Math.floor(now.getTime() / MINUTE_MS);
  const first = Math.max(
    last - FURTHEST_MINUTES,
    lastRunAt === null ? 0 : Math.floor(lastRunAt.getTime() / MINUTE_MS) + 1,
  );
  // The library looks forward only, so the minutes are asked one by one, from the newest.
  for (let minute = last; minute >= first; minute -= 1) {
    const time = new Date(minute * MINUTE_MS);
    if (task.match(time)) return time;
  }
  return null;
}

/** The next time at which the job should run; `null` when the schedule names none. */
export function nextNight({ expression, timeZone }: Schedule): Date | null {
  return createTask(expression, () => {}, { timezone: timeZone }).getNextRuns(1)[0] ?? null;
}
