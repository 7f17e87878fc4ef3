import { openFacade, type ServeFlags } from './open-facade.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { engineOf, openWorkplace, type WorkplaceOptions } from './workplace.ts';

/** Serves pages and API until the operator ends it. */
export async function serve(
  flags: WorkplaceOptions & ServeFlags,
  terminal: Terminal,
): Promise<number> {
  const workplace = openWorkplace(flags, terminal);
  const engine = await engineOf(workplace, terminal);
  try {
    const facade = await openFacade(workplace, engine, flags);
    terminal.err(`Search page: ${facade.address}`);
    await ended(terminal.signal);
    await facade.close();
    return EXIT.done;
  } finally {
    await engine.stop();
  }
}

/** Resolves when the operator asks to end. */
export function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}
