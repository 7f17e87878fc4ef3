import { utimesSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openWorkbench, pageOf, type Workbench } from './workbench.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 });

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());
beforeEach(() => {
  bench.begin();
  for (const name of ['one', 'two', 'three']) save(name);
});
afterEach(() => bench.clear());

function save(name: string): void {
  bench.write(`archive/${name}.html`, pageOf('port.example', name, `The ferry ${name} left.`));
}

it('A clock that was set back changes nothing of what is indexed', async () => {
  await bench.run({ now: () => new Date('2026-06-01T00:00:00Z') });
  const before = await bench.dispatches();
  const tasks = await bench.taskCount();
  const report = await bench.run({ now: () => new Date('2020-01-01T00:00:00Z') });
  expect(report).toMatchObject({ outcome: 'unchanged', unchanged: 3 });
  expect(await bench.taskCount()).toBe(tasks);
  save('four');
  await bench.run({ now: () => new Date('2020-01-01T00:00:00Z') });
  expect(await bench.dispatches()).toMatchObject(before);
});

it('Pages from the future are read at each run, and written once', async () => {
  const future = new Date(Date.now() + 365 * 24 * 3_600_000);
  utimesSync(bench.at('archive/two.html'), future, future);
  await bench.run();
  const tasks = await bench.taskCount();
  expect(await bench.run()).toMatchObject({ outcome: 'unchanged', unchanged: 3 });
  expect(bench.converted).toEqual([]);
  expect(await bench.taskCount()).toBe(tasks);
});
