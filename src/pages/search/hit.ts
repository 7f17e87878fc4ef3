import type { Version } from '../../search/related.ts';
import type { Hit } from '../../search/results.ts';
import { renderFragments } from '../fragments.ts';
import { attributes, type Html, html, type Piece } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';

/** The page of a dispatch shows them all. */
const MOST_VERSIONS = 8;

/**
 * One hit. `queryEnd` is the query as the end of an address, so that the dispatch leads back here;
 * `members` are the versions that are folded into the hit, the hit itself among them.
 */
export function renderHit(
  hit: Hit,
  queryEnd: string,
  context: PageContext,
  members?: readonly Version[],
): Html {
  const { words } = context;
  const language = attributes({ lang: hit.language, dir: 'auto' });
  const href = linkTo(context, `/dispatches/${hit.id}${queryEnd}`);
  const headline =
    hit.headline.length > 0 ? renderFragments(hit.headline) : html`<i>${words.noHeadline}</i>`;
  return html`<li class="hit" id="d-${hit.id}"><article>
<h3${language}><a href="${href}">${headline}</a></h3>
<p class="origin">${joined(originOf(hit, context))}</p>
<p class="snippet"${language}>${renderFragments(hit.snippet)}</p>
${members && hit.familySize > 1 && renderVersions(hit, members, context)}
</article></li>`;
}

/** Agency, place and date: what a dateline says. */
function originOf(hit: Hit, context: PageContext): readonly Piece[] {
  const agency = hit.agency?.label ?? hit.credit;
  const similar = hit.similarSpelling.join(', ');
  return [
    agency && html`<span class="agency">${agency}</span>`,
    hit.places.length > 0 &&
      html`<span dir="auto">${hit.places.map((place) => context.label('place', place)).join(', ')}</span>`,
    dateOf(hit, context),
    similar !== '' && html`<span class="similar">${context.words.similarSpelling(similar)}</span>`,
  ].filter((piece) => piece !== null && piece !== false && piece !== '');
}

// A date that is only the page's must not pass for the day of the dispatch.
function dateOf(
  { date, dateBasis }: Pick<Hit, 'date' | 'dateBasis'>,
  { words, formats }: PageContext,
): Html {
  if (date === null) return html`<span class="undated">${words.undatedHit}</span>`;
  const day = html`<time datetime="${date}">${formats.date(date)}</time>`;
  return dateBasis === 'page' ? html`<span>${words.pageOf} ${day}</span>` : day;
}

/** The reprints, versions and translations that are folded into one hit: a list that opens in place. */
function renderVersions(
  { id, familySize }: Hit,
  members: readonly Version[],
  context: PageContext,
): Html {
  const { words } = context;
  const others = members.filter((member) => member.id !== id);
  const whole = linkTo(context, `/dispatches/${id}#family`);
  if (others.length === 0)
    return html`<p class="versions"><a href="${whole}">${words.versions(familySize - 1)}</a></p>`;
  const more = others.length > MOST_VERSIONS;
  return html`<details class="versions" id="versions-${id}"><summary>${words.versions(familySize - 1)}</summary>
<ul>${others.slice(0, MOST_VERSIONS).map((version) => renderVersion(version, context))}</ul>
${more && html`<p><a href="${whole}">${words.allVersions(others.length)}</a></p>`}</details>`;
}

function renderVersion(version: Version, context: PageContext): Html {
  const { words, formats, label } = context;
  const { id, headline, agency, credit, language, date, relation, site } = version;
  const facts = [
    agency ? label('agency', agency) : (credit ?? site),
    language && label('lang', language),
    date && html`<time datetime="${date}">${formats.date(date)}</time>`,
    relation && words.relation[relation],
  ].filter((piece) => piece !== null && piece !== '');
  return html`<li><a${attributes({ href: linkTo(context, `/dispatches/${id}`), lang: language, dir: 'auto' })}>${headline ?? words.noHeadline}</a> <span class="origin">${joined(facts)}</span></li>`;
}

function joined(pieces: readonly Piece[]): Html {
  return html`${pieces.map((piece, i) => html`${i > 0 && html`<span aria-hidden="true" class="dot"> · </span>`}${piece}`)}`;
}
