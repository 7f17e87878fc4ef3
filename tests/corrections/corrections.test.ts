import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadAgencies } from '../../config/agencies.ts';
import { loadCorrections } from '../../config/corrections.ts';
import { loadPeople } from '../../config/people.ts';
import { correctorOf } from '../../indexer/corrections/corrector.ts';
import { dispatchSchema } from '../../indexer/dispatch.ts';
import { aDispatch } from '../a-dispatch.ts';

const folder = mkdtempSync(join(tmpdir(), 'dispatches-corrections-'));
afterAll(() => rmSync(folder, { recursive: true }));
const agencies = loadAgencies();
const people = loadPeople();
const someone = people.people[0]?.id ?? '';

function written(yaml: string) {
  const path = join(folder, 'corrections.yaml');
  writeFileSync(path, yaml);
  return loadCorrections(path);
}

function correctorFor(set: string) {
  const entry = `{ id: k7mw2xq9a4hd3npr, by: M. Rossi, because: the bulletin, set: ${set} }`;
  return correctorOf(written(`corrections:\n  - ${entry}\n`), {
    agencies: () => agencies,
    people: () => people,
  });
}

const dispatch = aDispatch({
  id: 'k7mw2xq9a4hd3npr',
  agency: 'tass',
  publishedAt: '2025-09-09',
  evidence: { agency: { rule: 'dateline', confidence: 'medium' } },
});

describe('a correction', () => {
  it('replaces the value, says who knows better, and leaves all else', () => {
    const corrected = correctorFor('{ agency: kcna }').correct(dispatch);
    expect(dispatchSchema.parse(corrected)).toMatchObject({ agency: 'kcna', text: dispatch.text });
    expect(corrected.evidence['agency']).toEqual({
      rule: 'correction',
      printed: 'M. Rossi: the bulletin',
      confidence: 'high',
    });
  });

  it('of the day moves the dispatch to it', () => {
    const corrected = correctorFor('{ dispatchedOn: 1987-05-12 }').correct(dispatch);
    expect(dispatchSchema.parse(corrected)).toMatchObject({
      date: '1987-05-12',
      dateBasis: 'dateline',
      year: '1987',
      month: '1987-05',
      monthDay: '05-12',
      sortAt: Date.parse('1987-05-12') / 1000,
    });
  });

  it('that takes the day away leaves that of the page, which is said', () => {
    const corrected = correctorFor('{ dispatchedOn: null }').correct(dispatch);
    expect(corrected).toMatchObject({ date: '2025-09-09', dateBasis: 'page' });
    const undated = correctorFor('{ dispatchedOn: null, publishedAt: null }').correct(dispatch);
    expect(undated).toMatchObject({ date: null, dateBasis: 'none', sortAt: null, year: null });
  });

  it('of the people brings their names along, and drops the mentions of others', () => {
    const mention = { person: 'nobody', asPrinted: 'N', span: [0, 1], count: 1, tier: 'exact' };
    const mentions = [mention as (typeof dispatch.mentions)[number]];
    const corrected = correctorFor(`{ people: [${someone}] }`).correct({ ...dispatch, mentions });
    expect(corrected).toMatchObject({ people: [someone], mentions: [] });
    expect(corrected.names.length).toBeGreaterThan(0);
  });

  it('makes another fingerprint, another correction yet another', () => {
    const [one, two] = ['{ agency: kcna }', '{ agency: ansa }'].map(correctorFor);
    const fingerprints = [dispatch, one?.correct(dispatch), two?.correct(dispatch)];
    expect(new Set(fingerprints.map((it) => it?.fingerprint)).size).toBe(3);
    expect(one?.correct(dispatch).fingerprint).toBe(dispatch.fingerprint + one?.tail(dispatch.id));
  });

  it('of another dispatch changes nothing', () => {
    const other = aDispatch({ id: 'another-dispatch' });
    expect(correctorFor('{ agency: kcna }').correct(other)).toBe(other);
  });
});

describe('corrections that can not be meant are refused', () => {
  const entry = (set: string) => `  - { id: a, by: b, because: c, set: ${set} }\n`;
  it.each([
    ['a field that does not exist', entry('{ colour: red }'), /:2: .*colour/],
    ['a value that is no date', entry('{ dispatchedOn: yesterday }'), /:2: .*1987-05-12/],
    ['a year without quotes', entry('{ dispatchedOn: 1987 }'), /:2: .*quotes/],
    ['nothing to set', entry('{}'), /at least one field/],
    ['one dispatch twice', entry('{ agency: a }') + entry('{ agency: b }'), /:3: .*above/],
  ])('%s', (_, entries, message) => {
    expect(() => written(`corrections:\n${entries}`)).toThrow(message);
  });

  it.each([
    ['an agency nobody knows', '{ agency: atlantis }', /no agency "atlantis"/],
    ['a person nobody knows', '{ people: [nemo] }', /no person "nemo"/],
  ])('%s', (_, set, message) => {
    expect(() => correctorFor(set).check()).toThrow(message);
  });

  it('and none are needed', () => {
    expect(loadCorrections(join(folder, 'absent.yaml')).size).toBe(0);
    expect(loadCorrections().size).toBe(0);
  });
});
