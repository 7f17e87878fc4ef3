import { catalogueLabels } from '../search/catalogue-labels.ts';
import { connectEngine } from '../search/engine-client.ts';
import { queryFromUrl, queryToUrl } from '../search/query-url.ts';
import type { Fragment, Hit, Results } from '../search/results.ts';
import { searchDispatches } from '../search/search-dispatches.ts';
import { followUnconfirmed } from '../search/unconfirmed-people.ts';
import { EXIT, type Terminal, UsageError } from './terminal.ts';
import { engineOf, openWorkplace, type WorkplaceOptions } from './workplace.ts';

/** The parameters of the API, as options. */
export type SearchFlags = WorkplaceOptions & {
  readonly agency?: readonly string[];
  readonly person?: readonly string[];
  readonly place?: readonly string[];
  readonly lang?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly sort?: string;
  readonly page?: string;
  readonly perPage?: string;
  readonly json?: boolean;
};

/** The query of the search page, from the terminal. */
export async function search(
  terms: readonly string[],
  flags: SearchFlags,
  terminal: Terminal,
): Promise<number> {
  const query = queryFromUrl(parametersOf(terms, flags));
  if (Array.isArray(query)) {
    throw new UsageError(
      query.map(({ parameter, detail }) => `--${parameter}: ${detail}`).join('\n'),
    );
  }
  const workplace = openWorkplace(flags, terminal);
  const engine = await engineOf(workplace, terminal);
  const { engine: client, unconfirmed } = followUnconfirmed(connectEngine(engine));
  try {
    const { agencies, people, places } = workplace.configuration();
    const labels = catalogueLabels(agencies(), people(), places(), unconfirmed);
    const results = await searchDispatches(query, client, {
      labels,
      language: 'en',
      urlOf: queryToUrl,
    });
    if (flags.json) for (const hit of results.hits) terminal.out(JSON.stringify(hit));
    else terminal.out(print(results));
    return EXIT.done;
  } finally {
    await client.close();
    await engine.stop();
  }
}

function parametersOf(terms: readonly string[], flags: SearchFlags): URLSearchParams {
  const parameters = new URLSearchParams({ q: terms.join(' ') });
  for (const name of ['agency', 'person', 'place', 'lang'] as const) {
    for (const value of flags[name] ?? []) parameters.append(name, value);
  }
  for (const name of ['from', 'to', 'sort', 'page'] as const) {
    if (flags[name]) parameters.set(name, flags[name]);
  }
  if (flags.perPage) parameters.set('per_page', flags.perPage);
  return parameters;
}

function print({ hits, total, query, pages }: Results): string {
  const head = `${total} dispatches${pages > 1 ? `, page ${query.page} of ${pages}` : ''}`;
  return [head, ...hits.map(printHit)].join('\n\n');
}

function printHit(hit: Hit): string {
  const facts = [hit.date ?? 'undated', hit.agency?.label ?? hit.credit, ...hit.places];
  return [
    `${plain(hit.headline)}  [${hit.id}]`,
    facts.filter(Boolean).join(' · '),
    plain(hit.snippet),
  ].join('\n');
}

function plain(fragments: readonly Fragment[]): string {
  return fragments.map(({ text }) => text).join('');
}
