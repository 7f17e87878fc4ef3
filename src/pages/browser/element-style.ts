/**
 * The element's own style. A sheet made by script is no inline style, so a strict policy of the
 * host page lets it be; the host's style sheets end at the shadow root.
 */
export const elementStyle: string = `
:host {
  --accent: var(--dispatch-search-accent, #7a2e1d);
  --on-accent: var(--dispatch-search-on-accent, #fff);
  --paper: var(--dispatch-search-paper, #fff);
  --ink: var(--dispatch-search-ink, #1f1d1a);
  --soft: var(--dispatch-search-soft, #5d574d);
  --line: var(--dispatch-search-line, #857d6f);
  --hover: var(--dispatch-search-hover, #f4e9e3);
  --radius: var(--dispatch-search-radius, 4px);
  display: block;
  position: relative;
  max-width: 40rem;
  color: var(--ink);
  color-scheme: light dark;
  font: var(--dispatch-search-font, 1rem/1.4 system-ui, sans-serif);
  text-align: start;
}
:host([hidden]) { display: none; }
@media (prefers-color-scheme: dark) {
  :host {
    --accent: var(--dispatch-search-accent, #f0ab93);
    --on-accent: var(--dispatch-search-on-accent, #251009);
    --paper: var(--dispatch-search-paper, #211f1c);
    --ink: var(--dispatch-search-ink, #ebe6db);
    --soft: var(--dispatch-search-soft, #b0a899);
    --line: var(--dispatch-search-line, #8b8375);
    --hover: var(--dispatch-search-hover, #3a2c25);
  }
}
/* A host page that names only its accent gets black or white on it, whichever can be read. */
@supports (color: oklch(from red l 0 0)) {
  :host {
    --on-accent: var(--dispatch-search-on-accent, oklch(from var(--accent) clamp(0, (0.65 - l) * 1000, 1) 0 0));
  }
}
* { box-sizing: border-box; }
form { display: flex; gap: 0.4em; margin: 0; }
input, button {
  font: inherit;
  min-height: 2.6em;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  padding: 0.4em 0.7em;
}
input { flex: 1; min-width: 0; background: var(--paper); color: inherit; text-overflow: ellipsis; }
button {
  background: var(--accent);
  border-color: var(--accent);
  color: var(--on-accent);
  cursor: pointer;
}
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[role="listbox"] {
  position: absolute;
  z-index: 1000;
  inset-inline: 0;
  margin-top: 0.3em;
  max-height: min(24rem, 70vh);
  overflow-y: auto;
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: var(--radius);
  box-shadow: 0 6px 20px rgb(0 0 0 / 0.18);
  padding-block: 0.3em;
}
[hidden] { display: none; }
[role="group"] > span {
  display: block;
  padding: 0.45em 0.8em 0.1em;
  color: var(--soft);
  font-size: 0.8em;
}
[role="option"] {
  display: flex;
  flex-wrap: wrap;
  gap: 0 0.6em;
  align-items: baseline;
  min-height: 2em;
  padding: 0.3em 0.8em;
  cursor: pointer;
}
[role="option"]:hover { background: var(--hover); }
[role="option"][aria-selected="true"] {
  background: var(--hover);
  outline: 2px solid var(--accent);
  outline-offset: -2px;
}
small { color: var(--soft); font-size: 0.8em; }
mark { background: none; color: inherit; font-weight: 700; }
.status {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
@media (forced-colors: active) {
  [role="option"][aria-selected="true"] { outline-color: Highlight; }
}
`;
