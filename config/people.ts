import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { packageRoot } from './package-root.ts';
import { checkPeople } from './people-checks.ts';

const names = z.array(z.string().min(1)).readonly();

/** One person as an operator writes it down. */
const personSchema = z.strictObject({
  /** The canonical name folded to ASCII, lower case, hyphens; the facet's value. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case ASCII words joined by hyphens'),
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

const fileSchema = z.strictObject({
  version: z.literal(1),
  /** Further files of the same shape, relative to this one. */
  include: z.array(z.string()).default([]),
  people: z.array(personSchema).default([]),
  /** Never a person, however much it looks like one. */
  reject: z.array(z.string().min(1)).default([]),
});

export type Person = Readonly<z.infer<typeof personSchema>>;

/** Everybody we know by name. */
export type PeopleAuthority = {
  readonly people: readonly Person[];
  readonly reject: readonly string[];
};

/** A person together with where it was written. */
export type Located = { readonly person: Person; readonly where: string };

type PeopleFile = {
  readonly located: readonly Located[];
  readonly reject: readonly string[];
  readonly include: readonly string[];
};

/** The file that ships and that operators edit. */
export const peopleFile: string = join(packageRoot, 'config', 'people.yaml');

/**
 * Reads the people we know and everything that the file includes.
 * Throws one error that lists every fault, each with file and line.
 */
export function loadPeople(file: string = peopleFile): PeopleAuthority {
  const main = readPeopleFile(file);
  const parts = main.include.map((part) => readPeopleFile(join(dirname(file), part)));
  const located = [main, ...parts].flatMap((part) => part.located);
  const reject = [main, ...parts].flatMap((part) => part.reject);
  const faults = checkPeople(located, reject);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { people: located.map(({ person }) => person), reject };
}

/** The name to show in an interface language. */
export function personLabel(person: Pick<Person, 'name' | 'labels'>, language: string): string {
  return person.labels[language] ?? person.labels[language.split('-')[0] ?? ''] ?? person.name;
}

function readPeopleFile(file: string): PeopleFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const place = (offset: number) => `${relative(packageRoot, file)}:${lines.linePos(offset).line}`;
  const broken = document.errors.map(
    (error) => `${place(error.pos[0])}: ${error.message.split('\n')[0]}`,
  );
  if (broken.length > 0) throw new Error(broken.join('\n'));
  const read = fileSchema.safeParse(document.toJS());
  if (!read.success) {
    throw new Error(
      read.error.issues
        .map(
          (issue) =>
            `${place(offsetOf(document.contents, issue.path))}: ${issue.path.join('.')}: ${issue.message}`,
        )
        .join('\n'),
    );
  }
  const { people, reject, include } = read.data;
  const located = people.map((person, at) => ({
    person,
    where: place(offsetOf(document.contents, ['people', at])),
  }));
  return { located, reject, include };
}

/** Offset of the node at `path`, or of its deepest ancestor that exists. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
  let node = root as Node | null;
  for (const step of path) {
    const next = isMap(node) || isSeq(node) ? node.get(step, true) : null;
    if (!isMap(next) && !isSeq(next) && !isScalar(next)) break;
    node = next;
  }
  return node?.range?.[0] ?? 0;
}
