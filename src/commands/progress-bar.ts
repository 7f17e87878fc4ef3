import cliProgress from 'cli-progress';
import type { Progress } from '../../indexer/reindex/run.ts';
import type { Terminal } from './terminal.ts';

const WORDS: Record<Progress['phase'], string> = {
  converting: 'Converting pages',
  indexing: 'Indexing        ',
  swapping: 'Going live      ',
};

/** Where a run tells how far it is. */
export type ProgressDisplay = {
  readonly show: (progress: Progress) => void;
  readonly end: () => void;
};

/** A bar on a terminal; a line at every tenth where the output goes to a file. */
export function progressDisplay(terminal: Terminal): ProgressDisplay {
  return terminal.isInteractive ? bar() : lines(terminal);
}

function bar(): ProgressDisplay {
  const shown = new cliProgress.SingleBar(
    {
      format: '{phase} {bar} {percentage} % · {value}/{total} · {eta_formatted} left',
      hideCursor: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let started = false;
  return {
    show({ phase, done, total }) {
      if (!started) shown.start(total, done, { phase: WORDS[phase] });
      started = true;
      shown.update(done, { phase: WORDS[phase] });
    },
    end: () => shown.stop(),
  };
}

function lines(terminal: Terminal): ProgressDisplay {
  let said = '';
  return {
    show({ phase, done, total }) {
      const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
      const line = `${WORDS[phase].trim()}: ${tenth * 10} %`;
      if (line !== said) terminal.err(line);
      said = line;
    },
    end() {},
  };
}
