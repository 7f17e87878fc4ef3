import type { Dispatch, ProvenanceHop } from '../../../indexer/dispatch.ts';
import { type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import { readable, toWebAddress } from '../safe-link.ts';
import { time } from './fact-panel.ts';

/** The way the dispatch came, from the page we hold back to the agency, and the stored page's hash. */
export function renderProvenance(
  dispatch: Dispatch,
  isStored: boolean,
  context: PageContext,
): Html {
  const { words, formats } = context;
  const { source, byline } = dispatch;
  const stored = html`<code>${source.path}</code>`;
  return html`<section aria-labelledby="provenance">
<h2 id="provenance">${words.provenance}</h2>
${dispatch.provenance.length > 0 && html`<ol class="hops">${dispatch.provenance.map((hop) => renderHop(hop, hop.kind === 'page' ? byline : null, context))}</ol>`}
${dispatch.sourceLines.map((line) => html`<p class="note source-line" dir="auto">${line}</p>`)}
<dl class="facts stored">
<dt>${words.storedPage}</dt><dd>${isStored ? html`<a href="${linkTo(context, `/dispatches/${dispatch.id}/stored`)}">${stored}</a>` : stored}<p class="note">${words.bytes(source.bytes)}, ${source.charset}</p>${source.brokenCharacters > 0 && html`<p class="note">${words.brokenCharacters(source.brokenCharacters)}</p>`}</dd>
${source.capturedAt && html`<dt>${words.capturedAt}</dt><dd><time datetime="${source.capturedAt}">${formats.date(source.capturedAt.slice(0, 10))}</time></dd>`}
<dt>${words.sha256}</dt><dd><code class="hash">${source.sha256}</code></dd>
</dl>
</section>`;
}

/** One hop; `signed`: who signed the page as its author or translator, as printed. */
function renderHop(hop: ProvenanceHop, signed: string | null, context: PageContext): Html {
  const { words, label } = context;
  const url = toWebAddress(hop.url);
  const name = hop.agency ? label('agency', hop.agency) : (hop.site ?? readable(hop.url ?? ''));
  const status = hop.status === 'verified' ? words.verified : words.claimed;
  return html`<li><span class="hop-kind">${words.hops[hop.kind]}</span>
${url ? html`<a href="${url}" rel="nofollow noopener noreferrer">${name === '' ? readable(url) : name}</a>` : name}
${signed && html`<span class="note" dir="auto">${signed}</span>`}
${hop.date && html`<span class="note">${time(hop.date, context)}</span>`}
<span class="note">${status}</span></li>`;
}
