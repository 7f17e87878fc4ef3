import type { Person } from '../../config/people.ts';

/** A person as the authority file has them: say what matters, the rest is filled in. */
export function aPerson(said: Pick<Person, 'id' | 'name'> & Partial<Person>): Person {
  return {
    ...{ order: 'given-first', scripts: {}, aliases: [], labels: {}, titles: [], not: [] },
    ...{ alone: 'never' },
    ...said,
  };
}
