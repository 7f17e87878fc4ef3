/** From this width on the filters stand beside the results; the same as in the style sheet. */
const WIDE = '(min-width: 58rem)';

/** The parts that move into the dialog, and where each one lives when it is closed. */
const PARTS = [
  ['sort-part', 'sort-place'],
  ['filters-part', 'filters-place'],
] as const;

/**
 * On a narrow screen filters and sort open as a dialog that keeps the focus inside. The parts themselves move:
 * they go on following the results, and what is open or typed in them stays.
 */
export function watchFiltersDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>('#filters-dialog');
  const opener = document.querySelector<HTMLElement>('#open-filters');
  if (!dialog || !opener) return;
  opener.addEventListener('click', () => {
    move(dialog, 'in');
    dialog.showModal();
    dialog.querySelector<HTMLElement>('h2')?.focus();
  });
  // The filters it names are behind the button.
  document
    .querySelector('.skip-links [href="#filters-heading"]')
    ?.addEventListener('click', (event) => {
      if (opener.offsetParent === null) return;
      event.preventDefault();
      opener.focus();
    });
  dialog.addEventListener('close', () => move(dialog, 'out'));
  matchMedia(WIDE).addEventListener('change', ({ matches }) => {
    if (matches) dialog.close();
  });
}

function move(dialog: HTMLDialogElement, way: 'in' | 'out'): void {
  for (const [id, home] of PARTS) {
    const part = document.getElementById(id);
    const place =
      way === 'in' ? dialog.querySelector(`[data-for="${id}"]`) : document.getElementById(home);
    if (part && place) place.append(part);
  }
}
