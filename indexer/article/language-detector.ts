import { readFileSync } from 'node:fs';
import type { eld } from 'eld/medium';

type Detector = Pick<typeof eld, 'detect'>;

type Table = {
  readonly type: string;
  readonly languages: { readonly [number: string]: string };
  /** By n-gram, by the number of the language. */
  readonly ngrams: { readonly [ngram: string]: { readonly [language: string]: number } };
};

/*
 * `eld/medium` is a script of one object of 105,000 n-grams. Compiling it takes a thread 1.7 s of CPU, more
 * than all else of its start; a text needs a hundred of them. So the table is read as text here, and an
 * n-gram's scores when a text has it. The library is the same, and so are its answers (tested on every n-gram).
 */
const MEDIUM = import.meta.resolve('eld/medium');

const { createEld } = (await import(new URL('../languageDetector.js', MEDIUM).href)) as {
  createEld(): { instance: Detector; loadData(table: Table): boolean };
};
const { instance, loadData } = createEld();
loadData(readTable());

/** Tells by their n-grams which of 60 languages a text may be in. */
export const languageDetector: Detector = instance;

/** The library's table, each n-gram of it read when it is asked for. */
export function readTable(): Table {
  const script = readFileSync(new URL('../ngrams/medium.js', MEDIUM), 'utf8');
  const [, type = '', languages = '', ngrams = ''] =
    /\{type:'(\w+)',languages:\{([^}]*)\}.*?,ngrams:\{(.*)\}{3}/s.exec(script) ?? [];
  // By the n-gram as written, quotes and all: to take them off 105,000 times would cost more than the rest.
  const entries = new Map(
    ngrams.split(/(?<=\d)\},/).map((entry) => [entry.slice(0, entry.lastIndexOf(':{')), entry]),
  );
  const scoresOf = (ngram: string) => {
    const entry = entries.get(`'${ngram.replaceAll("'", "\\'")}'`) ?? entries.get(ngram);
    return entry && mapPairs(entry.slice(entry.lastIndexOf(':{') + 2), Number);
  };
  return {
    type,
    languages: mapPairs(languages, (code) => code.replaceAll("'", '')),
    ngrams: new Proxy({}, { get: (_, ngram) => scoresOf(String(ngram)) }),
  };
}

/** `6:41,17:60` → `{6: 41, 17: 60}`. */
function mapPairs<T>(pairs: string, parse: (written: string) => T): Record<string, T> {
  return Object.fromEntries(
    pairs.split(',').map((pair) => {
      const [key = '', value = ''] = pair.split(':');
      return [key, parse(value)];
    }),
  );
}
