import { spawnSync } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { tryLock } from '../../indexer/engine/lock-file.ts';
import { isAlive, processAt, thisProcess } from '../../indexer/engine/process-identity.ts';
import { makeWorkshop } from './fixtures.ts';

const workshop = makeWorkshop();
afterEach(() => workshop.close());

const deadPid = (): number => spawnSync('true').pid;

describe('a lock', () => {
  it('is held by one and free after its release', () => {
    const path = join(workshop.folder(), 'a.lock');
    const first = tryLock(path);
    expect(first.status).toBe('taken');
    expect(tryLock(path)).toEqual({ status: 'held', holder: thisProcess() });
    if (first.status === 'taken') first.lock.release();
    expect(tryLock(path).status).toBe('taken');
  });

  it.each([
    ['a process that has ended', () => ({ pid: deadPid(), started: 'then' })],
    ['a process whose id was given out again', () => ({ pid: process.pid, started: 'long ago' })],
  ])('of %s is taken over', (_, holder) => {
    const path = join(workshop.folder(), 'a.lock');
    writeFileSync(path, JSON.stringify(holder()));
    expect(tryLock(path).status).toBe('taken');
    expect(existsSync(`${path}.break`)).toBe(false);
  });

  it('without a name in it is respected while it may be in the writing, then taken over', () => {
    const path = join(workshop.folder(), 'a.lock');
    writeFileSync(path, '');
    expect(tryLock(path).status).toBe('held');
    utimesSync(path, 0, 0);
    expect(tryLock(path).status).toBe('taken');
  });

  it('is not removed while another process removes it', () => {
    const path = join(workshop.folder(), 'a.lock');
    writeFileSync(path, JSON.stringify({ pid: deadPid(), started: 'then' }));
    writeFileSync(`${path}.break`, JSON.stringify(thisProcess()));
    expect(tryLock(path).status).toBe('held');
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
