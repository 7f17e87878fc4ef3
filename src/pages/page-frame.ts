import { attributes, type Html, html } from './html.ts';
import { linkTo, type PageContext, withParameter } from './page-context.ts';
import { INTERFACES } from './words/interface-language.ts';

/** One page, before the frame that all pages share is put around it. */
export interface Page {
  /** Title without the name of the product. */
  readonly title: string;
  readonly main: Html;
  /** Extra elements of the head: canonical address, description, structured statements. */
  readonly head?: Html;
  /** Links that jump over what repeats: fragment and words. */
  readonly skipLinks: readonly (readonly [string, string])[];
  /** Scripts of this page, by file name. */
  readonly scripts?: readonly string[];
}

/** The whole document around one page: head, skip links, banner, footer. */
export function renderPage(context: PageContext, page: Page): Html {
  const { words, assets } = context;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<title>${page.title} · ${words.product}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${assets.href('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.href('pages.css')}">
<link rel="search" type="application/opensearchdescription+xml" title="${words.product}" href="/opensearch.xml">
${page.head}
${page.scripts?.map((name) => html`<script type="module" src="${assets.href(name)}"></script>`)}
</head>
<body>
<ul class="skip-links">${page.skipLinks.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}</ul>
${renderBanner(context)}
${page.main}
${renderFooter(context, page.scripts !== undefined)}
${page.scripts && renderKeys(context)}
</body>
</html>
`;
}

function renderBanner(context: PageContext): Html {
  const { words } = context;
  return html`<header class="banner">
<a class="wordmark" href="${linkTo(context, '/')}"><svg width="34" height="12" viewBox="0 0 34 12" aria-hidden="true"><path d="M0 6h14M18 6h4M26 6h4"/></svg>${words.product}</a>
<p class="tagline">${words.tagline}</p>
</header>`;
}

function renderFooter(context: PageContext, hasKeys: boolean): Html {
  const { words, address, ui } = context;
  const languages = INTERFACES.map(
    (other) =>
      html`<li><a${attributes({
        href: withParameter(address, 'ui', other.language),
        lang: other.language,
        hreflang: other.language,
        'aria-current': other.language === words.language ? 'true' : null,
      })}>${other.languageName}</a></li>`,
  );
  const places = [
    ['/', words.search],
    ['/on-this-day', words.onThisDay],
    ['/coverage', words.coverage],
    ['/status', words.status],
    ['/v1/docs', words.api],
  ] as const;
  return html`<footer class="footer">
<nav aria-label="${words.about}"><ul>${places.map(([href, label]) => html`<li><a href="${href.startsWith('/v1') || ui === null ? href : linkTo(context, href)}">${label}</a></li>`)}${hasKeys && html`<li class="with-script"><button type="button" class="link" id="show-keys">${words.shortcuts}</button> <kbd class="key" aria-hidden="true">?</kbd></li>`}</ul></nav>
<nav aria-label="${words.interfaceLanguage}"><ul>${languages}</ul></nav>
</footer>`;
}

/** The list of keys, with the switch that turns single characters off. The script opens it. */
function renderKeys({ words }: PageContext): Html {
  return html`<dialog id="keys" aria-labelledby="keys-heading"><form method="dialog">
<h2 id="keys-heading">${words.shortcuts}</h2>
<dl>${words.shortcutLines.map(([key, meaning]) => html`<dt><kbd>${key}</kbd></dt><dd>${meaning}</dd>`)}</dl>
<p><label><input type="checkbox" data-keys="single"> ${words.singleKeys}</label></p>
<p><label><input type="checkbox" data-keys="chord"> ${words.chordKey}</label></p>
<p><button class="button">${words.close}</button></p>
</form></dialog>`;
}
