import type { Counted, PersonFacts, Tally } from '../../search/person.ts';
import { only, withSort } from '../../search/query.ts';
import type { Results } from '../../search/results.ts';
import { time } from '../dispatch/fact-panel.ts';
import { type Html, html, type Piece } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { pageDefaults } from '../page-query.ts';
import { renderHit } from '../search/hit.ts';
import { renderTimeline } from '../search/timeline.ts';
import { queryString, searchAddress } from '../search-address.ts';
import type { Silence } from './longest-silence.ts';

/** What the page of a person shows. */
export interface PersonPageParts {
  readonly facts: PersonFacts;
  readonly silence: Silence | null;
  /** The newest dispatches, with the counts that make the timeline. */
  readonly latest: Results;
}

/** One person as the archive has them: names, years, titles, company, dispatches. */
export function personPage(parts: PersonPageParts, context: PageContext): Page {
  const { facts, silence, latest } = parts;
  const { words } = context;
  const all = only(pageDefaults, 'person', facts.id);
  return {
    title: facts.label,
    head: html`<link rel="canonical" href="${context.origin}/people/${encodeURIComponent(facts.id)}">`,
    skipLinks: [['#latest', words.latest]],
    main: html`<main class="person-page">
<header><h1 dir="auto">${facts.label}</h1>
<p><a href="${linkTo(context, searchAddress(all))}">${words.dispatches(facts.count)}</a></p></header>
${renderTimeline(latest, context)}
<div class="person-columns">
<section aria-labelledby="facts"><h2 id="facts">${words.facts}</h2>${renderFacts(facts, silence, context)}</section>
${section('titles', words.titles, renderTallies(facts.roles, context))}
${section('printed', words.printedForms, renderTallies(facts.printed, context))}
${section(
  'together',
  words.together,
  renderCounted(facts.with, (id) => `/people/${encodeURIComponent(id)}`, context),
)}
${section(
  'agencies',
  words.agency,
  renderCounted(facts.agencies, (id) => searchAddress(only(all, 'agency', id)), context),
)}
</div>
<section aria-labelledby="latest"><h2 id="latest" tabindex="-1">${words.latest}</h2>
<ol class="hits">${latest.hits.map((hit) => renderHit(hit, queryString(withSort(all, 'newest')), context))}</ol></section>
</main>`,
  };
}

function section(id: string, heading: string, content: Html | null): Html | null {
  return (
    content &&
    html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${content}</section>`
  );
}

function renderFacts(facts: PersonFacts, silence: Silence | null, context: PageContext): Html {
  const { words, formats } = context;
  const others = facts.names.filter((name) => name !== facts.label);
  const rows: readonly (readonly [string, Piece])[] = [
    [
      words.names,
      others.length > 0 &&
        html`<ul class="names">${others.map((name) => html`<li><bdi>${name}</bdi></li>`)}</ul>`,
    ],
    [words.firstSeen, facts.first && time(facts.first, context)],
    [words.lastSeen, facts.last && time(facts.last, context)],
    [
      words.silence,
      silence &&
        words.silenceSpan(
          silence.days === null ? '' : words.days(silence.days),
          formats.date(silence.from),
          formats.date(silence.to),
        ),
    ],
  ];
  return html`<dl class="facts">${rows.map(([term, fact]) => fact && html`<dt>${term}</dt><dd>${fact}</dd>`)}</dl>`;
}

/** Words as printed, with the time in which they were. */
function renderTallies(tallies: readonly Tally[], context: PageContext): Html | null {
  if (tallies.length === 0) return null;
  const { formats } = context;
  const span = ({ first, last }: Tally) =>
    first &&
    last &&
    (first === last ? formats.date(first) : `${formats.date(first)} – ${formats.date(last)}`);
  const inTime = tallies.toSorted((a, b) => ((a.first ?? '') < (b.first ?? '') ? -1 : 1));
  return html`<ul class="tallies">${inTime.map((tally) => html`<li><span dir="auto">${tally.text}</span> <span class="note">${formats.number(tally.count)}${span(tally) && html` · ${span(tally)}`}</span></li>`)}</ul>`;
}

function renderCounted(
  counted: readonly Counted[],
  addressOf: (id: string) => string,
  context: PageContext,
): Html | null {
  if (counted.length === 0) return null;
  return html`<ul class="tallies">${counted.map(({ id, label, count }) => html`<li><a href="${linkTo(context, addressOf(id))}">${label}</a> <span class="note">${context.formats.number(count)}</span></li>`)}</ul>`;
}
