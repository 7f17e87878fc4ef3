import { loadPeople } from '../../config/people.ts';
import { clashingPairs } from '../../indexer/people/check-keys.ts';
import { findPeople } from '../../indexer/people/find-people.ts';
import { buildMatcher } from '../../indexer/people/matcher.ts';
import { scoreSets } from './score-sets.ts';
import type { SetKind } from './set-kind.ts';

/** Spellings of one person of the authority that the authority does not list. */
type Variants = { readonly kind: string; readonly id: string; readonly forms: readonly string[] };

/**
 * Names in the spellings of many languages and in another script. `apart` is 1 less the share of pairs of people of
 * the authority whose names can be read as each other's: 0.975 are 25 false pairs among 1,000 people.
 */
export const peopleVariants: SetKind = {
  name: 'peopleVariants',
  own: new URL('../people/variants.jsonl', import.meta.url),
  knows: (line) => typeof line['kind'] === 'string' && Array.isArray(line['forms']),
  score: (lines) => {
    const authority = loadPeople();
    const matcher = buildMatcher(authority);
    const { rows, ...score } = scoreSets(
      (lines as readonly Variants[]).flatMap(({ kind, id, forms }) =>
        forms.map((form) => ({
          id: form,
          group: kind,
          expected: [id],
          found: findPeople(`The visit of ${form} was short.`, null, matcher).people,
        })),
      ),
    );
    const pairs = clashingPairs(authority.people, matcher.keys).length;
    const apart = 1 - pairs / authority.people.length;
    const isAll = (group: string) => group === 'all';
    return {
      ...score,
      rows: rows.map((row) => ({
        ...row,
        figures: { ...row.figures, apart: isAll(row.group) ? apart : null },
      })),
    };
  },
};
