import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AGENCIES_FILE, loadAgencies } from '../../config/agencies.ts';
import { unknownCredits } from '../../indexer/agency/unknown-credits.ts';
import { readOpening } from '../../indexer/dateline/read-opening.ts';
import { openingOf } from '../dateline/blocks.ts';

const opening = openingOf([
  'LAGUNA, 4 settembre (Lagunapress) — Ha piovuto.',
  'Fonte: https://www.lagunapress.example/2025/09/04/pioggia',
]);

const entry = `
  - id: lagunapress
    short: Lagunapress
    names: { original: Lagunapress, en: Lagunapress, it: Lagunapress }
    country: IT
    languages: [it]
    type: private
    aliases: [Lagunapress]
    domains: [lagunapress.example]
`;

describe('an agency the catalogue does not know', () => {
  it('is a credit, and is listed with count and example', () => {
    const { credit, agency, dateline } = readOpening(opening, loadAgencies());
    expect({ credit, agency }).toEqual({ credit: 'Lagunapress', agency: null });
    const source = {
      path: 'a.html',
      sha256: '',
      bytes: 0,
      charset: '',
      brokenCharacters: 0,
      capturedAt: null,
    };
    const other = { ...source, path: 'b.html' };
    const credits = unknownCredits([
      { credit: 'KXXX', dateline: null, source },
      { credit, dateline, source },
      { credit: null, dateline: null, source },
      { credit, dateline, source: other },
    ]);
    expect(credits).toEqual([
      {
        credit: 'Lagunapress',
        count: 2,
        example: { path: 'a.html', dateline: 'LAGUNA, 4 settembre (Lagunapress) —' },
      },
      { credit: 'KXXX', count: 1, example: { path: 'a.html', dateline: null } },
    ]);
  });

  it('is recognised in slot and source line once an operator has added it', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'agencies-')), 'agencies.yaml');
    writeFileSync(path, readFileSync(AGENCIES_FILE, 'utf8') + entry);
    const reading = readOpening(opening, loadAgencies(path));
    expect(reading).toMatchObject({ agency: 'lagunapress', credit: null });
    expect(reading.hops[0]).toMatchObject({ agency: 'lagunapress', date: '2025-09-04' });
  });
});
