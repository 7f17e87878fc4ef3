import { z } from 'zod';
import { type Html, html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import type { Page } from '../page-frame.ts';

/** What the page shows of a stored report. */
const reportSchema = z.object({
  startedAt: z.string(),
  outcome: z.enum(['unchanged', 'updated', 'swapped', 'refused', 'failed', 'stopped']),
  problem: z.string().nullable(),
  read: z.number(),
  indexed: z.number(),
  removed: z.number(),
  rejections: z.array(z.unknown()),
  total: z.number(),
});
type Report = z.infer<typeof reportSchema>;

/** How the index followed the archive: the last runs, newest first. Reports that can't be read are left out. */
export function statusPage(reports: readonly object[], context: PageContext): Page {
  const { words } = context;
  const runs = reports.flatMap((report) => reportSchema.safeParse(report).data ?? []);
  return {
    title: words.status,
    head: html`<meta name="robots" content="noindex">`,
    skipLinks: [['#runs', words.skipToResults]],
    main: html`<main class="status-page">
<h1>${words.status}</h1>
<p>${words.statusNote}</p>
${runs.length === 0 ? html`<p id="runs">${words.noRuns}</p>` : renderRuns(runs, context)}
</main>`,
  };
}

function renderRuns(runs: readonly Report[], { words, formats }: PageContext): Html {
  const columns = [words.runStarted, words.runOutcome, ...words.runCounts];
  const row = ({ startedAt, outcome, problem, ...counts }: Report) => {
    const { read, indexed, removed, rejections, total } = counts;
    const numbers = [read, indexed, removed, rejections.length, total];
    const moment = `${formats.date(startedAt.slice(0, 10))}, ${startedAt.slice(11, 16)} UTC`;
    return html`<tr><th scope="row"><time datetime="${startedAt}">${moment}</time></th>
<td>${words.runOutcomes[outcome]}${problem !== null && html`<br><small>${problem}</small>`}</td>
${numbers.map((number) => html`<td>${formats.number(number)}</td>`)}</tr>`;
  };
  return html`<table id="runs"><caption class="visually-hidden">${words.status}</caption>
<thead><tr>${columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${runs.map(row)}</tbody></table>`;
}
