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
      html`<tr><th scope="row">${fieldName(field, context)}</th><td dir="auto">${printed}</td><td>${ruleOf(field, rule, context)} <code>${rule}</code></td><td>${words.confidence[confidence]}</td></tr>`,
  )}</tbody>
</table></div></details>`;
}

/** What a rule goes by, for readers; nothing for a rule that has no words. All datelines are read in the opening line. */
function ruleOf(field: string, rule: string, { words }: PageContext): string | null {
  const said: Readonly<Record<string, string>> = words.rules;
  const [kind = ''] = field === 'dateline' ? [field] : rule.split(/(?<=\+)|:/);
  return said[kind] ?? null;
}
