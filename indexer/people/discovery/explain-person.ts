import { BEGIN_PERSON, INSIDE_PERSON } from './chain.ts';
import { TEMPLATES, writeFeatures } from './feature-templates.ts';
import { type PersonModel, STORED_COLUMNS } from './person-model.ts';
import { toAttributes } from './sentence-attributes.ts';
import type { PersonSpan } from './tag-people.ts';
import { tokenize, toSentences } from './tokenize.ts';

/** One feature that spoke for a name: the template, the word it fired on and its weight against "no name". */
export type FeatureWeight = {
  readonly feature: string;
  readonly word: string;
  readonly weight: number;
};

/** The `limit` strongest reasons why a span is a name. The model is linear, so they are exact. */
export function explainPerson(
  text: string,
  span: Pick<PersonSpan, 'start' | 'end'>,
  model: PersonModel,
  limit = 5,
): FeatureWeight[] {
  const sentence = toSentences(text, tokenize(text)).find((tokens) =>
    tokens.some(({ start }) => start === span.start),
  );
  if (sentence === undefined) return [];
  const { table } = toAttributes(sentence.map((token) => model.readWord(token.text)));
  const buckets = new Int32Array(TEMPLATES.length);
  const weights: FeatureWeight[] = [];
  for (const [index, token] of sentence.entries()) {
    if (token.start < span.start || token.end > span.end) continue;
    const label = token.start === span.start ? BEGIN_PERSON : INSIDE_PERSON;
    writeFeatures(table, index, model.header.buckets, buckets);
    for (const [template, { name }] of TEMPLATES.entries()) {
      const bucket = buckets[template] ?? -1;
      const stored = bucket < 0 ? 0 : (model.weights[bucket * STORED_COLUMNS + label - 1] ?? 0);
      weights.push({ feature: name, word: token.text, weight: stored * model.header.scale });
    }
  }
  return weights
    .filter(({ weight }) => weight > 0)
    .sort((left, right) => right.weight - left.weight)
    .slice(0, limit);
}
