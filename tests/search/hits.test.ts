import { expect, test } from 'vitest';
import { hitOf } from '../../src/search/hits.ts';
import { plainLabels } from '../../src/search/labels.ts';
import { matcherOf } from '../../src/search/matcher.ts';
import { everything } from '../../src/search/query.ts';
import { queryToUrl } from '../../src/search/query-url.ts';
import { readTerms } from '../../src/search/terms.ts';
import { aDispatch } from '../a-dispatch.ts';

const dispatch = aDispatch({
  headline: 'Crowds line the railway',
  standfirst: 'A blue train carried the coffin home',
  text: 'The train arrived today, and people stood along the line.',
});

test.each([
  ['coffin', 'A blue train carried the coffin home', 'the words that stand there alone'],
  ['train', dispatch.text, 'no words that the text has as well'],
  ['crowds', dispatch.text, 'no words that stand in the headline'],
  ['zebra', dispatch.text, 'no words that stand nowhere'],
])('a snippet for %s shows “%s”: of the standfirst %s', (terms, shown) => {
  const { snippet } = hitOf(dispatch, {
    ...{ labels: plainLabels, language: 'en', urlOf: queryToUrl, query: everything },
    ...{ matcher: matcherOf(readTerms(terms).used), familySize: 1 },
  });
  expect(snippet.map(({ text }) => text).join('')).toBe(shown);
});
