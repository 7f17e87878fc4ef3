import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environmentSchema } from '../config/environment.ts';
import { main } from '../src/commands/program.ts';
import { quietTerminal } from './quiet-terminal.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

describe('the README', () => {
  it('has a row for every environment variable, and for no other', () => {
    const rows = [...readme.matchAll(/^\| `((?:DISPATCHES|MEILI)_[A-Z_]+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(rows.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });

  it('has a row for every command', async () => {
    const terminal = quietTerminal();
    expect(await main(terminal, ['--help'])).toBe(0);
    const commands = [...terminal.output().matchAll(/^ {2}([a-z]+)/gm)]
      .map(([, name]) => name)
      .filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands)
      expect(readme).toMatch(new RegExp(`^\\| \`${command}[ \`]`, 'm'));
  });

  it('has a row for every code of rejection', () => {
    const source = readFileSync(new URL('../indexer/rejection.ts', import.meta.url), 'utf8');
    const codes = [...source.matchAll(/\| '([a-z-]+)'/g)].map(([, code]) => code);
    for (const code of codes) expect(readme).toContain(`| \`${code}\` |`);
  });

  it('names every room of the indexer and of the facade', () => {
    for (const side of ['indexer', 'src']) {
      const folders = readdirSync(new URL(`../${side}`, import.meta.url), { withFileTypes: true });
      for (const folder of folders.filter((entry) => entry.isDirectory())) {
        expect(readme).toMatch(new RegExp(`^ {2}${folder.name}/ `, 'm'));
      }
    }
  });
});
