import { type ChildNode, Document, Element, type ParentNode, Text } from 'domhandler';
import { type Handler, Parser } from 'htmlparser2';
import { HEADING_TAGS, INLINE_TAGS, UNREAD_TAGS } from './tag-kinds.ts';
import { textBelow } from './tree.ts';

/** Deeper elements become siblings: nothing that recurses over the tree can overflow. */
const MAX_DEPTH = 256;

/** The parser's own stack is linear in its depth: tags beyond this are not opened at all. */
const MAX_OPEN_TAGS = 2_000;

/** Attributes of one element beyond these are not kept. */
const MAX_ATTRIBUTES = 64;

/** Elements and texts of one page; a larger one is no dispatch, and its tree would fill the memory. */
const MAX_NODES = 500_000;

/** What may stand in a page's head; anything else ends it, as in browsers. */
const HEAD_TAGS = new Set(['title', 'meta', 'link', 'base', 'basefont', 'bgsound']);

/** Blocks that no heading holds: they end one that was left open. */
const ENDS_HEADING = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'table',
  'article',
  'section',
]);

/** A parsed page: a tree of bounded depth without scripts, styles and comments, and the scripts that hold data. */
export type PageTree = {
  readonly document: Document;
  /** Texts of `<script type="application/ld+json">`, in order. */
  readonly jsonLd: readonly string[];
  /** Whether the page has more elements than are read. */
  readonly isCutOff: boolean;
};

/** Reads HTML of any quality in one pass; never throws, in work linear in the page's length. */
export function parsePage(html: string): PageTree {
  const builder = createBuilder();
  new CappedParser(builder).end(html);
  for (const noframes of builder.noframes) readNoframes(noframes);
  return { document: builder.document, jsonLd: builder.jsonLd, isCutOff: builder.isFull() };
}

/** The parser hands over what frame-less browsers show as bare text: it is read as the page it is. */
function readNoframes(element: Element): void {
  const source = element.children.map((node) => (node instanceof Text ? node.data : '')).join('');
  const builder = createBuilder();
  new CappedParser(builder).end(source);
  element.children = builder.document.children;
  for (const child of element.children) child.parent = element;
}

/** htmlparser2's parser, which leaves tags unopened where the page is nested absurdly deep. */
class CappedParser extends Parser {
  private readonly builder: Builder;

  constructor(builder: Builder) {
    super(builder.handler, { decodeEntities: true });
    this.builder = builder;
  }

  override onopentagname(start: number, end: number): void {
    if (this.builder.openTags() < MAX_OPEN_TAGS) super.onopentagname(start, end);
    else this.builder.handler.ontext?.(' ');
  }
}

type Builder = {
  readonly document: Document;
  readonly jsonLd: string[];
  readonly noframes: readonly Element[];
  readonly openTags: () => number;
  readonly isFull: () => boolean;
  readonly handler: Partial<Handler>;
};

/** Builds the tree from the parser's events; repairs what htmlparser2 leaves to browsers. */
function createBuilder(): Builder {
  const document = new Document([]);
  const jsonLd: string[] = [];
  const noframes: Element[] = [];
  const path: ParentNode[] = [document];
  /** One entry for each tag the parser holds open; `null` when it has no element of its own. */
  const open: (Element | null)[] = [];
  /** Inside an element whose text is not read: how many tags of it are open. */
  let unread = 0;
  let data: string[] | null = null;
  let nodes = 0;
  const isFull = () => nodes >= MAX_NODES;

  function append(node: ChildNode): void {
    const parent = path[path.length - 1] ?? document;
    const previous = parent.lastChild;
    nodes += 1;
    node.parent = parent;
    if (previous) {
      previous.next = node;
      node.prev = previous;
    }
    parent.children.push(node);
  }

  function closeThrough(element: Element): void {
    const at = path.lastIndexOf(element);
    if (at > 0) path.length = at;
  }

  return {
    document,
    jsonLd,
    noframes,
    openTags: () => open.length,
    isFull,
    handler: {
      onopentag(name, attributes) {
        if (unread > 0 || isFull() || UNREAD_TAGS.has(name)) {
          unread += 1;
          open.push(null);
          if (unread === 1 && isJsonLd(name, attributes)) data = [];
          return;
        }
        closeImplied(path, name);
        const element = new Element(name, fewAttributes(attributes));
        append(element);
        if (name === 'noframes') noframes.push(element);
        open.push(element);
        if (path.length < MAX_DEPTH) path.push(element);
      },
      onclosetag() {
        const element = open.pop();
        if (element) closeThrough(element);
        if (unread > 0) unread -= 1;
        if (unread === 0 && data) {
          jsonLd.push(data.join(''));
          data = null;
        }
      },
      ontext(text) {
        if (unread > 0) {
          data?.push(text);
          return;
        }
        if (isFull()) return;
        const last = (path[path.length - 1] ?? document).lastChild;
        if (last instanceof Text) last.data += text;
        else append(new Text(text));
      },
    },
  };
}

/** Ends what a tag's beginning ends in browsers and htmlparser2 leaves open. */
function closeImplied(path: ParentNode[], name: string): void {
  if (name === 'p') closeOpen(path, (element) => element.name === 'p');
  if (ENDS_HEADING.has(name)) closeOpen(path, isWrittenHeading);
  if (isHead(path[path.length - 1]) && !HEAD_TAGS.has(name)) path.length -= 1;
}

function isHead(node: ParentNode | undefined): boolean {
  return node instanceof Element && node.name === 'head';
}

/** Closes the innermost such element, also through inline tags left open in it. */
function closeOpen(path: ParentNode[], isIt: (element: Element) => boolean): void {
  for (let at = path.length - 1; at > 0; at--) {
    const element = path[at];
    if (!(element instanceof Element)) return;
    if (isIt(element)) {
      path.length = at;
      return;
    }
    if (!INLINE_TAGS.has(element.name)) return;
  }
}

/** A heading with words in it; `<h1><p>…` opens its text in another element. */
function isWrittenHeading(element: Element): boolean {
  return HEADING_TAGS.has(element.name) && /[\p{L}\p{N}]/u.test(textBelow(element));
}

function isJsonLd(name: string, attributes: Record<string, string>): boolean {
  return name === 'script' && /ld\+json/i.test(attributes['type'] ?? '');
}

function fewAttributes(attributes: Record<string, string>): Record<string, string> {
  let count = 0;
  for (const _ in attributes) {
    count += 1;
    if (count > MAX_ATTRIBUTES)
      return Object.fromEntries(Object.entries(attributes).slice(0, MAX_ATTRIBUTES));
  }
  return attributes;
}
