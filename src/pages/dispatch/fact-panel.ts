import { type Dispatch, isUnconfirmed, type Mention } from '../../../indexer/dispatch.ts';
import { type Html, html, type Piece } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { searchFor } from '../search-address.ts';
import { correctionOf } from './corrections.ts';

/** What is known about a dispatch, as a list of terms; each fact leads to the dispatches that share it. */
export function renderFactPanel(dispatch: Dispatch, context: PageContext): Html {
  const { words } = context;
  const { publishedAt, language, people } = dispatch;
  const rows: readonly (readonly [string, string, Piece])[] = [
    ['agency', words.agency, renderAgency(dispatch, context)],
    ['dispatchedOn', words.dispatchedOn, renderDispatchedOn(dispatch, context)],
    ['places', words.places, renderPlaces(dispatch, context)],
    ['publishedAt', words.publishedAt, publishedAt && time(publishedAt, context)],
    ['language', words.textLanguage, language && renderLanguage(language, context)],
    ['people', words.people, people.length > 0 && renderPeople(dispatch, context)],
  ];
  const corrected = (field: string) =>
    correctionOf(dispatch, field) && html`<p class="note corrected">${words.corrected}</p>`;
  return html`<dl class="facts">${rows.map(([field, term, fact]) => isSaid(fact) && html`<dt>${term}</dt><dd>${fact}${corrected(field)}</dd>`)}</dl>`;
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
  const others = dispatch.agencies.filter(({ id }) => id !== dispatch.agency);
  const notes = others.map(
    ({ id, role }) => html`<p class="note">${label('agency', id)}: ${words.roles[role]}</p>`,
  );
  if (dispatch.agency) {
    return html`<a href="${linkTo(context, searchFor({ agency: dispatch.agency }))}">${label('agency', dispatch.agency)}</a>${notes}`;
  }
  const candidates = dispatch.agencyCandidates.map((id) => label('agency', id)).join(', ');
  return html`${words.agencyUnknown}${candidates !== '' && html`<p class="note">${candidates}: ${words.agencyCandidates}</p>`}${dispatch.credit && html`<p class="note">${words.credit}: “<bdi>${dispatch.credit}</bdi>”</p>`}${notes}`;
}

/** The day, how it is known, and the printed words that say so. */
function renderDispatchedOn(dispatch: Dispatch, context: PageContext): Html {
  const { words } = context;
  const { dispatchedOn, dateBasis, dateline, evidence } = dispatch;
  const day = dispatchedOn ? time(dispatchedOn, context) : html`${words.dispatchedUnknown}`;
  if (correctionOf(dispatch, 'dispatchedOn')) return day;
  const isDateline = dispatchedOn !== null && dateline?.date === dispatchedOn;
  const printed = isDateline ? dateline.text : evidence['dispatchedOn']?.printed;
  return html`${day}<p class="note">${words.dateBasis[dateBasis]}${dispatchedOn && printed && html`: “<bdi>${printed}</bdi>”`}${isDateline && !dateline.year && html`; ${words.yearInferred}`}</p>`;
}

function renderPlaces({ places }: Dispatch, context: PageContext): Piece {
  if (places.length === 0) return context.words.placeUnknown;
  return places.map(
    (place, i) =>
      html`${i > 0 && ', '}<a href="${linkTo(context, searchFor({ place }))}">${context.label('place', place)}</a>`,
  );
}

function renderLanguage(language: string, context: PageContext): Html {
  return html`<a href="${linkTo(context, searchFor({ lang: language }))}">${context.formats.languageName(language)}</a>`;
}

/** In the order of the text; at the end those whom only a correction names. */
function renderPeople({ people, mentions }: Dispatch, context: PageContext): Html {
  const unprinted = people.filter((id) => !mentions.some(({ person }) => person === id));
  const all: readonly Named[] = [...mentions, ...unprinted.map((person) => ({ person }))];
  return html`<ul class="people">${all.map((named) => renderPerson(named, context))}</ul>`;
}

type Named = Pick<Mention, 'person'> & Partial<Mention>;

/** The name as readers know it, the form that was printed where it differs, the title beside it. */
function renderPerson({ person, asPrinted, role }: Named, context: PageContext): Html {
  const { words, label } = context;
  const isNew = isUnconfirmed(person) && asPrinted !== undefined;
  const name = isNew ? asPrinted : label('person', person);
  const notes: readonly Piece[] = [
    isNew && words.unconfirmed,
    asPrinted && asPrinted !== name && words.mentioned(asPrinted),
    role && html`<bdi>${role}</bdi>`,
  ].filter(isSaid);
  return html`<li><a href="${linkTo(context, `/people/${encodeURIComponent(person)}`)}"><bdi>${name}</bdi></a>${notes.length > 0 && html` <span class="note">${notes.map((note, i) => html`${i > 0 && ' · '}${note}`)}</span>`}</li>`;
}
