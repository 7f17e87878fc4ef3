import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFolder } from '../../indexer/archive/read-folder.ts';
import { openEngine } from '../../indexer/engine/open-engine.ts';
import { serversOn } from '../../indexer/engine/server-process.ts';
import type { ReindexReport } from '../../indexer/reindex/reindex-report.ts';
import { runReindex } from '../../src/commands/run-reindex.ts';
import { openWorkplace } from '../../src/commands/workplace.ts';
import { quietTerminal } from '../quiet-terminal.ts';

/** What one run cost: seconds that passed, and CPU seconds of our threads and of the engine together. */
export type Cost = { readonly wall: number; readonly cpu: number };

/** Runs of the night job in one process, on a copy of an archive. */
export type Nights = {
  readonly full: Cost;
  readonly nothingChanged: Cost;
  readonly onePercentChanged: Cost;
};

/** Changes one page in a hundred between the second and the third run. */
const ONE_IN = 100;

export async function benchNights(archive: string): Promise<Nights> {
  const folder = mkdtempSync(join(tmpdir(), 'dispatches-nights-'));
  const [pages, data] = [join(folder, 'pages'), join(folder, 'data')];
  cpSync(archive, pages, { recursive: true, preserveTimestamps: true });
  const terminal = quietTerminal();
  const workplace = openWorkplace({ archive: [pages], data }, terminal);
  const engine = await openEngine({ dataFolder: data, log: () => {} });
  const night = (outcome: ReindexReport['outcome']) =>
    costOf(data, async () => {
      const report = await runReindex(workplace, engine, {}, terminal);
      if (report.outcome !== outcome) throw new Error(`${report.outcome}: ${report.problem}`);
    });
  try {
    const full = await night('swapped');
    const nothingChanged = await night('unchanged');
    await changePages(pages);
    return { full, nothingChanged, onePercentChanged: await night('updated') };
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true });
  }
}

async function changePages(pages: string): Promise<void> {
  let number = 0;
  for await (const entry of listFolder(pages)) {
    if (number % ONE_IN === 0) changePage(join(pages, entry.path));
    number += 1;
  }
}

/** Another text, whatever the page's character set. */
function changePage(file: string): void {
  const before = readFileSync(file, 'latin1');
  const after = before.replace(/<\/(?:p|div)>/i, ' This was added.$&');
  writeFileSync(file, after === before ? `${before}<p>This was added.` : after, 'latin1');
}

async function costOf(dataFolder: string, run: () => Promise<void>): Promise<Cost> {
  const [started, before, engineBefore] = [Date.now(), process.cpuUsage(), engineCpu(dataFolder)];
  await run();
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6 + engineCpu(dataFolder) - engineBefore;
  return { wall: (Date.now() - started) / 1000, cpu };
}

const TICKS_A_SECOND = 100;

/** CPU seconds of the engine on a data folder so far. */
function engineCpu(dataFolder: string): number {
  const seconds = serversOn(dataFolder).map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  });
  return seconds.reduce((sum, one) => sum + one, 0);
}
