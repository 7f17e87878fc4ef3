import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';
import { languageOf } from '../../indexer/article/language.ts';
import { readArticle } from '../../indexer/article/read-article.ts';

test('short texts are held for every language of the catalogue', () => {
  const file = new URL('languages.jsonl', import.meta.url);
  const held = new Set(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { language: string }).language.split('-')[0]),
  );
  const { agencies } = loadAgencies();
  const wanted = agencies.flatMap((agency) => agency.languages.map((code) => code.split('-')[0]));
  expect(wanted.filter((code) => !held.has(code))).toEqual([]);
});

describe('the language of a text', () => {
  const cases: readonly (readonly [
    text: string,
    declared: string | null,
    language: string | null,
  ])[] = [
    ['Roma.', null, null],
    ['Roma.', 'it-IT', 'it'],
    ['...', 'it', null],
    ['平壌で会議が開かれた。', 'en', 'ja'],
    ['По делам службы он едет в Киев, а затем во Львов.', 'uk', 'ru'],
    ['El ministre inaugura demà el nou pont sobre el riu.', 'es', 'ca'],
    ['Die Sitzung ist vertagt.', 'en-US', 'de'],
  ];
  test.each(cases)('%j under “%s” is %s', (text, declared, language) => {
    expect(languageOf(text, declared)?.value ?? null).toBe(language);
  });

  test('is that of the words, not of the chrome around them', () => {
    const html = `<html lang="en"><body><nav><ul><li>Home</li><li>About the project</li></ul></nav>
      <h1>Il ponte</h1><p>Il ministro apre domani il nuovo ponte sul fiume. Costa dodici milioni, ha detto, e porta tre corsie.</p>
      <footer>All texts of this archive may be used freely.</footer></body></html>`;
    expect(readArticle(html, { path: 'x', url: null }, [])).toMatchObject({
      language: { value: 'it', evidence: { rule: 'words' } },
    });
  });
});
