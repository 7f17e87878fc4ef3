import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readFolder } from '../../indexer/archive/read-folder.ts';
import { convertPage } from '../../indexer/convert/convert-page.ts';
import { loadConverter } from '../../indexer/convert/converter.ts';
import type { Dispatch } from '../../indexer/dispatch.ts';
import { fillIndex, startEngine } from '../engine.ts';

/** CPU milliseconds a search, of the facade and of the engine behind it. */
export type FacadeCost = {
  readonly searches: number;
  /** Searches that nobody asked before: twenty hits with snippets, three facets. */
  readonly newMs: number;
  readonly engineMs: number;
  /** The same searches again, answered from memory. */
  readonly cachedMs: number;
};

const WARM_UP = 150;
const MOST = 200;

/** Two words of one dispatch each time, as readers type them. */
export async function benchFacade(archive: string): Promise<FacadeCost> {
  const dispatches = await convertAll(archive);
  const engine = await startEngine();
  await fillIndex(engine, dispatches);
  const program = fileURLToPath(new URL('facade-process.ts', import.meta.url));
  const facade = fork(program, [engine.url, engine.key], { execArgv: process.execArgv });
  try {
    const [port] = await once(facade, 'message');
    const ask = async (paths: readonly string[]) => {
      for (const path of paths) {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`);
        if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
        await answer.arrayBuffer();
      }
    };
    const paths = searchesFor(dispatches);
    const measured = paths.slice(WARM_UP, WARM_UP + MOST);
    await ask(paths.slice(0, WARM_UP));
    const before = { facade: cpuMs(facade.pid), engine: cpuMs(engine.pid) };
    await ask(measured);
    const between = { facade: cpuMs(facade.pid), engine: cpuMs(engine.pid) };
    await ask(measured);
    const after = cpuMs(facade.pid);
    return {
      searches: measured.length,
      newMs: (between.facade - before.facade) / measured.length,
      engineMs: (between.engine - before.engine) / measured.length,
      cachedMs: (after - between.facade) / measured.length,
    };
  } finally {
    facade.disconnect();
    await engine.stop();
  }
}

async function convertAll(archive: string): Promise<readonly Dispatch[]> {
  const converter = loadConverter();
  const dispatches: Dispatch[] = [];
  for await (const page of readFolder(archive)) {
    if (!('bytes' in page)) continue;
    const { dispatch } = convertPage(page, converter) as { dispatch?: Dispatch };
    if (dispatch) dispatches.push({ ...dispatch, firstIndexedAt: '2026-01-01T00:00:00.000Z' });
  }
  return dispatches;
}

/** The n-th takes the words of the n-th dispatch, and further words when there are few dispatches. */
function searchesFor(dispatches: readonly Dispatch[]): readonly string[] {
  return Array.from({ length: WARM_UP + MOST }, (_, n) => {
    const { text } = dispatches[n % dispatches.length] as Dispatch;
    const words = text.match(/\p{L}{4,}/gu) ?? ['nothing'];
    const at = 7 * Math.floor(n / dispatches.length);
    const two = [words[at % words.length], words[(at + 5) % words.length]].join(' ');
    // Some words come in many dispatches: the day makes each search a new one.
    const from = `19${String(10 + (n % 80))}-0${1 + (n % 9)}`;
    return `/v1/dispatches?${new URLSearchParams({ q: two, from, facets: 'agency,person,year' })}`;
  });
}

/** User and system time of a process and all its threads, as the kernel counts it, in steps of 10 ms. */
function cpuMs(pid: number | undefined): number {
  const [, ...fields] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = (fields.at(-1) ?? '').split(' ').slice(11, 13).map(Number);
  return (user + system) * 10;
}
