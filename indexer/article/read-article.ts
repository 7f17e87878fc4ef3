import { type SiteRules, siteRulesFor } from '../../config/sites.ts';
import type { Rejection } from '../rejection.ts';
import { absolute, baseOf, canonicalOf } from './addresses.ts';
import type { Article, SourceLine, TraceLine } from './article.ts';
import { fragmentOf } from './article-fragment.ts';
import { lostWords } from './check-text.ts';
import { findArticle } from './find-article.ts';
import { languageOf } from './language.ts';
import { parsePage } from './page-builder.ts';
import { metaOf, type PageMetadata, readMetadata } from './page-metadata.ts';
import { declaredDay, publishedOf } from './published.ts';
import { siteOf } from './site-name.ts';
import { dateBySiteRule, ruleOnPage } from './site-rule.ts';
import { toMarkdown } from './to-markdown.ts';
import { placeTrace, traceOf } from './trace.ts';
import { bodyOf } from './tree.ts';

/** Longest page and longest article that are read; both far above any dispatch. */
const MAX_HTML = 32_000_000;
const MAX_TEXT = 2_000_000;

/** What is known of the page before it is read. */
export type PageAddress = { readonly path: string; readonly url: string | null };

/** A rejection; with what was dropped, when a trace was asked for. */
export type RejectedPage = Rejection & { readonly trace?: readonly TraceLine[] };

/** American English writes the month first: the one region that changes what a printed date says. */
function localeOf(language: string | null, metadata: PageMetadata): string | null {
  const declared = [metadata.lang, metaOf(metadata, 'og:locale')];
  return language === 'en' && declared.some((tag) => /^en[-_]us$/i.test(tag ?? ''))
    ? 'en-US'
    : language;
}

/** Reads a page's article; what can't become one comes back as a rejection with the reason. */
export function readArticle(
  html: string,
  page: PageAddress,
  sites: SiteRules,
  options: { readonly trace?: boolean } = {},
): Article | RejectedPage {
  const reject = (code: Rejection['code'], detail: string): Rejection => ({
    path: page.path,
    code,
    detail,
  });
  if (html.length > MAX_HTML) return reject('too-large', `the page has ${html.length} characters`);
  if (!/\S/.test(html)) return reject('empty', 'the page is empty');
  const tree = parsePage(html);
  if (tree.isCutOff) return reject('too-large', 'the page has more elements than any dispatch');
  const metadata = readMetadata(tree);
  const canonicalUrl = canonicalOf(metadata, page.url);
  const url = canonicalUrl ?? page.url;
  const date = declaredDay(metadata, url);
  const rule = ruleOnPage(tree.document, siteRulesFor(sites, { path: page.path, url, date }));
  const found = findArticle(tree, metadata, url, rule);
  if (!found) return reject('too-large', 'the page has more text than any dispatch');
  const text = found.blocks.map((block) => block.text).join('\n\n');
  if (text === '') {
    const rejection = reject('no-text', 'the page holds no text of an article');
    return options.trace ? { ...rejection, trace: placeTrace(found) } : rejection;
  }
  if (text.length > MAX_TEXT) {
    return reject('too-large', `the article has ${text.length} characters`);
  }
  const base = baseOf(metadata, page.url);
  const body = toMarkdown(fragmentOf(found.root, found.dropped, base), found.blocks);
  const lost = lostWords(found, text, body);
  if (lost) return reject('lost-text', lost);
  const language = languageOf(
    text,
    metadata.lang ?? metaOf(metadata, 'og:locale', 'content-language', 'language', 'dc.language'),
  );
  const article: Article = {
    headline: found.headline.found,
    standfirst: found.standfirst,
    byline: found.byline,
    blocks: found.blocks.map((block) => withAbsoluteLinks(block, base)),
    sources: [...found.sourcesAround.before, ...found.sources, ...found.sourcesAround.after].map(
      (source) => withAbsoluteLinks(source, base),
    ),
    text,
    body,
    captions: found.captions,
    language,
    published: publishedOf(metadata, {
      body: bodyOf(tree.document),
      headline: found.headline.element,
      language: localeOf(language?.value ?? null, metadata),
      urls: [canonicalUrl, page.url].filter((address) => address !== null),
      near: found.near,
      bySiteRule: dateBySiteRule(tree.document, rule),
    }),
    canonicalUrl,
    site: siteOf(metadata),
    trace: [],
  };
  return options.trace ? { ...article, trace: traceOf(article, found) } : article;
}

function withAbsoluteLinks<T extends SourceLine>(block: T, base: string | null): T {
  const links = block.links.map((link) => ({
    ...link,
    href: absolute(link.href, base) ?? link.href,
  }));
  return { ...block, links };
}
