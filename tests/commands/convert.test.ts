import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/commands/program.ts';
import { quietTerminal } from '../quiet-terminal.ts';

const story = `<html lang="en"><head><title>Night bus stays - Brell Wire</title></head><body>
<nav><a href="/">Home</a> <a href="/all">All dispatches</a></nav>
<main><h1>Night bus stays</h1>
<p>BRELL, October 2 (AP) - The council of Brell voted on Monday to keep the night bus.</p>
<figure><img src="a.jpg"><figcaption>The bus at the harbour.</figcaption></figure>
<p>It carries ninety people a day, the mayor said, and costs less than the tram.</p>
<div class="related-posts"><h3>Related posts</h3><p>The tram and its enemies, a story in four parts.</p></div>
<p>Source: <a href="https://apnews.com/2018/10/02/bus">AP</a></p></main>
<footer>All rights reserved.</footer></body></html>`;
const menu = '<nav><a href="/">Home</a></nav><footer>All rights reserved.</footer>';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'convert-'));
  for (const [name, html] of Object.entries(files)) writeFileSync(join(folder, name), html);
  return folder;
}

async function explained(file: string, html: string) {
  const terminal = quietTerminal();
  const code = await main(terminal, ['convert', '--explain', folderOf({ [file]: html })]);
  return { code, lines: terminal.errors().split('\n'), output: terminal.output() };
}

describe('convert --explain', () => {
  it('says what was chosen, dropped, kept apart and read, and by which rule', async () => {
    const { code, lines, output } = await explained('bus.html', story);
    expect(code).toBe(0);
    const [first, ...rest] = lines;
    expect(first).toBe('bus.html');
    for (const line of [
      '  chosen most-text html > body > main: BRELL, October 2 (AP) - The council of Brell voted on Monday',
      '  dropped tag:nav (outside the article) html > body > nav: Home All dispatches',
      '  dropped titled-section body > main > div.related-posts: Related postsThe tram and its enemies, a story in four parts',
      '  dropped tag:footer (outside the article) html > body > footer: All rights reserved.',
      '  apart headline body > main > h1: Night bus stays',
      '  apart caption body > main > figure: The bus at the harbour.',
      '  apart source-line main > p > a: AP',
      '  field language: words : en',
      '  value agency: dateline:placeFirst (high) "AP"',
      '  value provenance: source-line:domain (high) "Source: AP"',
    ]) {
      expect(rest.map((one) => one.slice(0, line.length))).toContain(line);
    }
    expect(JSON.parse(output)).toMatchObject({ path: 'bus.html', dispatch: { agency: 'ap' } });
  }, 120_000);

  it('says of a page without text what was dropped from it, and why it was refused', async () => {
    const { lines, output } = await explained('menu.html', menu);
    expect(lines).toContain('  rejected no-text: the page holds no text of an article');
    expect(lines.some((line) => line.startsWith('  dropped tag:nav'))).toBe(true);
    expect(Object.keys(JSON.parse(output))).toEqual(['path', 'rejection']);
    expect(JSON.parse(output).rejection).not.toHaveProperty('trace');
  }, 120_000);
});
