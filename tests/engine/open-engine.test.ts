import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Meilisearch } from 'meilisearch';
import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../indexer/engine/connect.ts';
import { finishTask } from '../../indexer/engine/finish-task.ts';
import { DataFolderBusy } from '../../indexer/engine/open-engine.ts';
import { serversOn } from '../../indexer/engine/server-process.ts';
import { makeWorkshop, serverPid } from './fixtures.ts';

const workshop = makeWorkshop();
afterEach(() => workshop.close());

async function untilGone(dataFolder: string): Promise<void> {
  for (let i = 0; i < 200 && serversOn(dataFolder).length > 0; i += 1) await delay(25);
  expect(serversOn(dataFolder)).toEqual([]);
}

async function untilHealthy(url: string): Promise<void> {
  for (let i = 0; i < 200; i += 1) {
    if (
      await fetch(`${url}/health`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await delay(50);
  }
  throw new Error(`${url} did not come back`);
}

describe('an engine of our own', () => {
  it('starts on an empty folder, on this machine only, and leaves no process when stopped', async () => {
    const dataFolder = workshop.folder();
    const engine = await workshop.open({ dataFolder });
    expect(engine).toMatchObject({ owned: true, version: '1.21.0' });
    expect(engine.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await connect(engine).health()).status).toBe('available');
    await engine.stop();
    await engine.stop();
    expect(serversOn(dataFolder)).toEqual([]);
    expect(existsSync(join(dataFolder, 'engine.json'))).toBe(false);
  });

  it('keeps its keys to itself and its documents across restarts', async () => {
    const dataFolder = workshop.folder();
    const first = await workshop.open({ dataFolder });
    const { taskUid } = await connect(first)
      .index('dispatches')
      .addDocuments([{ id: 'a' }]);
    await finishTask(connect(first), taskUid, 10_000);
    await first.stop();
    const second = await workshop.open({ dataFolder });
    expect(second.adminKey).toBe(first.adminKey);
    expect(await connect(second).index('dispatches').getDocument('a')).toEqual({ id: 'a' });
    expect(statSync(join(dataFolder, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('gives the facade a key that can search and nothing else', async () => {
    const engine = await workshop.open({ dataFolder: workshop.folder() });
    const admin = connect(engine);
    await finishTask(admin, (await admin.createIndex('dispatches')).taskUid, 10_000);
    const facade = new Meilisearch({ host: engine.url, apiKey: engine.searchKey });
    expect((await facade.index('dispatches').search('')).hits).toEqual([]);
    await expect(facade.index('dispatches').deleteAllDocuments()).rejects.toThrow(/invalid/);
    await expect(facade.getKeys()).rejects.toThrow(/invalid/);
    await expect(admin.getKeys()).rejects.toThrow(/invalid/);
  });

  it('is shared by two processes and ends with the last of them', async () => {
    const dataFolder = workshop.folder();
    const other = await workshop.hold(dataFolder, '--exclusive');
    const engine = await workshop.open({ dataFolder });
    expect(engine.url).toBe(other.said.url);
    other.child.kill('SIGTERM');
    await other.ended;
    expect((await connect(engine).health()).status).toBe('available');
    await engine.stop();
    expect(serversOn(dataFolder)).toEqual([]);
  });

  it('is started once when two processes ask at the same moment', async () => {
    const dataFolder = workshop.folder();
    const [one, two] = await Promise.all([workshop.hold(dataFolder), workshop.hold(dataFolder)]);
    expect(one.said.url).toBe(two.said.url);
    expect(serversOn(dataFolder)).toHaveLength(1);
  });

  it('comes back at the same address after it was killed, with nothing lost', async () => {
    const dataFolder = workshop.folder();
    const said: string[] = [];
    const engine = await workshop.open({ dataFolder, log: (line) => said.push(line) });
    const { taskUid } = await connect(engine)
      .index('dispatches')
      .addDocuments([{ id: 'a' }]);
    const killed = serverPid(dataFolder);
    process.kill(killed, 'SIGKILL');
    await finishTask(connect(engine), taskUid, 30_000);
    await untilHealthy(engine.url);
    expect(await connect(engine).index('dispatches').getDocument('a')).toEqual({ id: 'a' });
    expect(serverPid(dataFolder)).not.toBe(killed);
    expect(said.join()).toContain('started again');
    await engine.stop();
    expect(serversOn(dataFolder)).toEqual([]);
  });

  it('is brought back by the process that joined it when its starter is gone', async () => {
    const dataFolder = workshop.folder();
    const starter = await workshop.hold(dataFolder);
    const engine = await workshop.open({ dataFolder });
    starter.child.kill('SIGKILL');
    await starter.ended;
    process.kill(serverPid(dataFolder), 'SIGKILL');
    await delay(50);
    await untilHealthy(engine.url);
  });
});

describe('what a crash leaves', () => {
  it('an orphan of a killed process is taken over by the next start', async () => {
    const dataFolder = workshop.folder();
    const killed = await workshop.hold(dataFolder, '--exclusive');
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(serversOn(dataFolder)).toHaveLength(1);
    const engine = await workshop.open({ dataFolder, exclusive: true });
    expect(engine.url).toBe(killed.said.url);
    await engine.stop();
    expect(serversOn(dataFolder)).toEqual([]);
  });

  it('an orphan that no file tells of is stopped before another one starts', async () => {
    const dataFolder = workshop.folder();
    const killed = await workshop.hold(dataFolder);
    killed.child.kill('SIGKILL');
    await killed.ended;
    rmSync(join(dataFolder, 'engine.json'));
    const orphan = serversOn(dataFolder)[0]?.pid;
    await workshop.open({ dataFolder });
    expect(serversOn(dataFolder).map((server) => server.pid)).toEqual([serverPid(dataFolder)]);
    expect(serverPid(dataFolder)).not.toBe(orphan);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s ends the engine too', async (signal) => {
    const dataFolder = workshop.folder();
    const holder = await workshop.hold(dataFolder);
    holder.child.kill(signal);
    await holder.ended;
    expect(holder.child.signalCode).toBe(signal);
    expect(serversOn(dataFolder)).toEqual([]);
  });

  it('an exception that nobody catches ends the engine too', async () => {
    const dataFolder = workshop.folder();
    const holder = await workshop.hold(dataFolder, '--throw');
    await holder.ended;
    await untilGone(dataFolder);
  });
});

describe('two starts on one data folder', () => {
  it('the second is told who has it and ends', async () => {
    const dataFolder = workshop.folder();
    const first = await workshop.hold(dataFolder, '--exclusive');
    const second = await workshop.hold(dataFolder, '--exclusive');
    expect(second.said).toEqual({ error: 'DataFolderBusy', pid: first.child.pid });
    await expect(workshop.open({ dataFolder, exclusive: true })).rejects.toThrow(DataFolderBusy);
  });

  it('the folder is free again after the first has stopped', async () => {
    const dataFolder = workshop.folder();
    await (await workshop.open({ dataFolder, exclusive: true })).stop();
    await workshop.open({ dataFolder, exclusive: true });
  });
});

describe('a server that the operator names', () => {
  it('is used as it is and left running', async () => {
    const own = await workshop.open({ dataFolder: workshop.folder() });
    const dataFolder = join(workshop.folder(), 'untouched');
    const said: string[] = [];
    const named = await workshop.open({
      dataFolder,
      meiliUrl: `${own.url}/`,
      meiliKey: own.adminKey,
      meiliSearchKey: own.searchKey,
      log: (line) => said.push(line),
    });
    expect(named).toMatchObject({ url: own.url, owned: false, version: '1.21.0' });
    expect(named.searchKey).toBe(own.searchKey);
    expect(said).toEqual([]);
    await named.stop();
    expect(existsSync(dataFolder)).toBe(false);
    expect((await connect(own).health()).status).toBe('available');
  });

  it('may be away for now', async () => {
    const said: string[] = [];
    const log = (line: string): number => said.push(line);
    const named = await workshop.open({
      dataFolder: '/nowhere',
      meiliUrl: 'http://127.0.0.1:9',
      log,
    });
    expect(named.version).toBe('unknown');
    expect(said).toHaveLength(1);
  });
});
