/** Buttons that close the dialog they stand in; "Show 123 dispatches" closes all and leads to the results. */
export function watchDialogs(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-close]') : null;
    if (!button) return;
    if (button.dataset['show'] === undefined) return button.closest('dialog')?.close();
    for (const dialog of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) {
      dialog.close();
    }
    document.querySelector<HTMLElement>('#results-heading')?.focus();
  });
}

/** Makes the button of the dialog of values say as many dispatches as the one of the filters. */
export function showCount(): void {
  const count = document.querySelector('.show-results button')?.textContent ?? '';
  const button = document.querySelector('#values-dialog [data-show]');
  if (button) button.textContent = count;
}
