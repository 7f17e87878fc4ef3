import type { Dispatch } from '../../../indexer/dispatch.ts';
import { type Html, html, type Piece } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { searchFor } from '../search-address.ts';

/** What is known about a dispatch, as a list of terms; each fact leads to the dispatches that share it. */
export function renderFactPanel(dispatch: Dispatch, context: PageContext): Html {
  const { words, formats } = context;
  const rows: readonly (readonly [string, Piece])[] = [
    [words.agency, renderAgency(dispatch, context)],
    [words.dispatchedOn, renderDispatchedOn(dispatch, context)],
    [words.places, renderPlaces(dispatch, context)],
    [words.publishedAt, dispatch.publishedAt && time(dispatch.publishedAt, context)],
    [words.textLanguage, dispatch.language && formats.languageName(dispatch.language)],
    [words.people, dispatch.mentions.length > 0 && renderPeople(dispatch, context)],
  ];
  return html`<dl class="facts">${rows.map(([term, fact]) => isSaid(fact) && html`<dt>${term}</dt><dd>${fact}</dd>`)}</dl>`;
}

/** A partial date for people and machines. */
export function time(date: string, { formats }: Pick<PageContext, 'formats'>): Html {
  return html`<time datetime="${date}">${formats.date(date)}</time>`;
}

function isSaid(fact: Piece): boolean {
  return fact !== null && fact !== undefined && fact !== false && fact !== '';
}

function renderAgency(dispatch: Dispatch, context: PageContext): Html {
  const { words, label } = context;
  if (dispatch.agency) {
    const others = dispatch.agencies.filter(({ id }) => id !== dispatch.agency);
    return html`<a href="${linkTo(context, searchFor({ agency: dispatch.agency }))}">${label('agency', dispatch.agency)}</a>${others.map(({ id, role }) => html`<p class="note">${label('agency', id)}: ${words.roles[role]}</p>`)}`;
  }
  const candidates = dispatch.agencyCandidates.map((id) => label('agency', id)).join(', ');
  return html`${words.agencyUnknown}${candidates !== '' && html`<p class="note">${candidates}: ${words.agencyCandidates}</p>`}${dispatch.credit && html`<p class="note">${words.credit}: “${dispatch.credit}”</p>`}`;
}

function renderDispatchedOn(dispatch: Dispatch, context: PageContext): Html {
  const { words } = context;
  const { dispatchedOn, dateBasis, dateline } = dispatch;
  const day = dispatchedOn ? time(dispatchedOn, context) : html`${words.dispatchedUnknown}`;
  const isInferred = dispatchedOn !== null && dateline?.date === dispatchedOn && !dateline.year;
  return html`${day}<p class="note">${words.dateBasis[dateBasis]}${isInferred && html`; ${words.yearInferred}`}</p>`;
}

function renderPlaces({ places }: Dispatch, context: PageContext): Piece {
  if (places.length === 0) return context.words.placeUnknown;
  return places.map(
    (place, i) =>
      html`${i > 0 && ', '}<a href="${linkTo(context, searchFor({ place }))}">${place}</a>`,
  );
}

function renderPeople({ mentions }: Dispatch, context: PageContext): Html {
  const { words, label } = context;
  return html`<ul class="people">${mentions.map(({ person, asPrinted, role }) => {
    const name = label('person', person);
    return html`<li><a href="${linkTo(context, `/people/${encodeURIComponent(person)}`)}">${name}</a>${asPrinted !== name && html` <span class="note">${words.mentioned(asPrinted)}</span>`}${role && html` <span class="note">${role}</span>`}</li>`;
  })}</ul>`;
}
