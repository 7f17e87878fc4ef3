import type { Hit } from '../../search/results.ts';
import { renderFragments } from '../fragments.ts';
import { attributes, type Html, html, type Piece } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';

/** One hit. `queryEnd` is the query as the end of an address, so that the dispatch leads back here. */
export function renderHit(hit: Hit, queryEnd: string, context: PageContext): Html {
  const { words } = context;
  const language = attributes({ lang: hit.language, dir: 'auto' });
  const href = linkTo(context, `/dispatches/${hit.id}${queryEnd}`);
  const headline =
    hit.headline.length > 0 ? renderFragments(hit.headline) : html`<i>${words.noHeadline}</i>`;
  return html`<li class="hit" id="d-${hit.id}"><article>
<h3${language}><a href="${href}">${headline}</a></h3>
<p class="origin">${joined(originOf(hit, context))}</p>
<p class="snippet"${language}>${renderFragments(hit.snippet)}</p>
</article></li>`;
}

/** Agency, place and date: what a dateline says. */
function originOf(hit: Hit, context: PageContext): readonly Piece[] {
  const { words } = context;
  const agency = hit.agency?.label ?? hit.credit;
  return [
    agency && html`<span class="agency">${agency}</span>`,
    hit.places.length > 0 && html`<span dir="auto">${hit.places.join(', ')}</span>`,
    dateOf(hit, context),
    hit.familySize > 1 &&
      html`<a href="${linkTo(context, `/dispatches/${hit.id}#family`)}">${words.versions(hit.familySize - 1)}</a>`,
  ].filter((piece) => piece !== null && piece !== false && piece !== '');
}

// A date that is only the page's must not pass for the day of the dispatch.
function dateOf({ date, dateBasis }: Hit, { words, formats }: PageContext): Html {
  if (date === null) return html`<span class="undated">${words.undatedHit}</span>`;
  const day = html`<time datetime="${date}">${formats.date(date)}</time>`;
  return dateBasis === 'page' ? html`<span>${words.pageOf} ${day}</span>` : day;
}

function joined(pieces: readonly Piece[]): Html {
  return html`${pieces.map((piece, i) => html`${i > 0 && html`<span aria-hidden="true" class="dot"> · </span>`}${piece}`)}`;
}
