/** One JSON-LD object; its values are whatever the page's author wrote. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

const MAX_NODES = 2_000;
const MAX_LENGTH = 2_000_000;

/** Types of schema.org that are an article, in any spelling of their address. */
const ARTICLE_TYPE =
  /(?:Article|BlogPosting|NewsArticle|Report|LiveBlogPosting|AnalysisNewsArticle)$/;

/** Reads all objects of a page's JSON-LD, graphs and nested ones included; what can't be read is left out. */
export function readJsonLd(scripts: readonly string[]): JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  const queue: unknown[] = scripts.map(parseLoosely);
  for (let at = 0; at < queue.length && nodes.length < MAX_NODES; at++) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...value.slice(0, MAX_NODES));
    else if (isNode(value)) {
      nodes.push(value);
      queue.push(...Object.values(value).filter((inner) => typeof inner === 'object'));
    }
  }
  return nodes;
}

/** The objects that describe an article, in the page's order. */
export function articleNodes(nodes: readonly JsonLdNode[]): JsonLdNode[] {
  return nodes.filter((node) => typesOf(node).some((type) => ARTICLE_TYPE.test(type)));
}

export function typesOf(node: JsonLdNode): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((one) => typeof one === 'string');
}

/** A text property; `name` of an object that stands in its place; the first of a list. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (Array.isArray(value)) return textOf(value[0]);
  if (isNode(value)) return textOf(value['name'] ?? value['@value'] ?? null);
  return null;
}

export function isNode(value: unknown): value is JsonLdNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON as pages have it: comments around it, raw line breaks in strings, commas too many. */
function parseLoosely(script: string): unknown {
  if (script.length > MAX_LENGTH) return null;
  const bare = script.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '').trim();
  for (const text of [bare, repaired(bare)]) {
    try {
      return JSON.parse(text.replace(/;\s*$/, ''));
    } catch {
      // The next form, or nothing: metadata that no one can read is no metadata.
    }
  }
  return null;
}

function repaired(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: raw line breaks in strings are the fault.
      .replace(/[\0-\x1f]+/g, ' ')
      .replace(/,\s*([}\]])/g, '$1')
      .replace(/}\s*{/g, '},{')
      .replace(/\\(?!["\\/bfnrtu])/g, '\\\\')
  );
}
