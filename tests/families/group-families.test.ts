import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FamilyMember } from '../../indexer/families/family-member.ts';
import { groupFamilies } from '../../indexer/families/group-families.ts';
import { aMember, edited, wordsOf } from './relatives.ts';

const text = wordsOf(1, 300);

/** Relations in the order given; `-` for one without relatives. */
function relationsOf(...members: FamilyMember[]): readonly string[] {
  const places = groupFamilies(members);
  return members.map(({ id }) => places.get(id)?.relation ?? '-');
}

describe('in one language, a family is made of', () => {
  it('copies: the earliest is the original', () => {
    const late = aMember({ text, appearedOn: '2024-09-16' });
    const early = aMember({ text, appearedOn: '2024-09-14' });
    expect(relationsOf(late, early)).toEqual(['reprint', 'original']);
  });

  it('a copy with a few words changed', () => {
    const copy = aMember({ text: edited(text, 60), appearedOn: '2024-09-15' });
    expect(relationsOf(aMember({ text }), copy)).toEqual(['original', 'reprint']);
  });

  it('an excerpt and the whole, also when the excerpt names no day', () => {
    const excerpt = aMember({ text: wordsOf(11, 140), sentOn: null, appearedOn: '2024-09-20' });
    expect(relationsOf(aMember({ text }), excerpt)).toEqual(['original', 'excerpt']);
  });

  it('two versions of one day', () => {
    const version = aMember({ text: edited(text, 12), appearedOn: '2024-09-15' });
    expect(relationsOf(aMember({ text }), version)).toEqual(['original', 'version']);
  });

  it('a page and the one it names as its source, when they are alike at all', () => {
    const source = aMember({ text, ownUrl: 'kcna.kp/a/1', sentOn: null, appearedOn: '2024-09-20' });
    const page = aMember({ text: edited(text, 9), citedUrls: ['kcna.kp/a/1'], agency: null });
    expect(relationsOf(page, source)).toEqual(['version', 'original']);
  });
});

describe('no family is made of', () => {
  it.each([
    ['different texts', {}],
    ['one form, filled in on another day', { text: edited(text, 60), sentOn: '2024-09-15' }],
    ['the very same words on another day', { text, sentOn: '2023-09-14' }],
    ['half a text with another agency', { text: edited(text, 9), agency: 'tass' }],
  ])('%s', (_, other) => {
    expect(relationsOf(aMember({ text }), aMember(other))).toEqual(['-', '-']);
  });

  it('short messages that share a set phrase', () => {
    const greeting = wordsOf(5000, 60);
    const [one, two] = [7000, 8000].map((seed) =>
      aMember({ text: `${greeting} ${wordsOf(seed, 20)}` }),
    );
    expect(relationsOf(one as FamilyMember, two as FamilyMember)).toEqual(['-', '-']);
  });

  it('dispatches without words', () => {
    expect(relationsOf(aMember({ text: '…' }), aMember({ text: '—' }))).toEqual(['-', '-']);
  });
});

describe('across languages', () => {
  const source = aMember({ ownUrl: 'kcna.kp/a/1', people: ['kim', 'shoigu'] });

  it('a page that names the original as its source is its translation', () => {
    const page = aMember({ language: 'it', citedUrls: ['kcna.kp/a/1'], appearedOn: '2024-09-01' });
    expect(relationsOf(page, source)).toEqual(['translation', 'original']);
  });

  it('a page that names the source but has another day in its dateline is not', () => {
    const page = aMember({ language: 'it', citedUrls: ['kcna.kp/a/1'], sentOn: '2024-01-01' });
    expect(relationsOf(page, source)).toEqual(['-', '-']);
  });

  it('an address that every page names makes no family', () => {
    const pages = Array.from({ length: 20 }, (_, at) =>
      aMember({ language: at % 2 ? 'it' : 'fr', citedUrls: ['kcna.kp'], people: [] }),
    );
    expect(new Set(relationsOf(...pages))).toEqual(new Set(['-']));
  });

  const others = Array.from({ length: 60 }, (_, at) =>
    aMember({ sentOn: `2023-01-${String(1 + (at % 28)).padStart(2, '0')}`, people: ['kim'] }),
  );

  it('one day, one agency and the same rare names make a translation', () => {
    const original = aMember({ people: ['kim', 'shoigu', 'choe'], figures: ['240'] });
    const page = aMember({ language: 'it', people: ['kim', 'shoigu', 'choe'], figures: ['240'] });
    expect(relationsOf(original, page, ...others).slice(0, 2)).toEqual(['original', 'translation']);
  });

  it('of one day, the page in the language of the agency is the original, and not the longest', () => {
    const people = ['kim', 'shoigu', 'choe'];
    const page = aMember({ language: 'ja', people, text: wordsOf(77_000, 300) });
    const home = aMember({ language: 'ko', people, isHome: true });
    expect(relationsOf(page, home, ...others).slice(0, 2)).toEqual(['translation', 'original']);
  });

  it('a name that is everywhere makes none', () => {
    const pages = [aMember({ people: ['kim'] }), aMember({ language: 'it', people: ['kim'] })];
    expect(relationsOf(...pages, ...others).slice(0, 2)).toEqual(['-', '-']);
  });

  it('two candidates that are equally good make none', () => {
    const people = ['kim', 'shoigu', 'choe'];
    const pages = ['en', 'en', 'it'].map((language) => aMember({ language, people }));
    expect(relationsOf(...pages, ...others).slice(0, 3)).toEqual(['-', '-', '-']);
  });
});

describe('a family', () => {
  it('keeps its name when an earlier original joins it', () => {
    const [one, two] = [aMember({ text }), aMember({ text })];
    const name = groupFamilies([one, two]).get(one.id)?.family ?? null;
    const earlier = aMember({ text, appearedOn: '2024-01-01' });
    const places = groupFamilies([{ ...one, family: name }, { ...two, family: name }, earlier]);
    expect([...places.values()].map(({ family }) => family)).toEqual([name, name, name]);
    expect(places.get(earlier.id)?.relation).toBe('original');
  });

  it('that falls apart leaves its name to one part only', () => {
    const [a, b, c, d] = [1, 1, 900, 900].map((seed) =>
      aMember({ text: wordsOf(seed, 200), family: 'old' }),
    ) as [FamilyMember, FamilyMember, FamilyMember, FamilyMember];
    const places = groupFamilies([a, b, c, d]);
    expect(places.get(a.id)?.family).toBe('old');
    expect(places.get(c.id)?.family).toBe(c.id);
  });

  it('is the same in whatever order the archive is read', () => {
    const members = [
      ...[1, 1, 1, 400, 400, 800].map((seed) => aMember({ text: wordsOf(seed, 150) })),
      aMember({ text: wordsOf(21, 100) }),
    ];
    const expected = groupFamilies(members);
    fc.assert(
      fc.property(fc.shuffledSubarray(members, { minLength: members.length }), (shuffled) => {
        expect(new Map([...groupFamilies(shuffled)].sort())).toEqual(new Map([...expected].sort()));
      }),
    );
  });
});
