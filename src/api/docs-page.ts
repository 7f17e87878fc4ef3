import { type Html, html, toMarkup } from '../pages/html.ts';
import type { OpenApiDocument } from './openapi.ts';
import { allowedOf, type Parameter, parametersByPath } from './parameters-of.ts';
import { PROBLEM_TITLES } from './problem.ts';

type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly 'x-examples'?: readonly string[];
};

/** Real ids for the examples, so that every one of them can be followed. */
export type Examples = { readonly id: string; readonly person: string };

/** The OpenAPI document as a page for people: no script, nothing from elsewhere. */
export function docsPage(document: OpenApiDocument, base: string, examples: Examples): string {
  const parameters = parametersByPath(document);
  const operations = Object.entries(document.paths ?? {}).map(
    ([path, methods]) => [path, methods?.get as unknown as Operation] as const,
  );
  const fill = (example: string) =>
    example.replace('{id}', examples.id).replace('{person}', encodeURIComponent(examples.person));
  const section = (path: string, operation: Operation) => html`
<section id="${operation.operationId}">
<h3><code>GET ${path}</code></h3>
<p>${operation.summary}. ${prose(operation.description ?? '')}</p>
${parameterTable(path, parameters.get(path) ?? [], document)}
${(operation['x-examples'] ?? []).map(
  (example) => html`<pre><a href="${fill(example)}">curl '${base}${fill(example)}'</a></pre>`,
)}
</section>`;
  return toMarkup(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>API · Dispatches</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/v1/docs.css"></head>
<body><main><p><a href="/">Dispatches</a></p><h1>The API</h1>
${paragraphs(document.info.description ?? '')}
<p>For programs: <a href="/v1/openapi.json">/v1/openapi.json</a> (OpenAPI 3.1). For InstantSearch and
the clients of Meilisearch: <code>${base}/meilisearch</code>, index <code>dispatches</code>, any key.</p>
<nav><ul>${operations.map(
    ([path, { operationId, summary }]) =>
      html`<li><a href="#${operationId}"><code>${path}</code></a> ${summary}</li>`,
  )}</ul></nav>
${(document.tags ?? []).map(
  ({ name, description }) => html`<h2>${name}</h2><p>${description}</p>
${operations.filter(([, { tags }]) => tags[0] === name).map(([path, one]) => section(path, one))}`,
)}
<h2>Problems</h2>
<dl>${Object.entries(PROBLEM_TITLES).map(
    ([type, title]) =>
      html`<dt id="problem-${type}"><code>/problems/${type}</code></dt><dd>${title}</dd>`,
  )}</dl>
</main></body></html>`);
}

function parameterTable(
  path: string,
  parameters: readonly Parameter[],
  document: OpenApiDocument,
): Html | null {
  if (parameters.length === 0) return null;
  return html`<div class="wide" tabindex="0" role="region" aria-label="Parameters of ${path}"><table><thead><tr><th>Parameter</th><th>Allowed</th><th>Meaning</th></tr></thead><tbody>
${parameters.map(
  ({
    name,
    required,
    description,
    schema,
  }) => html`<tr><th scope="row"><code>${name}</code>${required && ' (needed)'}</th>
<td>${allowedOf(schema, document).join(', ')}${schema.default !== undefined && ` (${schema.default})`}</td>
<td>${prose(description ?? '')}</td></tr>`,
)}</tbody></table></div>`;
}

function paragraphs(text: string): readonly Html[] {
  return text.split(/\n\n+/).map((paragraph) => html`<p>${prose(paragraph)}</p>`);
}

/** What stands between backquotes is code. */
function prose(text: string): readonly (Html | string)[] {
  return text.split('`').map((piece, i) => (i % 2 === 1 ? html`<code>${piece}</code>` : piece));
}

/** The looks of the page: the colours of the other pages, which the API does not know. */
export const DOCS_CSS = `
:root { --paper: #fbfaf6; --panel: #f4f1e9; --ink: #1f1d1a; --line: #d8d2c5; --accent: #7a2e1d; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #181715; --panel: #211f1c; --ink: #ebe6db; --line: #3d3933; --accent: #f0ab93; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1, h2 { font-family: "Iowan Old Style", Palatino, P052, Charter, "Noto Serif", Georgia, serif; }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
a { color: var(--accent); text-underline-offset: .15em; }
section { margin-top: 2.5rem; }
nav ul { list-style: none; padding: 0; columns: 22rem; }
nav li { break-inside: avoid; margin-bottom: .25rem; }
.wide, pre { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem .25rem 0; text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); }
pre { padding: .75rem; background: var(--panel); }
dd { margin: 0 0 .75rem 1.5rem; }
`;
