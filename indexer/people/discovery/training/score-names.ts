import { personRanges } from '../chain.ts';
import { toNameKey } from '../name-key.ts';
import type { PersonModel } from '../person-model.ts';
import { tagPeople } from '../tag-people.ts';
import type { Corpus, Sentence } from './read-material.ts';

/** True positives, found and wanted. */
export type Score = { readonly right: number; readonly found: number; readonly wanted: number };

function f1({ right, found, wanted }: Score): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted);
}

/** A document is this many sentences. */
const SENTENCES = 20;
/** Every tenth document of a labelled file is held out. */
const HELD_OUT = 10;

export function isHeldOut(index: number): boolean {
  return Math.floor(index / SENTENCES) % HELD_OUT === HELD_OUT - 1;
}

const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9];

/** One line a language: the figures on what was not learned from. */
export function* toFigures(
  gold: readonly Corpus[],
  isTestOnly: (name: string) => boolean,
  model: PersonModel,
): Generator<string> {
  const byLanguage = new Map<string, (readonly Sentence[])[]>();
  for (const { name, sentences } of gold) {
    const language = languageOf(name);
    const tested = isTestOnly(name) ? sentences : sentences.filter((_, index) => isHeldOut(index));
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), tested]);
  }
  for (const [language, sets] of byLanguage) {
    const cells = THRESHOLDS.map((threshold) => {
      const score = sum(sets.map((sentences) => scoreNames(sentences, model, threshold)));
      const precision = (score.right / score.found).toFixed(3);
      const recall = (score.right / score.wanted).toFixed(3);
      return `${threshold}: ${precision}/${recall}/${f1(score).toFixed(3)}`;
    });
    yield `  ${language} (${sets.flat().length} sentences)  ${cells.join('  ')}`;
  }
}

/** "gold-uner_pt_bosque.dev" → "pt"; English files do not all say so. */
function languageOf(name: string): string {
  return /_(de|pt|ru)(?=[_.]|$)/.exec(name)?.[1] ?? 'en';
}

function sum(scores: readonly Score[]): Score {
  return scores.reduce((total, { right, found, wanted }) => ({
    right: total.right + right,
    found: total.found + found,
    wanted: total.wanted + wanted,
  }));
}

/** Compares the sets of full names a document by document, from plain text, as a user of the tagger would. */
export function scoreNames(
  sentences: readonly Sentence[],
  model: PersonModel,
  threshold: number,
): Score {
  const score = { right: 0, found: 0, wanted: 0 };
  for (let start = 0; start < sentences.length; start += SENTENCES) {
    const document = sentences.slice(start, start + SENTENCES);
    const wanted = new Set(document.flatMap(goldNames));
    const text = document.map(({ words }) => words.join(' ')).join('\n\n');
    const found = new Set(
      tagPeople(text, model)
        .filter(({ tokens, confidence }) => tokens.length > 1 && confidence >= threshold)
        .map((span) => toNameKey(span.text))
        .filter((key) => key.includes(' ')),
    );
    score.found += found.size;
    score.wanted += wanted.size;
    for (const name of found) if (wanted.has(name)) score.right += 1;
  }
  return score;
}

function goldNames({ words, labels }: Sentence): string[] {
  const names: string[] = [];
  for (const { from, to } of personRanges(labels)) {
    const key = toNameKey(words.slice(from, to).join(' '));
    if (key.includes(' ')) names.push(key);
  }
  return names;
}
