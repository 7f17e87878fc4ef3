import { announce } from './announce.ts';
import { showCount } from './dialogs.ts';
import type { LiveResults } from './live-results.ts';

const REST_MS = 200;

/**
 * "All people" as a dialog over the results: the page of all values, brought here. A tick narrows the results
 * behind it at once; what is typed or ordered asks the server again.
 */
export function watchValuesDialog(results: LiveResults): void {
  const dialog = document.querySelector<HTMLDialogElement>('#values-dialog');
  const body = dialog?.querySelector<HTMLElement>('[data-body]');
  if (!dialog || !body) return;
  let resting: ReturnType<typeof setTimeout> | undefined;

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-values-of]') : null;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!(link instanceof HTMLAnchorElement) || !isPlain) return;
    event.preventDefault();
    void open(dialog, body, link);
  });
  dialog.addEventListener('input', ({ target }) => {
    if (!(target instanceof Element) || !target.matches('#find, #order')) return;
    clearTimeout(resting);
    resting = setTimeout(() => void findAgain(body), REST_MS);
  });
  dialog.addEventListener('submit', (event) => {
    event.preventDefault();
    void findAgain(body);
  });
  dialog.addEventListener('change', ({ target }) => {
    const form = target instanceof HTMLInputElement ? target.form : null;
    if (form?.id === 'values-form') results.show(addressOf(form, form.action), 'push');
  });
  dialog.addEventListener('close', () => body.replaceChildren());
}

async function open(
  dialog: HTMLDialogElement,
  body: HTMLElement,
  link: HTMLAnchorElement,
): Promise<void> {
  const page = await fetchPage(link.href);
  // The list itself is a page: where it can't be brought here, the reader goes there.
  if (!page) return location.assign(link.href);
  const heading = dialog.querySelector<HTMLElement>('h2');
  if (heading) heading.textContent = page.querySelector('h1')?.textContent ?? '';
  body.replaceChildren(...page.querySelectorAll('.facet-page > :not(h1, .way-back)'));
  showCount();
  dialog.showModal();
  dialog.querySelector<HTMLElement>('#find')?.focus();
}

/** Asks for the values again, with what is typed, ordered and ticked; only the list is replaced. */
async function findAgain(body: HTMLElement): Promise<void> {
  const form = body.querySelector<HTMLFormElement>('.find-form');
  const values = body.querySelector<HTMLFormElement>('#values-form');
  if (!form || !values) return;
  const address = new URL(addressOf(values, form.action));
  const wanted = ['find', 'order'].map(
    (name) => [name, String(new FormData(form).get(name) ?? '')] as const,
  );
  for (const [name, value] of wanted) address.searchParams.set(name, value);
  const page = await fetchPage(address.href);
  const isStale = wanted.some(
    ([name, value]) => value !== String(new FormData(form).get(name) ?? ''),
  );
  if (!page || isStale) return;
  const sent = page.querySelector('#values');
  if (sent) body.querySelector('#values')?.replaceChildren(...sent.childNodes);
  const found = page.querySelector('#found')?.textContent ?? '';
  const line = body.querySelector('#found');
  if (line) line.textContent = found;
  announce(found);
}

function addressOf(form: HTMLFormElement, action: string): string {
  const address = new URL(action);
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') address.searchParams.append(name, value);
  }
  return address.href;
}

async function fetchPage(address: string): Promise<Document | null> {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) return null;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
