import { announce } from './announce.ts';

/** Long enough for a few letters of a name. */
const REST_MS = 200;

/** The values that each list had before something was looked for in it. */
const beforeFinding = new WeakMap<Element, readonly ChildNode[]>();

/**
 * The field inside a long list of values: asks the server for the values that match what is typed
 * and shows them in the place of the list, saying how many they are; emptied, the list is as it was.
 */
export function watchFacetFinders(): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.dataset['find'] === undefined) return;
    clearTimeout(resting);
    resting = setTimeout(() => void find(target), REST_MS);
  });
}

async function find(field: HTMLInputElement): Promise<void> {
  const list = field.closest('details')?.querySelector<HTMLElement>('[data-values]');
  const address = field.dataset['find'];
  if (!list || !address) return;
  const typed = field.value.trim();
  const before = beforeFinding.get(list) ?? [...list.childNodes];
  beforeFinding.set(list, before);
  const url = new URL(address, location.href);
  url.searchParams.set('find', typed);
  // Without connection the list stays as it is.
  const answer = typed === '' ? null : await fetch(url).catch(() => Response.error());
  if (field.value.trim() !== typed || (answer && !answer.ok)) return;
  if (!answer) return list.replaceChildren(...before);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const values = page.querySelector('[data-values]');
  for (const box of values?.querySelectorAll('input') ?? []) belongHere(box);
  list.replaceChildren(...(values?.childNodes ?? []));
  announce(page.querySelector('#found')?.textContent ?? '');
}

/** The boxes of the full list belong to a form of its own; here they are filters of the search. */
function belongHere(box: HTMLInputElement): void {
  box.setAttribute('form', 'search');
  box.id = box.id.replace(/^all-/, '');
}
