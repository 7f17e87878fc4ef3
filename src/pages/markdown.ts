import MarkdownIt, { type StateCore, type Token } from 'markdown-it';
import type { Matcher } from '../search/matcher.ts';
import { renderFragments } from './fragments.ts';
import { attributes, type Html, html, toMarkup, unsafeMarkup } from './html.ts';
import { toWebAddress } from './safe-link.ts';
import { markWords } from './search-words.ts';

type RenderEnvironment = {
  readonly searched: Matcher;
  readonly dateline: string | null;
};

// The headline is the page's h1 and "Text" its h2: headings of a dispatch begin below.
const HEADING_SHIFT = 2;
const DEEPEST_HEADING = 6;

const renderer = createRenderer();

/**
 * The Markdown body of a dispatch as markup, with the searched words marked and the dateline set
 * as one.
 * Raw HTML is shown as text, links lead only to `http(s)` and pass no credit, pictures become
 * their descriptions: a dispatch can neither run a script nor make the reader's browser call out.
 */
export function renderMarkdown(body: string, searched: Matcher, dateline: string | null): Html {
  const environment: RenderEnvironment = { searched, dateline };
  return unsafeMarkup(renderer.render(body, environment));
}

/** The renderer passes on, unread, the environment that `renderMarkdown` gave it. */
function environmentOf(env: unknown): RenderEnvironment {
  return env as RenderEnvironment;
}

function createRenderer(): InstanceType<typeof MarkdownIt> {
  const markdown = new MarkdownIt({ html: false, linkify: false });
  markdown.validateLink = (url) => toWebAddress(url) !== null;
  markdown.renderer.rules['text'] = (tokens, i, _options, env) =>
    toMarkup(renderFragments(markWords(tokens[i]?.content ?? '', environmentOf(env).searched)));
  markdown.renderer.rules['dateline'] = (tokens, i) =>
    toMarkup(html`<span class="dateline">${tokens[i]?.content}</span>`);
  markdown.renderer.rules['image'] = (tokens, i) =>
    toMarkup(html`<span class="picture">${tokens[i]?.content}</span>`);
  markdown.renderer.rules['link_open'] = (tokens, i) => {
    const href = tokens[i]?.attrGet('href') ?? null;
    return toMarkup(html`<a${attributes({ href, rel: 'nofollow noopener noreferrer' })}>`);
  };
  // A wide table scrolls by itself, also for those who have no mouse.
  markdown.renderer.rules['table_open'] = () =>
    '<div class="scroll" role="group" tabindex="0"><table>';
  markdown.renderer.rules['table_close'] = () => '</table></div>';
  markdown.core.ruler.push('shift_headings', ({ tokens }) => shiftHeadings(tokens));
  markdown.core.ruler.push('set_dateline', setDateline);
  return markdown;
}

function shiftHeadings(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') {
      const level = Number(token.tag.slice(1)) + HEADING_SHIFT;
      token.tag = `h${Math.min(level, DEEPEST_HEADING)}`;
    }
  }
}

/** Cuts the dateline out of the run of text it stands in; one that spans markup stays as it is. */
function setDateline({ tokens, env, Token }: StateCore): void {
  const { dateline } = environmentOf(env);
  if (dateline === null) return;
  for (const { children } of tokens) {
    const at =
      children?.findIndex(({ type, content }) => type === 'text' && content.includes(dateline)) ??
      -1;
    const run = children?.[at];
    if (!children || !run) continue;
    const start = run.content.indexOf(dateline);
    const pieces = [
      ['text', run.content.slice(0, start)],
      ['dateline', dateline],
      ['text', run.content.slice(start + dateline.length)],
    ] as const;
    const cut = pieces.map(([type, content]) => Object.assign(new Token(type, '', 0), { content }));
    children.splice(at, 1, ...cut);
    return;
  }
}
