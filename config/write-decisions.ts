import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { loadPeople, operatorFile, type PeopleAuthority } from './people.ts';
import { writeWhole } from './write-whole.ts';

/** One thing that an operator decides about a name of the archive. */
export type Decision =
  | {
      readonly kind: 'accept';
      readonly person: {
        readonly id: string;
        readonly name: string;
        readonly order?: 'family-first';
      };
    }
  | { readonly kind: 'merge'; readonly into: string; readonly names: readonly string[] }
  | { readonly kind: 'reject'; readonly name: string };

const EMPTY = `# What was decided about people found in the archive: written by \`npx dispatches people\`, and yours to edit.
# A person here has the same fields as in ../people.yaml.
version: 1
`;

/** The file with one more decision; comments and order stay. */
export function withDecision(yaml: string, decision: Decision): string {
  const document = parseDocument(yaml);
  if (document.errors[0]) throw document.errors[0];
  if (!isMap(document.contents)) document.set('version', 1);
  const [list, entry] = entryOf(decision);
  const node = document.get(list, true);
  if (!isSeq(node)) document.set(list, document.createNode([entry]));
  else {
    node.flow = node.flow === true && node.items.length > 0;
    node.add(document.createNode(entry));
  }
  return document.toString({ lineWidth: 100 });
}

function entryOf(decision: Decision): readonly [list: string, entry: unknown] {
  switch (decision.kind) {
    case 'accept':
      return ['people', decision.person];
    case 'merge':
      return ['merge', { into: decision.into, names: decision.names }];
    case 'reject':
      return ['reject', decision.name];
  }
}

/**
 * Writes decisions down, whole or not at all. Throws, and leaves the file as it was, when the people
 * would contradict each other or `check` finds a fault; `file` is that of the people.
 */
export function writeDecisions(
  decisions: readonly Decision[],
  file?: string,
  check: (people: PeopleAuthority) => readonly string[] = () => [],
): string {
  const path = operatorFile(file);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  const after = decisions.reduce(withDecision, before ?? EMPTY);
  mkdirSync(dirname(path), { recursive: true });
  writeWhole(path, after);
  try {
    const faults = check(loadPeople(file));
    if (faults.length > 0) throw new Error(faults.join('\n'));
  } catch (error) {
    if (before === null) rmSync(path);
    else writeWhole(path, before);
    throw error;
  }
  return path;
}
