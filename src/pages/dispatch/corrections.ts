import type { Dispatch } from '../../../indexer/dispatch.ts';
import { type Html, html } from '../html.ts';
import type { PageContext } from '../page-context.ts';

/** Name of the rule under which the indexer records what an operator put right. */
const CORRECTION = 'correction';

/** Who put a field right and why, in one line; `null` when nobody did. */
export function correctionOf({ evidence }: Dispatch, field: string): string | null {
  const ground = evidence[field];
  return ground?.rule === CORRECTION ? (ground.printed ?? '') : null;
}

/** What the archive knows better than the page: the fields, and who says so on what ground. */
export function renderCorrections(dispatch: Dispatch, context: PageContext): Html | null {
  const { words } = context;
  const corrected = Object.keys(dispatch.evidence).flatMap((field) => {
    const ground = correctionOf(dispatch, field);
    return ground === null ? [] : [{ field, ground }];
  });
  if (corrected.length === 0) return null;
  return html`<section aria-labelledby="corrections" class="corrections"><h2 id="corrections">${words.corrected}</h2>
<dl class="facts">${corrected.map(({ field, ground }) => html`<dt>${fieldName(field, context)}</dt><dd dir="auto">${ground}</dd>`)}</dl></section>`;
}

/** A field as readers call it; one that has no name for them stays as it is. */
export function fieldName(field: string, { words }: PageContext): string {
  const names: Readonly<Record<string, string>> = words.fieldNames;
  return names[field] ?? field;
}
