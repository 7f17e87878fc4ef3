import { keepNightsOf, oneNight } from './nightly.ts';
import { openFacade, type ServeFlags } from './open-facade.ts';
import { ended } from './serve.ts';
import { EXIT, type Terminal } from './terminal.ts';
import {
  engineOf,
  openWorkplace,
  SAMPLE_ARCHIVE,
  type Workplace,
  type WorkplaceOptions,
} from './workplace.ts';

/**
 * Everything in one process tree: engine, index, facade. Without an archive the sample is used. Serves
 * while it indexes, so that a second start answers at once with what is indexed.
 */
export async function start(
  flags: WorkplaceOptions & ServeFlags,
  terminal: Terminal,
): Promise<number> {
  const workplace = orSample(openWorkplace(flags, terminal));
  const engine = await engineOf(workplace, terminal, true);
  try {
    const facade = await openFacade(workplace, engine, flags);
    try {
      terminal.err(`Archive: ${workplace.archives.join(', ')}`);
      const report = await oneNight(workplace, engine, terminal);
      // With something indexed, readers are served whatever befell the archive.
      if (report?.outcome === 'failed' && report.total === 0) return EXIT.failed;
      if (terminal.signal.aborted) return EXIT.done;
      terminal.err(`\nSearch page: ${facade.address}\nCtrl-C ends everything.`);
      const nights = keepNightsOf(workplace, engine, terminal, new Date());
      await ended(terminal.signal);
      await nights.stop();
      return EXIT.done;
    } finally {
      await facade.close();
    }
  } finally {
    await engine.stop();
  }
}

function orSample(workplace: Workplace): Workplace {
  return workplace.archives.length > 0 ? workplace : { ...workplace, archives: [SAMPLE_ARCHIVE] };
}
