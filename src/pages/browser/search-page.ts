import { watchBrush } from './brush.ts';
import { watchFacetFinders } from './facet-finder.ts';
import { createLiveResults, type LiveResults } from './live-results.ts';
import { watchShortcuts } from './shortcuts.ts';

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
    setField('from', from);
    setField('to', to);
    results.show(results.formAddress(), 'push');
  });
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
    closePanel(event.submitter);
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
    const link = event.target instanceof Element ? event.target.closest('[data-live] a') : null;
    const href = link?.getAttribute('href');
    if (!href || !isPlain || event.button !== 0 || event.defaultPrevented) return;
    const address = new URL(href, location.href);
    if (address.origin !== location.origin || address.pathname !== '/') return;
    event.preventDefault();
    results.show(address.href, 'push', link?.closest('.pagination') ? 'top' : 'stay');
  });
}

/** On a narrow screen "Show 123 dispatches" folds the filters away and goes to the results. */
function closePanel(submitter: HTMLElement | null): void {
  if (!submitter?.closest('.show-results')) return;
  document.querySelector<HTMLDetailsElement>('#filters')?.removeAttribute('open');
  document.querySelector<HTMLElement>('#results-heading')?.focus();
}

function setField(id: string, value: string): void {
  const field = document.querySelector<HTMLInputElement>(`#${id}`);
  if (field) field.value = value;
}
