import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadPeople, operatorFile, readPeopleFile } from '../../config/people.ts';
import { withDecision, writeDecisions } from '../../config/write-decisions.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'decisions-'));
  file = join(folder, 'people.yaml');
  writeFileSync(file, 'version: 1\npeople:\n  - { id: ada-lovelace, name: Ada Lovelace }\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const accept = {
  kind: 'accept',
  person: { id: 'ugo-tarantelli', name: 'Ugo Tarantelli' },
} as const;

it('a decision makes the file when there is none', () => {
  const path = writeDecisions([accept, { kind: 'reject', name: 'Ponte Nilde' }], file);
  expect(path).toBe(operatorFile(file));
  expect(loadPeople(file).people.map(({ id }) => id)).toEqual(['ada-lovelace', 'ugo-tarantelli']);
  expect(readPeopleFile(operatorFile(file)).reject).toEqual(['Ponte Nilde']);
});

it('names that are merged are the known person’s from then on', () => {
  writeDecisions([{ kind: 'merge', into: 'ada-lovelace', names: ['Ada King'] }], file);
  expect(loadPeople(file).people[0]?.aliases).toEqual(['Ada King']);
});

it('comments and the order of entries stay', () => {
  const yaml = '# Ours.\nversion: 1\nreject:\n  - Ponte Nilde # a bridge\npeople: []\n';
  const after = withDecision(yaml, accept);
  expect(after).toContain('# Ours.\n');
  expect(after).toContain('- Ponte Nilde # a bridge');
  expect(after).toContain('people:\n  - id: ugo-tarantelli\n    name: Ugo Tarantelli\n');
});

it.each([
  ['gives names to nobody', { kind: 'merge', into: 'nobody', names: ['Ada King'] }],
  ['gives a name that another one has', { kind: 'reject', name: 'Ada Lovelace' }],
  ['takes an id of the unconfirmed', { kind: 'accept', person: { id: 'new-x-y', name: 'X Y' } }],
] as const)('a decision that %s is refused, and the file stays as it was', (_, decision) => {
  expect(() => writeDecisions([decision], file)).toThrow(/operator\.yaml:|people\.yaml:/);
  expect(existsSync(operatorFile(file))).toBe(false);
  writeDecisions([accept], file);
  const before = readFileSync(operatorFile(file), 'utf8');
  expect(() => writeDecisions([decision], file)).toThrow();
  expect(readFileSync(operatorFile(file), 'utf8')).toBe(before);
});
