const OFF = 'dispatches:keys-off';

/** Keys of the pages. Single characters can be switched off, as speech input needs (WCAG 2.1.4). */
export function watchShortcuts(keys: Readonly<Record<string, () => void>> = {}): void {
  const dialog = document.querySelector<HTMLDialogElement>('#keys');
  const actions: Readonly<Record<string, () => void>> = {
    '/': focusBox,
    '?': () => dialog?.showModal(),
    ...keys,
  };
  document.addEventListener('keydown', (event) => {
    if (isChord(event)) {
      event.preventDefault();
      focusBox();
      return;
    }
    const action = actions[event.key];
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (!action || !isPlain || isOccupied(event) || dialog?.open) return;
    if (event.key.length === 1 && isSwitchedOff()) return;
    event.preventDefault();
    action();
  });
  watchSwitch(dialog);
}

function isChord({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey);
}

/** True where the key means something else: in a field, a list, a region that scrolls. */
function isOccupied(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof Element &&
    target.matches('input:not([type="checkbox"]), select, textarea, [contenteditable], .scroll')
  );
}

function focusBox(): void {
  const box = document.querySelector<HTMLInputElement>('#q');
  box?.focus();
  box?.select();
}

function watchSwitch(dialog: HTMLDialogElement | null): void {
  const box = dialog?.querySelector<HTMLInputElement>('input[type="checkbox"]');
  document.querySelector('#show-keys')?.addEventListener('click', () => dialog?.showModal());
  if (!box) return;
  box.checked = !isSwitchedOff();
  box.addEventListener('change', () => {
    if (box.checked) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, '1');
  });
}

function isSwitchedOff(): boolean {
  try {
    return localStorage.getItem(OFF) !== null;
  } catch {
    // Storage can be forbidden; then there is nothing to remember.
    return false;
  }
}
