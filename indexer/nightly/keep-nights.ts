import { createTask, type Logger, validateDetailed } from 'node-cron';
import { missedNight, type Schedule } from './missed-night.ts';

/** Why the job runs now. */
export type Occasion = 'scheduled' | 'missed';

export type Nights = {
  readonly schedule: Schedule;
  /** The start is put off by up to this long, so that many machines don't begin in the same second. */
  readonly jitterMs: number;
  /** When the job ran last and to its end, whoever ran it; `null` when it never did. */
  readonly lastRun: Date | null;
  /** One run; must not throw, and ends early when the operator asks for it. */
  readonly run: (occasion: Occasion) => Promise<void>;
  readonly log: (line: string) => void;
};

export type NightKeeper = {
  /** The next time by the schedule, without jitter. */
  readonly nextAt: () => Date | null;
  /** Ends the schedule and waits for a run that is under way. */
  readonly stop: () => Promise<void>;
};

/**
 * Runs the job by its schedule: never twice at once, and once more when a night was missed, because
 * the process was not running, the machine slept, or its clock jumped. Throws when the schedule
 * can't be read.
 */
export function keepNights(nights: Nights): NightKeeper {
  const { expression, timeZone } = nights.schedule;
  mustBeReadable(nights.schedule);
  const job = oneAtATime(nights.run);
  const task = createTask(expression, () => job.start('scheduled'), {
    timezone: timeZone,
    noOverlap: true,
    maxRandomDelay: nights.jitterMs,
    logger: loggerTo(nights.log),
  });
  const catchUp = (missed: Date | null): void => {
    if (missed === null) return;
    nights.log(`the run of ${missed.toISOString()} was missed; it is made up for now`);
    void job.start('missed');
  };
  task.on('execution:missed', ({ date }) => catchUp(date));
  void task.start();
  catchUp(missedNight(nights.schedule, nights.lastRun, new Date()));
  const stop = async (): Promise<void> => {
    await task.destroy();
    await job.idle();
  };
  return { nextAt: () => task.getNextRun(), stop };
}

function mustBeReadable({ expression, timeZone }: Schedule): void {
  const fault = validateDetailed(expression).errors[0];
  if (fault !== undefined) {
    throw new Error(`the schedule "${expression}" can't be read: ${fault.message}`);
  }
  try {
    Intl.DateTimeFormat('en', { timeZone });
  } catch (cause) {
    throw new Error(`there is no time zone "${timeZone}"`, { cause });
  }
}

/** A second start joins the run that is under way. */
function oneAtATime(run: Nights['run']) {
  let underWay: Promise<void> | null = null;
  return {
    start(occasion: Occasion): Promise<void> {
      underWay ??= run(occasion).finally(() => {
        underWay = null;
      });
      return underWay;
    },
    async idle(): Promise<void> {
      await underWay;
    },
  };
}

/** What the library has to say that an operator should read. */
function loggerTo(log: Nights['log']): Logger {
  const say = (message: string | Error): void => log(String(message));
  return { info: () => {}, debug: () => {}, warn: say, error: say };
}
