import { isUnconfirmed } from '../../../indexer/dispatch.ts';
import type { Counted, PersonFacts } from '../../search/person.ts';
import { only, type Query, withDates, withSort } from '../../search/query.ts';
import type { Version } from '../../search/related.ts';
import type { Results } from '../../search/results.ts';
import { time } from '../dispatch/fact-panel.ts';
import { type Html, html, type Piece } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { pageDefaults } from '../page-query.ts';
import { renderHit } from '../search/hit.ts';
import { renderTimeline } from '../search/timeline.ts';
import { queryString, searchAddress } from '../search-address.ts';
import { renderNames } from './person-names.ts';
import { renderTitles } from './person-titles.ts';

/** What the page of a person shows. */
export interface PersonPageParts {
  readonly facts: PersonFacts;
  /** The newest dispatches, with the counts that make the timeline. */
  readonly latest: Results;
  /** What is folded into them, by family. */
  readonly versions: ReadonlyMap<string, readonly Version[]>;
}

/** One person as the archive has them: names, years, titles, company, dispatches. */
export function personPage(
  { facts, latest, versions }: PersonPageParts,
  context: PageContext,
): Page {
  const { words } = context;
  const all = only(pageDefaults, 'person', facts.id);
  const personAddress = (id: string) => `/people/${encodeURIComponent(id)}`;
  return {
    title: facts.label,
    head: html`<link rel="canonical" href="${context.origin}${personAddress(facts.id)}">`,
    skipLinks: [['#latest', words.latest]],
    main: html`<main class="person-page">
<header><h1 dir="auto">${facts.label}</h1>
${isUnconfirmed(facts.id) && html`<p class="notice">${words.unconfirmedNote}</p>`}
<p><a href="${linkTo(context, searchAddress(all))}">${words.dispatches(facts.count)}</a></p></header>
${renderTimeline(latest, context, false)}
<div class="person-columns">
<section aria-labelledby="facts"><h2 id="facts">${words.facts}</h2>${renderFacts(facts, all, context)}</section>
${section('names', words.names, renderNames(facts, context))}
${section('titles', words.titles, renderTitles(facts, all, context))}
${section(
  'together',
  words.together,
  renderCounted(facts.with, personAddress, (id) => togetherWith(all, id), context),
)}
${section(
  'agencies',
  words.agency,
  renderCounted(
    facts.agencies,
    (id) => searchAddress(only(all, 'agency', id)),
    (id) => only(all, 'agency', id),
    context,
  ),
)}
</div>
<section aria-labelledby="latest"><h2 id="latest" tabindex="-1">${words.latest}</h2>
<ol class="hits">${latest.hits.map((hit) => renderHit(hit, queryString(withSort(all, 'newest')), context, versions.get(hit.family ?? '')))}</ol>
${facts.count > latest.hits.length && html`<p><a class="button" href="${linkTo(context, searchAddress(withSort(all, 'newest')))}">${words.allDispatches}</a></p>`}</section>
</main>`,
  };
}

/** The dispatches that name both. */
function togetherWith(all: Query, id: string): Query {
  const person = [...all.include.person, id];
  return { ...all, include: { ...all.include, person }, personMatch: 'all' };
}

function section(id: string, heading: string, content: Html | null): Html | null {
  return (
    content &&
    html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${content}</section>`
  );
}

function renderFacts(
  { first, last, silence }: PersonFacts,
  all: Query,
  context: PageContext,
): Html {
  const { words } = context;
  const day = (date: string): Html => {
    const there = date as Query['from'];
    const address = searchAddress(withDates(all, there, there));
    return html`<a href="${linkTo(context, address)}">${time(date, context)}</a>`;
  };
  const rows: readonly (readonly [string, Piece])[] = [
    [words.firstSeen, first && day(first)],
    [words.lastSeen, last && day(last)],
    [words.silence, silence && renderSilence(silence, context)],
  ];
  return html`<dl class="facts">${rows.map(([term, fact]) => fact && html`<dt>${term}</dt><dd>${fact}</dd>`)}</dl>`;
}

function renderSilence(
  { days, from, to }: NonNullable<PersonFacts['silence']>,
  { words, formats }: PageContext,
): Html {
  return html`${words.days(days)}<p class="note">${words.silenceSpan(formats.date(from), formats.date(to))}</p>`;
}

/** A name leads to its own page, its number to the dispatches that are counted. */
function renderCounted(
  counted: readonly Counted[],
  addressOf: (id: string) => string,
  queryOf: (id: string) => Query,
  context: PageContext,
): Html | null {
  if (counted.length === 0) return null;
  const { words, formats } = context;
  return html`<ul class="tallies">${counted.map(({ id, label, count }) => html`<li><a href="${linkTo(context, addressOf(id))}"><bdi>${label}</bdi></a> <a class="tally" href="${linkTo(context, searchAddress(queryOf(id)))}" aria-label="${label}: ${words.dispatches(count)}">${formats.number(count)}</a></li>`)}</ul>`;
}
