import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPeople, personLabel } from '../../config/people.ts';
import { checkKeys } from '../../indexer/people/check-keys.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';

function fileOf(...lines: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'people-')), 'people.yaml');
  writeFileSync(file, ['version: 1', 'people:', ...lines].join('\n'));
  return file;
}

describe('the people that ship', () => {
  const { people } = loadPeople();

  it('are more than a thousand, most of them with names in three scripts', () => {
    expect(people.length).toBeGreaterThan(1000);
    const many = people.filter(
      ({ scripts }) => scripts.ru && (scripts.zh || scripts.ko || scripts.ar),
    );
    expect(many.length / people.length).toBeGreaterThan(0.6);
  });

  it('carry the scholarly form as name and the English one as label', () => {
    const lavrov = people.find(({ id }) => id === 'sergej-lavrov');
    expect(lavrov && personLabel(lavrov, 'it')).toBe('Sergej Lavrov');
    expect(lavrov && personLabel(lavrov, 'en-GB')).toBe('Sergey Lavrov');
  });
});

describe('faults of the file are told with file and line', () => {
  it.each([
    [['  - { id: a-b, name: A B, nick: x }'], /people\.yaml:3: people\.0.*nick/],
    [['  - { id: A B, name: A B }'], /people\.yaml:3: people\.0\.id: lower-case/],
    [
      ['  - { id: ann-lee, name: Ann Lee }', '  - { id: ann-lee, name: Bob Lee }'],
      /people\.yaml:4: the id "ann-lee" is already used at .*people\.yaml:3/,
    ],
    [
      [
        '  - { id: ann-lee, name: Ann Lee }',
        '  - { id: anne-lee, name: Anne Lee, aliases: [ann-LEE] }',
      ],
      /people\.yaml:4: "ann-LEE" already names ann-lee/,
    ],
    [
      ['  - { id: ann-lee, name: Ann Lee, aliases: [Lee] }'],
      /:3: "Lee" is one word; say "alone: always"/,
    ],
    [['  - { id: ann-lee, name: Ann Lee, family: Li }'], /:3: the family name "Li" is not part of/],
    [
      [
        '  - { id: ann-lee, name: Ann Lee, alone: always }',
        '  - { id: bob-lee, name: Bob Lee, alone: always }',
      ],
      /:4: "Lee" cannot stand alone for bob-lee and for ann-lee|:3: "Lee" cannot stand alone for ann-lee and for bob-lee/,
    ],
    [
      ['  - { id: ann-lee, name: Ann Lee }', 'reject: [Ann Lee]'],
      /:3: "Ann Lee" is also in the list/,
    ],
    [['  - { id: ann-lee', '    name: Ann'], /people\.yaml:\d+: /],
  ])('%j', (lines, message) => {
    expect(() => loadPeople(fileOf(...lines))).toThrow(message);
  });
});

describe('people whose names can be read as each other’s', () => {
  const faultsOf = (...lines: string[]) => {
    const authority = loadPeople(fileOf(...lines));
    return checkKeys(authority, buildMatcher(authority).keys);
  };
  const ivanovs = [
    '  - { id: sergej-ivanov, name: Sergej Ivanov, scripts: { ru: [Сергей Иванов] } }',
    '  - { id: serhij-ivanov, name: Serhij Ivanov, scripts: { uk: [Сергею Иванову] }',
  ];

  it('are told with both lines', () => {
    expect(faultsOf(ivanovs[0] ?? '', `${ivanovs[1]} }`)).toEqual([
      expect.stringMatching(
        /people\.yaml:4: "Сергею Иванову" of serhij-ivanov can be read as "Сергей Иванов" of sergej-ivanov at .*people\.yaml:3; .*not: \[Сергей Иванов\]/,
      ),
    ]);
  });

  it('are told for Korean names in Latin letters', () => {
    const faults = faultsOf(
      '  - { id: kim-jong-un, name: Kim Jong Un, order: family-first, scripts: { ko: [김정은] } }',
      '  - { id: kim-jong-eun, name: Kim Jong Eun, order: family-first, scripts: { ko: [김종은] } }',
    );
    expect(faults).toEqual([expect.stringMatching(/people\.yaml:4: .*kim-jong-eun.*kim-jong-un/)]);
  });

  it('are left alone when the file says that they are two', () => {
    expect(faultsOf(ivanovs[0] ?? '', `${ivanovs[1]}, not: [Sergej Ivanov] }`)).toEqual([]);
  });

  it('do not ship', () => {
    const authority = loadPeople();
    expect(checkKeys(authority, buildMatcher(authority).keys)).toEqual([]);
  });
});
