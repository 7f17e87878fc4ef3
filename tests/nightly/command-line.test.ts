import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';
import { serversOn, stopServer } from '../../indexer/engine/server-process.ts';
import type { ReindexReport } from '../../indexer/reindex/reindex-report.ts';

vi.setConfig({ testTimeout: 400_000, hookTimeout: 180_000 });

let folder: string;
const running: ChildProcess[] = [];
const at = (path: string) => join(folder, path);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dispatches-command-'));
  mkdirSync(at('archive'));
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  for (const server of serversOn(at('data'))) await stopServer(server);
  rmSync(folder, { recursive: true, force: true });
});

function save(
  name: string,
  text = 'The ferry left the port on time, with all its lamps lit.',
): void {
  writeFileSync(at(`archive/${name}`), `<h1>Ferry</h1><p>ROME, May 3 (ANSA) -- ${text}</p>`);
}

/** The command line as an operator has it: the compiled program in a process of its own. */
function dispatches(words: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(packageRoot, 'dist', 'src', 'main.js'), ...words], {
    env: {
      ...process.env,
      DISPATCHES_DATA: at('data'),
      DISPATCHES_ARCHIVE: at('archive'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (text) => {
    said.out += text;
  });
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, ...said }));
  return { child, said, ended };
}

async function index(...words: string[]): Promise<{ code: number; report: ReindexReport }> {
  const { code, out } = await dispatches(['index', '--json', ...words]).ended;
  return { code, report: JSON.parse(out) as ReindexReport };
}

async function until(isSo: () => boolean, what: string): Promise<void> {
  const deadline = performance.now() + 280_000;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`${what} did not happen`);
    await new Promise((next) => setTimeout(next, 100));
  }
}

/** Names that file systems allow and people use, and one that is no UTF-8. */
const ODD_NAMES = [
  'a line\nbreak.html',
  `a "quote" and 'another'.html`,
  'back\\slash.html',
  'emoji 🗞️ and ひらがな.html',
  '%2e%2e.html',
  'trailing space .html',
  `${'long'.repeat(62)}.html`,
] as const;

describe('an archive with pages of every bad kind', () => {
  it('is indexed to the last good page, and each bad one is named', async () => {
    for (const name of ODD_NAMES) save(name);
    const latin1 = Buffer.concat([
      Buffer.from(at('archive/citt')),
      Buffer.from([0xe0]),
      Buffer.from('.html'),
    ]);
    writeFileSync(
      latin1,
      '<h1>Ferry</h1><p>ROME, May 3 (ANSA) -- The ferry left the port on time.</p>',
    );
    save('huge.html');
    truncateSync(at('archive/huge.html'), 100 * 1024 * 1024);
    const depth = 100_000;
    writeFileSync(
      at('archive/deep.html'),
      '<div>'.repeat(depth) + 'text'.repeat(9) + '</div>'.repeat(depth),
    );
    symlinkSync('/proc/self/mem', at('archive/broken-disk.html'));
    symlinkSync(at('nowhere'), at('archive/leads-nowhere.html'));
    symlinkSync(at('archive'), at('archive/loop'));
    const { code, report } = await index();
    expect(code).toBe(0);
    expect(report).toMatchObject({ outcome: 'swapped', read: ODD_NAMES.length + 5 });
    const codes = Object.fromEntries(report.rejections.map((one) => [one.path, one.code]));
    expect(codes).toMatchObject({
      'huge.html': 'too-large',
      'broken-disk.html': 'unreadable',
      'leads-nowhere.html': 'unreadable',
    });
    expect(report.total + report.rejections.length).toBe(report.read);
    expect(report.rejections.some(({ detail }) => detail.includes('rename it'))).toBe(true);
    for (const name of ODD_NAMES) expect(codes).not.toHaveProperty([name]);
    const again = await index();
    expect(again.report).toMatchObject({ indexed: 0, removed: 0, total: report.total });
  });
});

describe('two runs at once', () => {
  it('are one: the second says that the first is at work, and does nothing', async () => {
    for (let number = 1; number <= 40; number += 1) save(`${number}.html`, `Ferry ${number} left.`);
    const both = [dispatches(['index', '--json']), dispatches(['index', '--json'])];
    const [one, other] = await Promise.all(both.map(({ ended }) => ended));
    const [done, refused] = one?.code === 0 ? [one, other] : [other, one];
    expect(done?.code).toBe(0);
    expect(JSON.parse(done?.out ?? '')).toMatchObject({ outcome: 'swapped', total: 40 });
    // On a slow machine the first can have ended before the second begins.
    if (refused?.code === 0)
      expect(JSON.parse(refused.out)).toMatchObject({ total: 40, indexed: 0 });
    else expect(refused?.err).toContain('is indexing already');
    expect((await index()).report).toMatchObject({ outcome: 'unchanged', total: 40 });
  });

  it('of which the first was killed are no two: its lock is free', async () => {
    for (let number = 1; number <= 40; number += 1) save(`${number}.html`, `Ferry ${number} left.`);
    const { child, said, ended } = dispatches(['index']);
    await until(
      () => existsSync(at('data/reindex.lock')) || said.err.includes('FAILED'),
      'the run',
    );
    child.kill('SIGKILL');
    await ended;
    expect((await index()).report).toMatchObject({ outcome: 'swapped', total: 40 });
  });
});

describe('the night job', () => {
  it('makes up for a missed night, tells the operator when it fails, and ends when asked; readers are served', async () => {
    save('1.html');
    expect((await index()).code).toBe(0);
    rmSync(at('data/reports'), { recursive: true });
    renameSync(at('archive'), at('archive-away'));
    const night = dispatches(['nightly'], {
      DISPATCHES_ON_REPORT: `cat > '${at('told.new')}' && mv '${at('told.new')}' '${at('told')}'`,
    });
    await until(() => existsSync(at('told')), 'the call of the operator');
    expect(JSON.parse(readFileSync(at('told'), 'utf8'))).toMatchObject({
      outcome: 'failed',
      problem: expect.stringContaining("can't be read"),
    });
    night.child.kill('SIGTERM');
    const { code, err } = await night.ended;
    expect(code).toBe(0);
    expect(err).toContain('was missed');
    expect(err).toContain('Next run:');
    expect(serversOn(at('data'))).toEqual([]);
    // A report that a power cut left empty.
    writeFileSync(at('data/reports/2026-01-01T000000.000Z.json'), '');
    const served = dispatches(['start', '--port', '0']);
    await until(() => served.said.err.includes('Search page: '), 'the search page');
    const address = /http:\S+/.exec(served.said.err)?.[0] ?? '';
    const ask = async (path: string) => (await fetch(new URL(path, address))).json();
    expect(await ask('/v1/dispatches?q=ferry')).toMatchObject({ pagination: { total: 1 } });
    expect(await ask('/v1/reindex')).toMatchObject({
      data: [{ outcome: 'failed', total: 1 }, { outcome: 'failed' }],
    });
    served.child.kill('SIGTERM');
    expect((await served.ended).code).toBe(0);
    renameSync(at('archive-away'), at('archive'));
    expect((await index()).report).toMatchObject({ outcome: 'unchanged', total: 1 });
  });

  it('tells nobody of a night that went well, and stores its report', async () => {
    save('1.html');
    const night = dispatches(['nightly'], { DISPATCHES_ON_REPORT: `touch '${at('told')}'` });
    await until(() => night.said.err.includes('Report: '), 'the report');
    night.child.kill('SIGTERM');
    expect((await night.ended).code).toBe(0);
    expect(existsSync(at('told'))).toBe(false);
  });
});
