import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { renderEvidence } from '../../src/pages/dispatch/evidence-table.ts';
import { formatsFor } from '../../src/pages/formats.ts';
import { html, toMarkup } from '../../src/pages/html.ts';
import type { PageContext } from '../../src/pages/page-context.ts';
import { renderValues } from '../../src/pages/search/facet-group.ts';
import { elementScript } from '../../src/pages/words/element-script.ts';
import { en } from '../../src/pages/words/en.ts';
import {
  chooseWords,
  INTERFACES,
  readInterfaces,
} from '../../src/pages/words/interface-language.ts';
import { it as italian } from '../../src/pages/words/it.ts';
import { everything } from '../../src/search/query.ts';
import { aDispatch } from '../a-dispatch.ts';

describe('The language of the interface', () => {
  it.each([
    ['it', 'en-US,en', 'it'],
    ['en', 'it', 'en'],
    [null, 'it-CH,it;q=0.9,en;q=0.5', 'it'],
    [null, 'de,it;q=0.3,en;q=0.8', 'en'],
    [null, 'de,it;q=0', 'en'],
    [null, '', 'en'],
    ['xx', 'it', 'it'],
  ])('for ?ui=%s and Accept-Language %j is %s', (ui, accept, language) => {
    expect(chooseWords(ui, accept).language).toBe(language);
  });

  it.each(INTERFACES)('$languageName leaves no phrase empty', (words) => {
    for (const phrase of Object.values(words)) {
      if (typeof phrase === 'string') expect(phrase.trim()).not.toBe('');
    }
  });
});

it('makes phrases agree with their number, and writes numbers as the language does', () => {
  expect(en.dispatches(1)).toBe('1 dispatch');
  expect(en.dispatches(1234)).toBe('1,234 dispatches');
  expect(italian.dispatches(1)).toBe('1 dispaccio');
  expect(italian.dispatches(12345)).toBe('12.345 dispacci');
});

describe('Dates keep their precision', () => {
  it.each([
    ['en', '2025-09-04', '4 September 2025'],
    ['en', '2025-09', 'September 2025'],
    ['en', '2025', '2025'],
    ['it', '2025-09-04', '4 settembre 2025'],
    ['it', '1953-03', 'marzo 1953'],
    ['en', 'no date', 'no date'],
  ])('in %s, %s is %s', (language, partial, written) => {
    expect(formatsFor(language).date(partial)).toBe(written);
  });

  it('names a day of any year, the leap day too', () => {
    expect(formatsFor('en').monthDay('02-29')).toBe('29 February');
  });
});

it.each([
  [null, 'pt-BR,en;q=0.5', ['en', 'pt', 'pt-br'], 'pt-br'],
  [null, 'pt-BR,en;q=0.5', ['en', 'pt'], 'pt'],
  [null, 'pt-BR,it;q=0.5', ['en'], 'en'],
  [null, 'pt,en;q=0.5', ['en', 'pt-br'], 'pt-br'],
  [null, 'pt-PT,en;q=0.5', ['en', 'pt-br', 'pt'], 'pt'],
  ['pt-BR', 'it', ['en', 'pt-br'], 'pt-br'],
])('for ?ui=%s and Accept-Language %j of %j is %s', (ui, accept, tags, language) => {
  const interfaces = tags.map((tag) => ({ ...en, language: tag }));
  expect(chooseWords(ui, accept, interfaces).language).toBe(language);
});

it.each(['en', 'it'])('in %s every rule of evidence in the table has its words', (language) => {
  const context = { words: chooseWords(language, '') } as PageContext;
  const evidence = {
    agency: { rule: 'dateline:placeFirst', confidence: 'high' },
    dateline: { rule: 'slash', confidence: 'high' },
    headline: { rule: 'printed+meta:og:title', confidence: 'high' },
    publishedAt: { rule: 'json-ld:datePublished', confidence: 'high' },
    standfirst: { rule: 'some-rule-of-tomorrow', confidence: 'low' },
  } as const;
  const table = toMarkup(html`${renderEvidence(aDispatch({ evidence }), context)}`);
  const { rules } = context.words;
  expect([...table.matchAll(/<td>([^<]*?) <code>/g)].map(([, said]) => said)).toEqual(
    [rules.dateline, rules.dateline, rules['printed+'], rules['json-ld'], ''].map((said) =>
      toMarkup(html`${said}`),
    ),
  );
});

it('the sign of somebody unconfirmed stays beside the last word of the name', () => {
  const context = { words: en, formats: formatsFor('en'), ui: null, period: null } as PageContext;
  const value = { value: 'new-ugo', label: 'Ugo Tarantelli (unconfirmed)', count: 2 };
  const urls = { toggleUrl: '', excludeUrl: '', narrowUrl: '' };
  const shown = { ...value, ...urls, selected: false, excluded: false, foundAs: null };
  const row = toMarkup(renderValues([shown], 'person', everything, context));
  expect(row).toMatch(/Tarantelli\u00a0<abbr class="unsure"[^>]*>\?<\/abbr>/);
  expect(row).toContain('aria-label="Ugo Tarantelli (unconfirmed), 2 dispatches"');
});

describe('A third language', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dispatches-words-'));
  const here = pathToFileURL(`${folder}/`);
  const original = new URL('../../src/pages/words/', import.meta.url);
  const italianFile = readFileSync(new URL('it.ts', original), 'utf8')
    .replace(/import type .*\n/, '')
    .replace(/'(\.\.?\/[\w/-]+\.ts)'/g, (_, file) => `'${new URL(file, original).href}'`)
    .replace(': Words', '');
  afterEach(() => {
    for (const name of ['es.ts', 'pt.ts']) rmSync(join(folder, name), { force: true });
  });

  it('is one more file, and nothing else', async () => {
    const spanish = italianFile
      .replace('export const it', 'export const es')
      .replace("language: 'it'", "language: 'es'")
      .replace("languageName: 'Italiano'", "languageName: 'Español'");
    writeFileSync(join(folder, 'es.ts'), spanish);
    const read = await readInterfaces(here);
    expect(read.map(({ language }) => language)).toEqual(['en', 'es']);
    expect(chooseWords(null, 'es-MX,en;q=0.5', read).languageName).toBe('Español');
    expect(chooseWords('es', 'it', read).languageName).toBe('Español');
    expect(formatsFor('es').date('2025-09-04')).toBe('4 de septiembre de 2025');
    expect(elementScript(read)).toContain('"es":{"label":"Cerca nei dispacci"');
  });

  it('that lacks a phrase is refused by name', async () => {
    const holed = italianFile
      .replace('export const it', 'export const pt')
      .replace(/ {2}cite: .*\n/, '');
    writeFileSync(join(folder, 'pt.ts'), holed);
    await expect(readInterfaces(here)).rejects.toThrow('words/pt.ts lacks cite');
  });
});
