import type { Dispatch } from '../../../indexer/dispatch.ts';
import { attributes, type Html, html } from '../html.ts';
import { linkTo, type PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { type ComparedRow, compare, compareTexts, type Run } from './compare-rows.ts';
import { time } from './fact-panel.ts';

/** The names of the two sides: short enough to stand before each paragraph on a phone. */
const SIDES = ['A', 'B'] as const;

/** Two dispatches beside each other, paragraph by paragraph; what differs is marked. */
export function comparePage(one: Dispatch, other: Dispatch, context: PageContext): Page {
  const { words } = context;
  const rows = compareTexts(one, other);
  const isOneLanguage = one.language === other.language;
  return {
    title: `${words.compare}: ${one.headline ?? words.noHeadline}`,
    head: html`<meta name="robots" content="noindex">`,
    skipLinks: [['#compare', words.skipToText]],
    main: html`<main class="compare-page">
<nav class="way-back" aria-label="${words.compare}"><a href="${linkTo(context, `/dispatches/${one.id}`)}">${words.backToDispatch}</a>
<a href="${linkTo(context, `/dispatches/${other.id}/compare/${one.id}`)}">${words.swapSides}</a></nav>
<h1>${words.compare}</h1>
<p class="note">${isOneLanguage ? words.compareNote : words.compareLanguages}</p>
${isOneLanguage && renderSummary(rows, context)}
${renderTable(one, other, rows, context)}
</main>`,
  };
}

/** How many paragraphs are the same, differ, or stand on one side alone. */
function renderSummary(rows: readonly ComparedRow[], { words }: PageContext): Html {
  const kinds = ['same', 'changed', 'left', 'right'] as const;
  const counted = kinds.flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [words.compareCounts[kind](count)];
  });
  const isDifferent = rows.some(({ kind }) => kind !== 'same');
  return html`<p class="compare-summary">${counted.join(' · ')}${isDifferent && html` · <a href="#difference">${words.firstDifference}</a>`}</p>`;
}

function renderTable(
  one: Dispatch,
  other: Dispatch,
  rows: readonly ComparedRow[],
  context: PageContext,
): Html {
  const headlines = compare(
    one.headline ?? '',
    other.headline ?? '',
    one.language === other.language,
  );
  const first = rows.findIndex(({ kind }) => kind !== 'same');
  const lines = rows.map((row, i) => {
    const id = i === first ? 'difference' : null;
    return html`<tr class="${row.kind}"${attributes({ id, tabindex: id && -1 })}>${renderCell(row.left, 'del', one, SIDES[0])}${renderCell(row.right, 'ins', other, SIDES[1])}</tr>`;
  });
  // The roles are said because the style sheet lays rows out as blocks, which takes them away.
  return html`<table class="compare" id="compare" tabindex="-1" role="table" aria-label="${context.words.compare}">
<thead role="rowgroup"><tr role="row">${renderHead(one, headlines.left, 'del', SIDES[0], context)}${renderHead(other, headlines.right, 'ins', SIDES[1], context)}</tr></thead>
<tbody role="rowgroup">${lines}</tbody></table>`;
}

function renderHead(
  dispatch: Dispatch,
  headline: readonly Run[],
  mark: 'del' | 'ins',
  side: string,
  context: PageContext,
): Html {
  const { words, label, formats } = context;
  const { id, language, agency, date, site, relation } = dispatch;
  const origin = [
    agency && html`${label('agency', agency)}`,
    date && time(date, context),
    language && html`${formats.languageName(language)}`,
    site && html`${site}`,
    relation && html`${words.relation[relation]}`,
  ].filter((piece) => piece !== null && piece !== '');
  const said = headline.length > 0 ? renderRuns(headline, mark) : words.noHeadline;
  return html`<th scope="col" role="columnheader"><span class="side" aria-hidden="true">${side}</span>
<p${attributes({ lang: language, dir: 'auto' })}><a href="${linkTo(context, `/dispatches/${id}`)}">${said}</a></p>
<p class="origin">${origin.map((piece, i) => html`${i > 0 && ' · '}${piece}`)}</p></th>`;
}

function renderCell(
  runs: readonly Run[],
  mark: 'del' | 'ins',
  { language }: Dispatch,
  side: string,
): Html {
  if (runs.length === 0) return html`<td role="cell" class="nothing"></td>`;
  return html`<td role="cell"${attributes({ lang: language, dir: 'auto', 'data-side': side })}>${renderRuns(runs, mark)}</td>`;
}

/** The white space after a run is not marked: a line under it would say nothing. */
function renderRuns(runs: readonly Run[], mark: 'del' | 'ins'): Html {
  return html`${runs.map(({ text, differs }) => {
    if (!differs) return text;
    const said = text.trimEnd();
    const space = text.slice(said.length);
    return mark === 'del' ? html`<del>${said}</del>${space}` : html`<ins>${said}</ins>${space}`;
  })}`;
}
