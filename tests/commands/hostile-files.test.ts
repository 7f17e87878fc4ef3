import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../config/package-root.ts';

const run = promisify(execFile);

const sentence =
  'The council of Brell voted on Monday to keep the night bus, which carries ninety people a day.';
const story = `<h1>Night bus stays</h1><p>${sentence}</p>`;
const noise = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * 7919 + at * at) % 256));

/** Files of an archive, and what becomes of each: `dispatch`, or the code of a rejection. */
const FILES: readonly (readonly [name: string, content: string | Buffer, outcome: string])[] = [
  ['01-twenty-megabytes-of-words', `${story}<p>${'word '.repeat(4_000_000)}`, 'too-large'],
  ['02-twenty-megabytes-of-comment', `<!--${'x'.repeat(20_000_000)}-->${story}`, 'dispatch'],
  ['03-twenty-megabytes-of-paragraphs', `${story}${'<p>x'.repeat(5_000_000)}`, 'too-large'],
  ['04-thirty-three-megabytes', `${story}${' '.repeat(33_000_000)}`, 'too-large'],
  ['05-nested', `${'<div>'.repeat(100_000)}${story}${'</div>'.repeat(100_000)}`, 'dispatch'],
  ['06-nested-tables', `${'<table><tr><td>'.repeat(100_000)}${story}`, 'dispatch'],
  ['07-nothing-closed', `<html><body><ul><li><table><tr><td><b><i>${story}<b><i><p`, 'dispatch'],
  ['08-null-bytes', Buffer.from(story.replaceAll(' ', '\0 ')), 'dispatch'],
  ['09-portable-document', Buffer.concat([Buffer.from('%PDF-1.4\n'), noise]), 'not-html'],
  ['10-picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise]), 'not-html'],
  [
    '11-script',
    `<script>while(true){}</script>${story}<img src=x onerror="while(true){}">`,
    'dispatch',
  ],
  ['12-nothing', '', 'empty'],
  ['13-a-page-like-any-other', story, 'dispatch'],
];

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));

beforeAll(() => {
  for (const [name, content] of FILES) writeFileSync(join(folder, `${name}.html`), content);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the command line makes a dispatch or a named rejection of every file, and goes on', async () => {
  const { stdout } = await run(process.execPath, ['dist/src/main.js', 'convert', folder], {
    cwd: packageRoot,
    env: { ...process.env, DISPATCHES_WORKERS: '1', DISPATCHES_PAGE_SECONDS: '240' },
    maxBuffer: 100_000_000,
  });
  const outcomes = stdout
    .trim()
    .split('\n')
    .map((line) => {
      const { path, dispatch, rejection } = JSON.parse(line);
      if (dispatch) expect(dispatch.text).toContain(sentence);
      return [path, dispatch ? 'dispatch' : rejection.code];
    });
  expect(outcomes).toEqual(FILES.map(([name, , outcome]) => [`${name}.html`, outcome]));
}, 600_000);

test('with --strict its exit code says that pages were refused', async () => {
  const file = join(folder, '12-nothing.html');
  const refused = run(process.execPath, ['dist/src/main.js', 'convert', '--strict', file], {
    cwd: packageRoot,
  });
  await expect(refused).rejects.toMatchObject({ code: 3 });
}, 120_000);
