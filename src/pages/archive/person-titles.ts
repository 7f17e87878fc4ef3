import type { PersonFacts } from '../../search/person.ts';
import type { Tally } from '../../search/person-mentions.ts';
import { type Query, withTerms } from '../../search/query.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { searchAddress } from '../search-address.ts';
import { monthsOf } from './coverage-span.ts';

/** So many titles are shown at once; the rarer ones are behind a click. */
const SHOWN = 8;

/** Up to so many years the strip shows months. */
const MONTHS_UP_TO_YEARS = 3;

/** Units of the drawing: a period is a square with a little room around it. */
const STEP = 10;
const GAP = 2;

/** The titles of a person in the order they came up, each with the periods in which it was printed. */
export function renderTitles(
  { roles, first, last }: PersonFacts,
  query: Query,
  context: PageContext,
): Html | null {
  if (roles.length === 0) return null;
  const all = periodsBetween(first, last);
  const list = (titles: readonly Tally[]) =>
    html`<ul class="tallies">${inTime(titles).map((title) => renderTitle(title, all, query, context))}</ul>`;
  const rest = roles.slice(SHOWN);
  return html`${list(roles.slice(0, SHOWN))}
${rest.length > 0 && html`<details><summary>${context.words.restOf(rest.length)}</summary>${list(rest)}</details>`}`;
}

function renderTitle(
  { text, count, first, last, periods }: Tally,
  all: readonly string[],
  query: Query,
  context: PageContext,
): Html {
  const { words, formats } = context;
  const address = searchAddress(withTerms(query, `"${text.replaceAll('"', '')}"`));
  const span =
    first === null || last === null
      ? null
      : first === last
        ? formats.date(first)
        : `${formats.date(first)} – ${formats.date(last)}`;
  return html`<li><span dir="auto">${text}</span> <a class="tally" href="${linkTo(context, address)}" aria-label="${text}: ${words.dispatches(count)}">${formats.number(count)}</a>
${renderStrip(periods, all)}${span && html`<span class="note">${span}</span>`}</li>`;
}

/** A strip with a mark for every period; for the eye only, the days beside it say the same. */
function renderStrip(printed: Tally['periods'], all: readonly string[]): Html | null {
  if (all.length < 2) return null;
  const length = all[0]?.length;
  const held = new Set(printed.map(({ period }) => period.slice(0, length)));
  const marks = all.map(
    (period, i) =>
      html`<rect${attributes({
        x: i * STEP + GAP / 2,
        y: GAP / 2,
        width: STEP - GAP,
        height: STEP - GAP,
        class: held.has(period) ? 'held' : null,
      })}/>`,
  );
  return html`<svg class="strip" aria-hidden="true" viewBox="0 0 ${all.length * STEP} ${STEP}" preserveAspectRatio="none">${marks}</svg>`;
}

/** The first day decides; what came up together stands by its number. */
function inTime(titles: readonly Tally[]): readonly Tally[] {
  return titles.toSorted((a, b) => (a.first ?? '').localeCompare(b.first ?? ''));
}

/** Every year, or every month of few years, from the first day to the last. */
function periodsBetween(first: string | null, last: string | null): readonly string[] {
  if (first === null || last === null) return [];
  const [from, to] = [Number(first.slice(0, 4)), Number(last.slice(0, 4))];
  const years = Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(4, '0'));
  return years.length > MONTHS_UP_TO_YEARS ? years : years.flatMap(monthsOf);
}
