import { readArchives } from '../../indexer/archive/read-archives.ts';
import { sha256 } from '../../indexer/archive/read-folder.ts';
import { connect } from '../../indexer/engine/connect.ts';
import { readLiveIndex } from '../../indexer/load/live-index.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { archivesOf, engineOf, openWorkplace, type WorkplaceOptions } from './workplace.ts';

const PATIENCE_MS = 60_000;

/** How a stored page stands to what the index says of it. */
type Finding = { readonly path: string; readonly state: 'changed' | 'missing' | 'not-indexed' };

/** Compares the stored pages with the hashes recorded in the index; each difference is a JSON line. */
export async function verify(flags: WorkplaceOptions, terminal: Terminal): Promise<number> {
  const workplace = openWorkplace(flags, terminal);
  const archives = archivesOf(workplace);
  const engine = await engineOf(workplace, terminal);
  try {
    const client = connect(engine);
    const { byPath } = await readLiveIndex(client, PATIENCE_MS);
    const findings: Finding[] = [];
    const seen = new Set<string>();
    for await (const page of readArchives(archives)) {
      seen.add(page.path);
      const indexed = byPath.get(page.path);
      if (!indexed) findings.push({ path: page.path, state: 'not-indexed' });
      else if (!('bytes' in page) || sha256(page.bytes) !== indexed.sha256) {
        findings.push({ path: page.path, state: 'changed' });
      }
    }
    for (const path of byPath.keys()) {
      if (!seen.has(path)) findings.push({ path, state: 'missing' });
    }
    for (const finding of findings) terminal.out(JSON.stringify(finding));
    const worse = findings.filter(({ state }) => state !== 'not-indexed').length;
    terminal.err(`${byPath.size} dispatches checked: ${worse} differ from their stored pages`);
    return worse === 0 ? EXIT.done : EXIT.failed;
  } finally {
    await engine.stop();
  }
}
