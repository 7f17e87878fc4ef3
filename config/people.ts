import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';
import { checkMerges, checkPeople } from './people-checks.ts';
import { readLines, readYaml } from './yaml-file.ts';

const names = z.array(z.string().min(1)).readonly();

/** One person as an operator writes it down. */
const personSchema = z.strictObject({
  /** The canonical name folded to ASCII, lower case, hyphens; the facet's value. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case ASCII words joined by hyphens')
    .regex(/^(?!new-)/, 'an id that does not begin with "new-", as unconfirmed people do'),
  /** The form that readers see. */
  name: z.string().min(1),
  /** Only when certain. */
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'a Wikidata id such as Q42')
    .optional(),
  /** How `name` is written; `given-first` when not said. */
  order: z.enum(['given-first', 'family-first']).default('given-first'),
  /** The words of `name` that are the family name; the last (or first) word when not said. */
  family: z.string().min(1).optional(),
  /** Names in other scripts, by language. */
  scripts: z
    .partialRecord(
      z.enum(['ko', 'zh', 'ja', 'ru', 'uk', 'bg', 'sr', 'ar', 'fa', 'el', 'he']),
      names,
    )
    .default({}),
  /** Further Latin spellings that no rule yields. A lower-case first word may be printed so: `papa Francesco`. */
  aliases: names.default([]),
  /** The displayed name in other interface languages. */
  labels: z.record(z.string(), z.string().min(1)).default({}),
  /** Titles that only this person bears, kept as the role: `Duce`. */
  titles: names.default([]),
  /** Names that look like this person's and are somebody else's. */
  not: names.default([]),
  /** When the family name alone is enough in a dispatch that never prints the full name. */
  alone: z.enum(['always', 'with-title', 'never']).default('never'),
});

const mergeSchema = z.strictObject({ into: z.string(), names });

const fileSchema = z.strictObject({
  version: z.literal(1),
  /** Further files of the same shape, relative to this one. */
  include: z.array(z.string()).default([]),
  people: z.array(personSchema).default([]),
  /** Further names of people who are written down somewhere else. */
  merge: z.array(mergeSchema).default([]),
  /** Never a person, however much it looks like one. */
  reject: z.array(z.string().min(1)).default([]),
});

export type Person = Readonly<z.infer<typeof personSchema>>;
/** Names that belong to the person with the id `into`. */
export type Merge = Readonly<z.infer<typeof mergeSchema>>;

/** Everybody we know by name. */
export type PeopleAuthority = {
  readonly people: readonly Person[];
  readonly reject: readonly string[];
  /** `file:line` of a person, when the people come from files. */
  readonly where?: (person: Person) => string;
};

/** A person together with where it was written. */
export type Located = { readonly person: Person; readonly where: () => string };

/** One file of people. */
export type PeopleFile = {
  readonly located: readonly Located[];
  readonly merge: readonly { readonly merge: Merge; readonly where: () => string }[];
  readonly reject: readonly string[];
  readonly include: readonly string[];
};

/** The file that ships and that operators edit. */
export const peopleFile: string = join(packageRoot, 'config', 'people.yaml');

/** Where `dispatches people` writes what the operator decided, beside the file that includes the others. */
export function operatorFile(file: string = peopleFile): string {
  return join(dirname(file), 'people', 'operator.yaml');
}

/**
 * Reads the people we know, everything that the file includes, and what the operator decided.
 * Throws one error that lists every fault, each with file and line.
 */
export function loadPeople(file: string = peopleFile): PeopleAuthority {
  const main = readPeopleFile(file);
  const parts = main.include.map((part) => readPeopleFile(join(dirname(file), part)));
  const decided = existsSync(operatorFile(file)) ? [readPeopleFile(operatorFile(file))] : [];
  const files = [main, ...parts, ...decided];
  const listed = files.flatMap((part) => part.located);
  const merges = files.flatMap((part) => part.merge);
  const located = withMerged(listed, merges);
  const reject = files.flatMap((part) => part.reject);
  const faults = [...checkMerges(listed, merges), ...checkPeople(located, reject)];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const where = (person: Person) => located.find((one) => one.person === person)?.where() ?? file;
  return { people: located.map(({ person }) => person), reject, where };
}

/** The name to show in an interface language. */
export function personLabel(person: Pick<Person, 'name' | 'labels'>, language: string): string {
  return person.labels[language] ?? person.labels[language.split('-')[0] ?? ''] ?? person.name;
}

function withMerged(located: readonly Located[], merges: PeopleFile['merge']): readonly Located[] {
  if (merges.length === 0) return located;
  return located.map(({ person, where }) => {
    const more = merges.flatMap(({ merge }) => (merge.into === person.id ? merge.names : []));
    return { person: { ...person, aliases: [...person.aliases, ...more] }, where };
  });
}

/** One file, checked by itself. Throws one error that lists every fault, each with file and line. */
export function readPeopleFile(file: string): PeopleFile {
  const text = readFileSync(file, 'utf8');
  const name = relative(packageRoot, file);
  const { people, merge: merges, reject, include } = readYaml(text, fileSchema, name);
  let lines: ReturnType<typeof readLines> | null = null;
  const where = (path: readonly PropertyKey[]) => {
    lines ??= readLines(text, name);
    return lines.at(path);
  };
  return {
    located: people.map((person, at) => ({ person, where: () => where(['people', at]) })),
    merge: merges.map((merge, at) => ({ merge, where: () => where(['merge', at]) })),
    reject,
    include,
  };
}
