import { readFileSync } from 'node:fs';
import { eld } from 'eld/medium';
import { expect, test } from 'vitest';
import { languageDetector, readTable } from '../../indexer/article/language-detector.ts';

test('every n-gram has the scores that the library gives it', async () => {
  const script = new URL('../ngrams/medium.js', import.meta.resolve('eld/medium'));
  const { ngramsData } = (await import(script.href)) as {
    ngramsData: ReturnType<typeof readTable>;
  };
  const { type, languages, ngrams } = readTable();
  expect([type, languages]).toEqual([ngramsData.type, ngramsData.languages]);
  const written = Object.entries(ngramsData.ngrams);
  expect(written.length).toBeGreaterThan(100_000);
  const others = written.filter(
    ([ngram, scores]) => JSON.stringify(ngrams[ngram]) !== JSON.stringify(scores),
  );
  expect(others).toEqual([]);
  expect(ngrams['no such n-gram']).toBeUndefined();
});

test('texts are scored as the library scores them', () => {
  const lines = readFileSync(new URL('languages.jsonl', import.meta.url), 'utf8').trim();
  for (const line of lines.split('\n')) {
    const { text } = JSON.parse(line) as { text: string };
    expect(languageDetector.detect(text).getScores()).toEqual(eld.detect(text).getScores());
  }
});
