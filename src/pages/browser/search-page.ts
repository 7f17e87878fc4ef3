import { watchBrush } from './brush.ts';
import { setDates } from './date-fields.ts';
import { watchDialogs } from './dialogs.ts';
import { watchEdges } from './edges.ts';
import { watchFacetFinders } from './facet-finder.ts';
import { watchFiltersDialog } from './filters-dialog.ts';
import { createLiveResults, type LiveResults } from './live-results.ts';
import { watchShortcuts } from './shortcuts.ts';
import { watchValuesDialog } from './values-dialog.ts';

/** Long enough that a fast typist sends one request per word, short enough to feel immediate. */
const TYPING_REST_MS = 250;

const form = document.querySelector<HTMLFormElement>('#search');
if (form) start(form);

function start(searchForm: HTMLFormElement): void {
  const results = createLiveResults(searchForm);
  watchTyping(searchForm, results);
  watchControls(searchForm, results);
  watchLinks(results);
  watchFacetFinders();
  watchBrush((from, to) => {
    setDates(from, to);
    results.show(results.formAddress(), 'push');
  });
  watchEdges(() => results.show(results.formAddress(), 'push'));
  watchDialogs();
  watchFiltersDialog();
  watchValuesDialog(results);
  watchShortcuts();
  addEventListener('popstate', () => results.show(location.href, 'none'));
}

function watchTyping(searchForm: HTMLFormElement, results: LiveResults): void {
  const box = searchForm.querySelector<HTMLInputElement>('#q');
  let resting: ReturnType<typeof setTimeout> | undefined;
  const typed = () => {
    clearTimeout(resting);
    resting = setTimeout(() => results.show(results.formAddress(), 'replace'), TYPING_REST_MS);
  };
  // A half-composed syllable is not yet a word: Korean, Chinese and Japanese are typed so.
  box?.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  box?.addEventListener('compositionend', typed);
  searchForm.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(resting);
    results.show(results.formAddress(), 'push');
  });
}

function watchControls(searchForm: HTMLFormElement, results: LiveResults): void {
  document.addEventListener('change', ({ target }) => {
    const isControl = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (!isControl || target.form !== searchForm || target.id === 'q') return;
    if (target.checkValidity()) results.show(results.formAddress(), 'push');
    else target.reportValidity();
  });
}

/** Links to other searches are answered in place; with a modifier key they stay links. */
function watchLinks(results: LiveResults): void {
  document.addEventListener('click', (event) => {
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const link =
      event.target instanceof Element ? event.target.closest('[data-live] a, dialog a') : null;
    const href = link?.getAttribute('href');
    if (!href || !isPlain || event.button !== 0 || event.defaultPrevented) return;
    const address = new URL(href, location.href);
    if (address.origin !== location.origin || address.pathname !== '/') return;
    event.preventDefault();
    link?.closest<HTMLDialogElement>('#values-dialog')?.close();
    results.show(address.href, 'push', link?.closest('.pagination') ? 'top' : 'stay');
  });
}
