import type { Meilisearch } from 'meilisearch';
import { unknownCredits } from '../../indexer/agency/unknown-credits.ts';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { LIVE_INDEX } from '../../indexer/dispatch-index.ts';
import { connect } from '../../indexer/engine/connect.ts';
import { eachPage } from '../../indexer/load/all-documents.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { engineOf, openWorkplace, type WorkplaceOptions } from './workplace.ts';

export type AgenciesFlags = WorkplaceOptions & {
  readonly unknown?: boolean;
  readonly json?: boolean;
};

/** Lists the catalogue; with `--unknown`, the credits in the index that it does not know. */
export async function agencies(flags: AgenciesFlags, terminal: Terminal): Promise<number> {
  const workplace = openWorkplace(flags, terminal);
  if (flags.unknown) return listUnknown(workplace, flags.json ?? false, terminal);
  for (const agency of workplace.configuration().agencies().agencies) {
    const { id, short, country } = agency;
    terminal.out(flags.json ? JSON.stringify(agency) : `${id}\t${short}\t${country ?? ''}`);
  }
  return EXIT.done;
}

async function listUnknown(
  workplace: ReturnType<typeof openWorkplace>,
  json: boolean,
  terminal: Terminal,
): Promise<number> {
  const engine = await engineOf(workplace, terminal);
  try {
    const credited = await creditedDispatches(connect(engine));
    for (const unknown of unknownCredits(credited)) {
      const { credit, count, example } = unknown;
      const line = `${count}\t${credit}\t${example.path}\t${example.dateline ?? ''}`;
      terminal.out(json ? JSON.stringify(unknown) : line);
    }
    return EXIT.done;
  } finally {
    await engine.stop();
  }
}

type Credited = Pick<Dispatch, 'credit' | 'dateline' | 'source'>;
const FIELDS = ['credit', 'dateline', 'source'] as const;
const PATIENCE_MS = 60_000;

async function creditedDispatches(client: Meilisearch): Promise<Credited[]> {
  const found: Credited[] = [];
  for await (const page of eachPage<Credited>(client, LIVE_INDEX, PATIENCE_MS, FIELDS)) {
    found.push(...page.filter(({ credit }) => credit !== null));
  }
  return found;
}
