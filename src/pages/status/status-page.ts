import { fieldName } from '../dispatch/corrections.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';
import { byCode, type RejectedPage, RUN_COUNTS, type RunReport } from './run-report.ts';

/** What the page of the archive's state shows. */
export interface StatusPageParts {
  /** Newest first. */
  readonly reports: readonly RunReport[];
  /** When the index follows the archive again; `null` when that is not planned. */
  readonly nextRun: Date | null;
}

/** The report as JSON has all of them. */
const MOST_FILES = 200;

/** What the nights did: the last run in full, which pages were rejected and why, the runs before. */
export function statusPage({ reports, nextRun }: StatusPageParts, context: PageContext): Page {
  const { words, formats } = context;
  const [last, ...earlier] = reports;
  return {
    title: words.status,
    head: html`<meta name="robots" content="noindex">`,
    skipLinks: [['#last', words.lastRun]],
    main: html`<main class="status-page">
<h1>${words.status}</h1>
<p>${words.nextRun}: ${nextRun ? html`<time datetime="${nextRun.toISOString()}">${formats.moment(nextRun)}</time>` : words.noNextRun}</p>
${last ? renderLast(last, reports, context) : html`<p id="last">${words.noRuns}</p>`}
${earlier.length > 0 && renderEarlier(earlier, context)}
<p><a href="/v1/reindex">${words.reportAsJson}</a></p>
</main>`,
  };
}

function renderLast(report: RunReport, reports: readonly RunReport[], context: PageContext): Html {
  const { words, formats } = context;
  const { outcome, problem, durationMs, rejections, filled } = report;
  return html`<section aria-labelledby="last"><h2 id="last" tabindex="-1">${words.lastRun}</h2>
<p>${startOf(report, context)}: ${words.outcomes[outcome]}. <span class="note">${words.seconds(Math.ceil(durationMs / 1000))}</span></p>
${problem && html`<p class="notice" lang="en">${problem}</p>`}
<dl class="figures">${RUN_COUNTS.map((name) => html`<div><dt>${words.runCounts[name]}</dt><dd>${formats.number(report[name])}</dd></div>`)}<div><dt>${words.runCounts.rejected}</dt><dd>${formats.number(rejections.length)}</dd></div>${renderFamilies(reports, context)}</dl>
</section>
<section aria-labelledby="rejected"><h2 id="rejected">${words.rejected}</h2>
${rejections.length === 0 ? html`<p>${words.noneRejected}</p>` : byCode(rejections).map(([code, pages]) => renderRejected(code, pages, context))}
</section>
${filled && renderFilled(filled, context)}`;
}

/** A run in which nothing changed does not look for families: those of the run before are still there. */
function renderFamilies(
  reports: readonly RunReport[],
  { words, formats }: PageContext,
): Html | false {
  const found = reports.find(({ families }) => families !== null)?.families;
  if (!found) return false;
  return html`<div><dt>${words.runCounts.families}</dt><dd>${formats.number(found.families)} <span class="note">${words.dispatches(found.members)}</span></dd></div>`;
}

function renderRejected(code: string, pages: readonly RejectedPage[], context: PageContext): Html {
  const { words, formats } = context;
  const said: Readonly<Record<string, string>> = words.rejections;
  const meanings: Readonly<Record<string, string>> = words.rejectionMeanings;
  const rest = pages.length - MOST_FILES;
  return html`<details class="rejected" open><summary><h3>${said[code] ?? code}</h3> <span class="note"><code>${code}</code> · ${formats.number(pages.length)}</span></summary>
<p>${meanings[code]}</p>
<ul>${pages.slice(0, MOST_FILES).map(({ path, detail }) => html`<li><code>${path}</code> <span class="note" lang="en">${detail}</span></li>`)}</ul>
${rest > 0 && html`<p class="note">${words.moreInReport(rest)}</p>`}</details>`;
}

function renderFilled(filled: NonNullable<RunReport['filled']>, context: PageContext): Html {
  const { words, formats } = context;
  const rows = Object.entries(filled).map(
    ([field, percent]) =>
      html`<tr><th scope="row">${fieldName(field, context)}</th><td>${formats.percent(percent)}</td></tr>`,
  );
  return html`<section aria-labelledby="filled"><h2 id="filled">${words.filled}</h2><table><tbody>${rows}</tbody></table></section>`;
}

function renderEarlier(reports: readonly RunReport[], context: PageContext): Html {
  const { words, formats } = context;
  const { read, indexed, removed, rejected, total } = words.runCounts;
  const heads = [words.startedAt, words.outcome, read, indexed, removed, rejected, total];
  const rows = reports.map((report) => {
    const counts = [report.read, report.indexed, report.removed, report.rejections.length];
    return html`<tr><th scope="row">${startOf(report, context)}</th><td>${words.outcomes[report.outcome]}</td>${[...counts, report.total].map((n) => html`<td>${formats.number(n)}</td>`)}</tr>`;
  });
  return html`<section><h2 id="runs">${words.runs}</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="runs"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function startOf({ startedAt }: RunReport, { formats }: PageContext): Html {
  return html`<time datetime="${startedAt}">${formats.moment(new Date(startedAt))}</time>`;
}
