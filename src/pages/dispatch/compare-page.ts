import { diffWordsWithSpace } from 'diff';
import type { Dispatch } from '../../../indexer/dispatch.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { time } from './fact-panel.ts';

/** Longer comparisons would keep other readers waiting; the texts are then shown unmarked. */
const GIVE_UP_AFTER_MS = 500;

/** Two dispatches beside each other; where they are in one language, what differs is marked. */
export function comparePage(one: Dispatch, other: Dispatch, context: PageContext): Page {
  const { words } = context;
  const [left, right] = marked(one, other);
  return {
    title: `${words.compare}: ${one.headline ?? words.noHeadline}`,
    head: html`<meta name="robots" content="noindex">`,
    skipLinks: [['#compare', words.skipToText]],
    main: html`<main class="compare-page" id="compare" tabindex="-1">
<h1>${words.compare}</h1>
<p class="note">${one.language === other.language ? words.compareNote : words.compareLanguages}</p>
<div class="compare">${renderSide(one, left, context)}${renderSide(other, right, context)}</div>
</main>`,
  };
}

function renderSide(dispatch: Dispatch, text: Html, context: PageContext): Html {
  const { words, label, formats } = context;
  const { id, headline, language, agency, date, site } = dispatch;
  const lang = attributes({ lang: language, dir: 'auto' });
  const origin = [
    agency && html`${label('agency', agency)}`,
    date && time(date, context),
    language && html`${formats.languageName(language)}`,
    site && html`${site}`,
  ].filter((piece) => piece !== null && piece !== '');
  return html`<article aria-labelledby="h-${id}"><h2 id="h-${id}"${lang}><a href="${linkTo(context, `/dispatches/${id}`)}">${headline ?? words.noHeadline}</a></h2>
<p class="origin">${origin.map((piece, i) => html`${i > 0 && ' · '}${piece}`)}</p>
<div class="compared"${lang}>${text}</div></article>`;
}

/** The two texts, each with what the other lacks marked: taken away on the left, new on the right. */
function marked(one: Dispatch, other: Dispatch): readonly [Html, Html] {
  const pieces =
    one.language === other.language
      ? diffWordsWithSpace(one.text, other.text, { timeout: GIVE_UP_AFTER_MS })
      : undefined;
  if (!pieces) return [html`${one.text}`, html`${other.text}`];
  return [
    html`${pieces.map(({ value, added, removed }) => !added && (removed ? html`<del>${value}</del>` : value))}`,
    html`${pieces.map(({ value, added, removed }) => !removed && (added ? html`<ins>${value}</ins>` : value))}`,
  ];
}
