import type { Dispatch } from '../../../indexer/dispatch.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from '../page-context.ts';
import { fieldName } from './corrections.ts';

/** What each derived value rests on: the rule, the printed words, how sure it is. */
export function renderEvidence({ evidence }: Dispatch, context: PageContext): Html | null {
  const { words } = context;
  const rows = Object.entries(evidence);
  if (rows.length === 0) return null;
  return html`<details class="evidence"><summary>${words.evidence}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${words.evidence}"><table>
<thead><tr><th scope="col">${words.evidenceField}</th><th scope="col">${words.evidencePrinted}</th><th scope="col">${words.evidenceRule}</th><th scope="col">${words.evidenceConfidence}</th></tr></thead>
<tbody>${rows.map(
    ([field, { rule, printed, confidence }]) =>
      html`<tr><th scope="row">${fieldName(field, context)}</th><td dir="auto">${printed}</td><td><code>${rule}</code></td><td>${words.confidence[confidence]}</td></tr>`,
  )}</tbody>
</table></div></details>`;
}
