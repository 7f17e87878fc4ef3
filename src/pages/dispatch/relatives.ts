import type { Dispatch } from '../../../indexer/dispatch.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { time } from './fact-panel.ts';

/** The dispatch's family and those about the same matter; each list only when there is one. */
export function renderRelatives(
  dispatch: Dispatch,
  family: readonly Dispatch[],
  related: readonly Dispatch[],
  context: PageContext,
): Html {
  const { words } = context;
  const others = family.filter(({ id }) => id !== dispatch.id);
  const list = (id: string, heading: string, lines: readonly Html[]) =>
    lines.length > 0 &&
    html`<section aria-labelledby="${id}" class="relatives"><h2 id="${id}">${heading}</h2><ul>${lines}</ul></section>`;
  return html`${list(
    'family',
    words.family,
    others.map((other) => renderMember(dispatch, other, context)),
  )}
${list(
  'related',
  words.related,
  related.map((other) => renderLine(other, null, context)),
)}`;
}

function renderMember(dispatch: Dispatch, other: Dispatch, context: PageContext): Html {
  const { words } = context;
  const compare = linkTo(context, `/dispatches/${dispatch.id}/compare/${other.id}`);
  return renderLine(
    other,
    html`${other.relation && html`${words.relation[other.relation]} · `}<a href="${compare}">${words.compare}</a>`,
    context,
  );
}

function renderLine(other: Dispatch, more: Html | null, context: PageContext): Html {
  const { words, label, formats } = context;
  const language = attributes({ lang: other.language, dir: 'auto' });
  return html`<li><a href="${linkTo(context, `/dispatches/${other.id}`)}"${language}>${other.headline ?? words.noHeadline}</a>
<span class="note">${other.agency && html`${label('agency', other.agency)} · `}${other.date && html`${time(other.date, context)} · `}${other.language && formats.languageName(other.language)}${more && html` · ${more}`}</span></li>`;
}
