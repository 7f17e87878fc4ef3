import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Engine, type EngineOptions, openEngine } from '../../indexer/engine/open-engine.ts';
import { serversOn, stopServer } from '../../indexer/engine/server-process.ts';

/** Temporary data folders whose servers and processes end with the test. */
export function makeWorkshop() {
  const folders: string[] = [];
  const engines: Engine[] = [];
  const children: ChildProcess[] = [];
  return {
    folder(): string {
      const folder = mkdtempSync(join(tmpdir(), 'dispatches-engine-'));
      folders.push(folder);
      return folder;
    },
    async open(options: Partial<EngineOptions> & { dataFolder: string }): Promise<Engine> {
      const engine = await openEngine({ log: () => {}, ...options });
      engines.push(engine);
      return engine;
    },
    /** Another process of ours that opens the engine and holds it until it is ended. */
    async hold(dataFolder: string, ...flags: string[]): Promise<Holder> {
      const script = fileURLToPath(new URL('./hold-engine.ts', import.meta.url));
      const child = spawn(process.execPath, ['--import', 'tsx', script, dataFolder, ...flags], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      children.push(child);
      const lines = createInterface({ input: child.stdout });
      const [line] = (await once(lines, 'line')) as [string];
      return { child, said: JSON.parse(line) as Said, ended: ended(child) };
    },
    async close(): Promise<void> {
      for (const child of children.splice(0)) {
        child.kill('SIGKILL');
        await ended(child);
      }
      for (const engine of engines.splice(0)) await engine.stop();
      for (const folder of folders.splice(0)) {
        for (const server of serversOn(folder)) await stopServer(server);
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** What `hold-engine.ts` prints first. */
export type Said = { url?: string; searchKey?: string; error?: string; pid?: number };
export type Holder = { child: ChildProcess; said: Said; ended: Promise<void> };

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** The process id that the state file names. */
export function serverPid(dataFolder: string): number {
  const state = JSON.parse(readFileSync(join(dataFolder, 'engine.json'), 'utf8'));
  return state.server.pid as number;
}
