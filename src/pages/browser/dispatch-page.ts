import { watchShortcuts } from './shortcuts.ts';

const follow = (id: string) => () => document.querySelector<HTMLAnchorElement>(`#${id}`)?.click();
watchShortcuts({ ArrowLeft: follow('prev'), ArrowRight: follow('next'), Escape: follow('back') });

const citation = document.querySelector('#citation');
const button = document.querySelector<HTMLButtonElement>('#copy');
const status = document.querySelector('#copy-status');
button?.addEventListener('click', async () => {
  if (!citation || !status) return;
  // Emptied first: a second copy is said again.
  status.textContent = '';
  const isCopied = await copy(citation);
  status.textContent = button.dataset[isCopied ? 'copied' : 'selected'] ?? '';
});

/** Copies the text; where the browser forbids that, selects it, so that the reader's own keys can. */
async function copy(element: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.textContent ?? '');
    return true;
  } catch {
    // Refused, or a page that was not sent over HTTPS has no clipboard at all.
    getSelection()?.selectAllChildren(element);
    return false;
  }
}
