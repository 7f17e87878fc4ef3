import type { ReindexReport } from '../../indexer/reindex/reindex-report.ts';
import { type ReindexFlags, runReindex } from './run-reindex.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { engineOf, openWorkplace, type WorkplaceOptions } from './workplace.ts';

export type IndexFlags = WorkplaceOptions &
  ReindexFlags & { readonly json?: boolean; readonly strict?: boolean };

/** Makes the index follow the archive once. */
export async function indexArchive(flags: IndexFlags, terminal: Terminal): Promise<number> {
  const workplace = openWorkplace(flags, terminal);
  const engine = await engineOf(workplace, terminal);
  try {
    const { full = false, force = false } = flags;
    const report = await runReindex(workplace, engine, { full, force }, terminal);
    if (flags.json) terminal.out(JSON.stringify(report));
    return exitCode(report, flags.strict ?? false);
  } finally {
    await engine.stop();
  }
}

function exitCode({ outcome, rejections }: ReindexReport, strict: boolean): number {
  if (outcome === 'failed' || outcome === 'refused') return EXIT.failed;
  return strict && rejections.length > 0 ? EXIT.rejections : EXIT.done;
}
