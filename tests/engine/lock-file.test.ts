import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { tryLock } from '../../indexer/engine/lock-file.ts';
import { isAlive, processAt, thisProcess } from '../../indexer/engine/process-identity.ts';
import { makeWorkshop } from './fixtures.ts';

const workshop = makeWorkshop();
afterEach(() => workshop.close());

const deadPid = (): number => spawnSync('true').pid;

describe('a lock', () => {
  it('is held by one and free after its release', async () => {
    const path = join(workshop.folder(), 'a.lock');
    const first = await tryLock(path);
    expect(first.status).toBe('taken');
    expect(await tryLock(path)).toEqual({ status: 'held', holder: thisProcess() });
    if (first.status === 'taken') first.lock.release();
    expect((await tryLock(path)).status).toBe('taken');
  });

  it.each([
    ['a process that has ended', () => ({ pid: deadPid(), started: 'then' })],
    ['a process whose id was given out again', () => ({ pid: process.pid, started: 'long ago' })],
  ])('of %s is taken over', async (_, holder) => {
    const path = join(workshop.folder(), 'a.lock');
    writeFileSync(path, JSON.stringify(holder()));
    expect((await tryLock(path)).status).toBe('taken');
    expect(existsSync(`${path}.break`)).toBe(false);
  });

  it('without a name in it is respected while it may be in the writing, then taken over', async () => {
    const path = join(workshop.folder(), 'a.lock');
    writeFileSync(path, '');
    expect((await tryLock(path)).status).toBe('held');
    utimesSync(path, 0, 0);
    expect((await tryLock(path)).status).toBe('taken');
  });

  it('of another container is respected while it is touched, then taken over', async () => {
    const path = join(workshop.folder(), 'a.lock');
    writeFileSync(path, JSON.stringify({ ...thisProcess(), space: 'a container' }));
    const touching = setInterval(() => utimesSync(path, new Date(), new Date()), 50);
    expect((await tryLock(path, 1_000)).status).toBe('held');
    clearInterval(touching);
    expect((await tryLock(path, 200)).status).toBe('taken');
  });

  it('is touched by its holder until it is released', async () => {
    const path = join(workshop.folder(), 'a.lock');
    const attempt = await tryLock(path);
    utimesSync(path, 0, 0);
    await expect.poll(() => statSync(path).mtimeMs, { timeout: 10_000 }).toBeGreaterThan(0);
    if (attempt.status === 'taken') attempt.lock.release();
    expect(existsSync(path)).toBe(false);
  });

  it('is not removed while another process removes it', async () => {
    const path = join(workshop.folder(), 'a.lock');
    writeFileSync(path, JSON.stringify({ pid: deadPid(), started: 'then' }));
    writeFileSync(`${path}.break`, JSON.stringify(thisProcess()));
    expect((await tryLock(path)).status).toBe('held');
  });
});

describe('a process', () => {
  it('is known by its id and its start', () => {
    expect(processAt(process.pid)).toEqual(thisProcess());
    expect(isAlive(thisProcess())).toBe(true);
    expect(isAlive({ ...thisProcess(), started: 'another time' })).toBe(false);
    expect(processAt(deadPid())).toBeNull();
  });
});
