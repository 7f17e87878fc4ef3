import type { Dispatch } from '../../indexer/dispatch.ts';
import type { EngineClient } from './engine-client.ts';
import { quoted } from './filter-expression.ts';

/** What one dispatch says of a person. */
export type DatedMention = {
  readonly asPrinted: string;
  readonly role?: string | undefined;
  readonly date: string | null;
};

/** Words as printed beside or as a name: in how many dispatches, and from when to when. */
export type Tally = {
  readonly text: string;
  readonly count: number;
  readonly first: string | null;
  readonly last: string | null;
  /** Months; a year by itself when no dispatch of it says the month. */
  readonly periods: readonly { readonly period: string; readonly count: number }[];
};

const BATCH = 1_000;

/** Every mention of a person and every day they are named on, read through to the last dispatch. */
export async function mentionsOf(
  person: string,
  engine: EngineClient,
): Promise<readonly DatedMention[]> {
  const mentions: DatedMention[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const [found] = await engine.searchAll([
      {
        ...{ q: '', filter: [`people = ${quoted(person)}`], sort: ['sortAt:asc', 'id:asc'] },
        ...{ page, hitsPerPage: BATCH, attributesToRetrieve: ['mentions', 'date'] },
      },
    ]);
    pages = found?.totalPages ?? 0;
    for (const hit of (found?.hits ?? []) as readonly Pick<Dispatch, 'mentions' | 'date'>[]) {
      const mention = hit.mentions.find((one) => one.person === person);
      // A person whom only a correction names is there without being printed.
      mentions.push({ asPrinted: '', ...mention, date: hit.date });
    }
  }
  return mentions;
}

/**
 * How often each form was printed, and when; the most frequent first. Forms that differ in capitals
 * and spaces alone are one, shown as most dispatches print it.
 */
export function tallies(
  mentions: readonly { readonly text: string | undefined; readonly date: string | null }[],
): readonly Tally[] {
  const gathered = new Map<string, Gathered>();
  for (const { text = '', date } of mentions) {
    const form = text.replace(/\s+/g, ' ').trim();
    if (form === '') continue;
    const key = form.toLowerCase();
    const entry: Gathered = gathered.get(key) ?? { forms: new Map(), dates: [] };
    entry.forms.set(form, (entry.forms.get(form) ?? 0) + 1);
    entry.dates.push(date);
    gathered.set(key, entry);
  }
  return [...gathered.values()]
    .map(({ forms, dates }) => toTally(byCount([...forms])[0]?.[0] ?? '', dates))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

type Gathered = { readonly forms: Map<string, number>; readonly dates: (string | null)[] };

function toTally(text: string, dates: readonly (string | null)[]): Tally {
  const days = dates.filter((date) => date !== null).sort();
  const periods = new Map<string, number>();
  for (const day of days) {
    const month = day.slice(0, 'YYYY-MM'.length);
    periods.set(month, (periods.get(month) ?? 0) + 1);
  }
  return {
    ...{ text, count: dates.length, first: days[0] ?? null, last: days.at(-1) ?? null },
    periods: [...periods].map(([period, count]) => ({ period, count })),
  };
}

/** The largest first; equal ones in the order of their names. */
export function byCount(
  counts: readonly (readonly [string, number])[],
): readonly (readonly [string, number])[] {
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
}
