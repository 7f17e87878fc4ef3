import type { Dispatch } from '../../../indexer/dispatch.ts';
import { renderFragments } from '../fragments.ts';
import { attributes, type Html, html } from '../html.ts';
import { renderMarkdown } from '../markdown.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { toWebAddress } from '../safe-link.ts';
import { queryString, searchAddress } from '../search-address.ts';
import { markWords, searchedWords } from '../search-words.ts';
import { citationOf, toPlainCitation } from './citation.ts';
import { CITATION_FORMATS } from './citation-formats.ts';
import { renderCorrections } from './corrections.ts';
import { renderEvidence } from './evidence-table.ts';
import { renderFactPanel } from './fact-panel.ts';
import { renderJsonLd } from './json-ld.ts';
import { renderProvenance } from './provenance.ts';
import { renderRelatives } from './relatives.ts';
import type { Neighbour, ResultPlace } from './result-place.ts';

/** What the page of one dispatch shows beside the dispatch. */
export interface DispatchPageParts {
  readonly dispatch: Dispatch;
  /** The results it was opened from; `null` when it was opened by itself. */
  readonly place: ResultPlace | null;
  /** Its reprints, translations and versions, itself among them. */
  readonly family: readonly Dispatch[];
  readonly related: readonly Dispatch[];
  /** ISO day of reading, for the citation. */
  readonly today: string;
  /** True when the stored page can be shown. */
  readonly isStored: boolean;
}

/** The page of one dispatch: the text as sent, and beside it what is known about it. */
export function dispatchPage(parts: DispatchPageParts, context: PageContext): Page {
  const { dispatch } = parts;
  const { words } = context;
  const permalink = permalinkOf(dispatch, context);
  return {
    title: dispatch.headline ?? words.noHeadline,
    head: html`<link rel="canonical" href="${permalink}">
${dispatch.standfirst && html`<meta name="description" content="${dispatch.standfirst}">`}
${renderJsonLd(dispatch, context.label, permalink, parts.isStored)}`,
    skipLinks: [['#text', words.skipToText]],
    scripts: ['dispatch-page.js'],
    main: html`<main class="dispatch-page">
${renderWayBack(parts.place, context)}
${renderText(parts, context)}
<aside class="beside" aria-label="${words.facts}">
${renderCorrections(dispatch, context)}
<section aria-labelledby="facts"><h2 id="facts">${words.facts}</h2>${renderFactPanel(dispatch, context)}${renderEvidence(dispatch, context)}</section>
${renderProvenance(dispatch, parts.isStored, context)}
${renderLinks(parts, context)}
${renderCite(parts, context)}
</aside>
<div class="below">${renderRelatives(dispatch, parts.family, parts.related, context)}</div>
</main>`,
  };
}

/** The address to cite: this archive's own, without the search that led here. */
export function permalinkOf({ id }: Dispatch, { origin }: PageContext): string {
  return `${origin}/dispatches/${id}`;
}

function renderWayBack(place: ResultPlace | null, context: PageContext): Html {
  const { words, formats } = context;
  if (place === null) {
    return html`<nav class="way-back" aria-label="${words.results}"><a href="${linkTo(context, '/')}" id="back">${words.backToSearch}</a></nav>`;
  }
  const step = (neighbour: Neighbour | null, rel: 'prev' | 'next', label: string) =>
    neighbour &&
    html`<li><a href="${linkTo(context, `/dispatches/${neighbour.id}${queryString(neighbour.query) || '?'}`)}" rel="${rel}" id="${rel}">${label}</a></li>`;
  return html`<nav class="way-back" aria-label="${words.results}">
<a href="${linkTo(context, searchAddress(place.query))}" id="back">${words.backToResults}</a>
<ul>${step(place.previous, 'prev', words.previousDispatch)}
${place.position !== null && html`<li class="note">${words.hitOf(formats.number(place.position), formats.number(place.total))}</li>`}
${step(place.next, 'next', words.nextDispatch)}</ul>
</nav>`;
}

function renderText({ dispatch, place }: DispatchPageParts, context: PageContext): Html {
  const { words } = context;
  const searched = searchedWords(place?.query.terms ?? '');
  const marked = (text: string) => renderFragments(markWords(text, searched));
  const language = attributes({ lang: dispatch.language, dir: 'auto' });
  return html`<article class="dispatch" id="text" tabindex="-1">
<h1${language}>${dispatch.headline === null ? html`<i>${words.noHeadline}</i>` : marked(dispatch.headline)}</h1>
${dispatch.standfirst && html`<p class="standfirst"${language}>${marked(dispatch.standfirst)}</p>`}
${dispatch.byline && html`<p class="byline" dir="auto">${dispatch.byline}</p>`}
<div class="body"${language}>${renderMarkdown(dispatch.body, searched, dispatch.dateline?.text ?? null)}</div>
${dispatch.captions.length > 0 && html`<section class="captions" aria-labelledby="captions"><h2 id="captions">${words.captions}</h2><ul${language}>${dispatch.captions.map((caption) => html`<li>${marked(caption)}</li>`)}</ul></section>`}
</article>`;
}

function renderLinks({ dispatch, isStored }: DispatchPageParts, context: PageContext): Html {
  const { words } = context;
  const original = toWebAddress(dispatch.url);
  const here = `/dispatches/${dispatch.id}`;
  return html`<section class="downloads" aria-labelledby="downloads"><h2 id="downloads">${words.downloads}</h2>
<ul class="links">
${original && html`<li><a href="${original}" rel="nofollow noopener noreferrer">${words.original}</a></li>`}
${isStored && html`<li><a href="${linkTo(context, `${here}/stored`)}">${words.showStored}</a></li>`}
<li><a href="${here}/text.md" download>Markdown</a></li>
<li><a href="/v1${here}" download="${dispatch.id}.json">JSON</a></li>
</ul></section>`;
}

function renderCite({ dispatch, today }: DispatchPageParts, context: PageContext): Html {
  const { words, label } = context;
  const citation = citationOf(dispatch, {
    agency: dispatch.agency && label('agency', dispatch.agency),
    permalink: permalinkOf(dispatch, context),
    accessed: today,
  });
  const formats = CITATION_FORMATS.map(
    ({ extension, name }) =>
      html`<li><a href="/dispatches/${dispatch.id}/cite.${extension}" download>${name}</a></li>`,
  );
  return html`<section aria-labelledby="cite" class="cite"><h2 id="cite">${words.cite}</h2>
<p id="citation" class="citation">${toPlainCitation(citation)}</p>
<p class="with-script"><button type="button" class="button" id="copy" data-copied="${words.copied}" data-selected="${words.citationSelected}">${words.copy}</button> <span role="status" class="note" id="copy-status"></span></p>
<ul class="links">${formats}</ul></section>`;
}
