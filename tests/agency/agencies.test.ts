import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';

function fileWith(yaml: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'agencies-')), 'agencies.yaml');
  writeFileSync(path, yaml);
  return path;
}

const entry = (id: string, more = '') => `
  - id: ${id}
    short: Testwire
    names: { original: Testwire, en: Testwire, it: Testwire }
    country: IT
    languages: [it]
    type: private
    aliases: [Testwire, TWR]
${more}`;

describe('the catalogue of agencies', () => {
  const catalogue = loadAgencies();

  it.each([
    ['KCNA', ['kcna']],
    ['K.C.N.A.', ['kcna']],
    ['조선중앙통신', ['kcna']],
    ['A. F. P.', ['afp']],
    ['أ ف ب', ['afp']],
    ['ČTK', ['ctk']],
    ['Agencia EFE', ['efe']],
    ['İHA', ['iha']],
    ['CNA', ['cna-taiwan', 'cna-cyprus']],
    ['dpo', []],
  ])('knows who signs "%s"', (printed, ids) => {
    expect(catalogue.byAlias(printed).map(({ id }) => id)).toEqual(ids);
  });

  it('finds the owner of a site and of its subdomains', () => {
    expect(catalogue.byDomain('www.kcna.kp')?.id).toBe('kcna');
    expect(catalogue.byDomain('english.news.cn')?.id).toBe('xinhua');
    expect(catalogue.byDomain('kcna.kp.example')).toBeNull();
  });

  it('knows that APP is also a word', () => {
    expect(catalogue.isWeak('APP')).toBe(true);
    expect(catalogue.isWeak('KCNA')).toBe(false);
  });

  it('holds nothing that is weak without being an alias', () => {
    for (const { id, weak } of catalogue.agencies) {
      for (const alias of weak) {
        expect(catalogue.byAlias(alias).map((one) => one.id)).toContain(id);
      }
    }
  });
});

describe('the file an operator edits', () => {
  it('takes a new agency', () => {
    const path = fileWith(`agencies:${entry('testwire', '    domains: [wire.example]')}`);
    const catalogue = loadAgencies(path);
    expect(catalogue.byAlias('twr')[0]?.id).toBe('testwire');
    expect(catalogue.byDomain('www.wire.example')?.id).toBe('testwire');
  });

  it('says in which line what is wrong', () => {
    const path = fileWith(`agencies:${entry('testwire', '    countri: IT')}${entry('Test Wire')}`);
    expect(() => loadAgencies(path)).toThrow(/agencies\.yaml:2: .*countri/);
    expect(() => loadAgencies(path)).toThrow(
      /agencies\.yaml:10: agencies\.1\.id: lower-case words joined by hyphens/,
    );
  });

  it('refuses an id that is taken', () => {
    const path = fileWith(`agencies:${entry('testwire')}${entry('testwire')}`);
    expect(() => loadAgencies(path)).toThrow(/agencies\.yaml:10: .*id of its own.*number 1/);
  });

  it('refuses YAML that is none', () => {
    expect(() => loadAgencies(fileWith('agencies: [\n  {'))).toThrow(/agencies\.yaml:\d+: /);
  });
});
