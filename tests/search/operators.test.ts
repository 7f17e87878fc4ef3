import { expect, test } from 'vitest';
import { unsupportedOperator } from '../../src/search/operators.ts';

test.each([
  ['putin OR kim', 'OR'],
  ['tea || coal', '||'],
  ['tea && coal', '&&'],
  ['tea AND coal', 'AND'],
  ['tea NOT coal', 'NOT'],
  ['kim NEAR/5 putin', 'NEAR/5'],
  ['"four powers"~3', '"~3'],
  ['pyongyung~', 'g~'],
  ['pyong*', 'g*'],
  ['title:summit', 'title:s'],
  ['tea Agency:kcna', 'Agency:k'],
])('%s holds the operator %s, and there is a hint', (typed, written) => {
  expect(unsupportedOperator(typed)).toEqual({ written, hint: expect.stringMatching(/\.$/) });
});

test.each([
  ['tea -coal "four powers" -"two words"'],
  ['KIM JONG UN AND PUTIN MEET'],
  ['and or not near'],
  ['Who is he? (KCNA)'],
  ['Re: talks at 10:30'],
  ['the headline: a summit'],
  ['"tea OR coal" "title:x*"'],
  ['C&A * stars'],
  ['L’Aquila – città'],
  ['"never closed OR'],
  ['Оркестр ORчестр'],
  ['https://example.org/a?b=c'],
])('%s holds only words', (typed) => {
  expect(unsupportedOperator(typed)).toBeNull();
});
