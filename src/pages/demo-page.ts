import { type Html, html } from './html.ts';
import type { PageContext } from './page-context.ts';

/**
 * A blog as somebody else would run it, with the search box in two places: in its text and in its
 * sidebar. Its style sheet is rude on purpose: nothing of it may reach into the element.
 */
export function demoPage({ words, assets, origin }: PageContext): Html {
  const form = html`<form action="/" role="search"><label>${words.searchLabel} <input type="search" name="q"></label> <button>${words.search}</button></form>`;
  const snippet = `<script type="module" src="${origin}/dispatch-search.js"></script>
<dispatch-search lang="${words.language}" shortcut="mod+k">
  <form action="${origin}/"><input type="search" name="q"><button>${words.search}</button></form>
</dispatch-search>`;
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<title>${words.demo.title} · ${words.product}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="${assets.href('icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${assets.href('demo.css')}">
<script type="module" src="/dispatch-search.js"></script>
</head>
<body class="home blog">
<header class="site-header"><p class="site-title">${words.demo.blog}</p><p>${words.demo.tagline}</p></header>
<div class="wrap">
<main class="site-main"><article class="post">
<h1 class="entry-title">${words.demo.title}</h1>
<p>${words.demo.intro}</p>
<dispatch-search shortcut="mod+k">${form}</dispatch-search>
<h2>${words.demo.how}</h2>
<p>${words.demo.howText}</p>
<pre tabindex="0"><code>${snippet}</code></pre>
<p><a href="/">${words.backToSearch}</a></p>
</article></main>
<aside class="widget-area" aria-label="${words.demo.sidebar}"><section class="widget">
<h2 class="widget-title">${words.search}</h2>
<dispatch-search class="own-colours" label="${words.demo.sidebar}: ${words.search}">${form}</dispatch-search>
</section></aside>
</div>
</body>
</html>
`;
}
