import { announce } from './announce.ts';
import { showCount } from './dialogs.ts';
import { keepPlace } from './keep-place.ts';
import { rememberScroll, restoreScroll, watchScroll } from './scroll-memory.ts';

/** How a shown search enters the history: a typed letter replaces, a decision is a step back. */
export type HistoryStep = 'replace' | 'push' | 'none';

/** Shows searches in the page that is open, by asking the server for the page it would send. */
export interface LiveResults {
  /** Address of what the form asks for now; what was left empty is not in it. */
  formAddress(): string;
  /** Shows the search at `address`; what goes wrong is told above the old results, never thrown. */
  show(address: string, step: HistoryStep, scroll?: 'stay' | 'top'): void;
}

/** Old results stay in sight; only a slow answer makes them fade. */
const BUSY_AFTER_MS = 300;
const GIVE_UP_AFTER_MS = 10_000;

/** Makes the results follow the form. The server renders; this swaps the parts marked `data-live`. */
export function createLiveResults(form: HTMLFormElement): LiveResults {
  let latest: AbortController | null = null;
  let isSettled = true;
  watchScroll(() => isSettled);

  async function load(address: string, step: HistoryStep, scroll: 'stay' | 'top') {
    latest?.abort();
    const request = new AbortController();
    latest = request;
    const late = setTimeout(() => setBusy(true), BUSY_AFTER_MS);
    isSettled = false;
    const answer = await ask(address, request);
    clearTimeout(late);
    // A newer request has been sent meanwhile: this answer is stale.
    if (latest !== request) return;
    isSettled = true;
    setBusy(false);
    if (answer.trouble !== null) {
      return tell(answer.trouble, () => void load(address, step, scroll));
    }
    remember(answer.address, step);
    swap(answer.page, step);
    if (scroll === 'top') goToResults();
    if (step === 'none') restoreScroll();
  }

  return {
    formAddress: () => addressOf(form),
    show: (address, step, scroll = 'stay') => void load(address, step, scroll),
  };
}

type Answer =
  | { readonly trouble: null; readonly page: Document; readonly address: string }
  | { readonly trouble: string };

async function ask(address: string, request: AbortController): Promise<Answer> {
  const givenUp = setTimeout(() => request.abort('slow'), GIVE_UP_AFTER_MS);
  try {
    const answer = await fetch(address, { signal: request.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return answer.ok ? { trouble: null, page, address: answer.url } : { trouble: troubleOf(page) };
  } catch {
    return { trouble: request.signal.reason === 'slow' ? 'slow' : 'offline' };
  } finally {
    clearTimeout(givenUp);
  }
}

function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') address.searchParams.append(name, value);
  }
  return address.href;
}

function remember(address: string, step: HistoryStep): void {
  if (step === 'none') return;
  const isNew = address !== location.href;
  if (step === 'push' && isNew) {
    rememberScroll();
    history.pushState(null, '', address);
  } else if (isNew) {
    history.replaceState(history.state, '', address);
  }
}

/** Puts the parts of the new page in the place of the old ones; focus and open lists stay. */
function swap(page: Document, step: HistoryStep): void {
  tell(null, null);
  keepPlace(() => {
    for (const part of page.querySelectorAll('[data-live]')) {
      document.getElementById(part.id)?.replaceChildren(...part.childNodes);
    }
  });
  showCount();
  document.title = page.title;
  const [box, sentBox] = [document, page].map((one) => one.querySelector<HTMLInputElement>('#q'));
  // While somebody types, the box is theirs.
  if (box && sentBox && (step === 'none' || document.activeElement !== box)) {
    box.value = sentBox.value;
  }
  announce(
    ['#results-heading', '#meant-part']
      .map((part) => document.querySelector(part)?.textContent?.trim() ?? '')
      .filter(Boolean)
      .join('. '),
  );
}

function goToResults(): void {
  const heading = document.querySelector<HTMLElement>('#results-heading');
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}

function setBusy(isBusy: boolean): void {
  document.querySelector('#results-part')?.setAttribute('aria-busy', String(isBusy));
}

/** What the server said is wrong, in its words. */
function troubleOf(page: Document): string {
  const said = page.querySelectorAll('#message h1, #message p:not(.note), #message .problems li');
  return [...said]
    .map((line) => line.textContent?.trim())
    .slice(0, 3)
    .join(' ');
}

/**
 * Shows a trouble above the results, which stay, with a button that tries again; `slow` and `offline` stand for
 * the page's words.
 */
function tell(trouble: string | null, again: (() => void) | null): void {
  const line = document.querySelector<HTMLElement>('#trouble');
  if (!line) return;
  const words = trouble === null ? '' : (line.dataset[trouble] ?? trouble);
  line.textContent = words;
  line.hidden = words === '';
  if (words === '' || !again) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = line.dataset['again'] ?? '';
  button.addEventListener('click', again);
  line.append(' ', button);
}
