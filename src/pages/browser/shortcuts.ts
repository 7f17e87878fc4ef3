/** What can be switched off: single characters, as speech input needs (WCAG 2.1.4), and the chord. */
const SWITCHES = { single: 'dispatches:keys-off', chord: 'dispatches:chord-off' } as const;
type Switch = keyof typeof SWITCHES;

/** Keys of the pages. What else they do is said by `keys`, by the name of each key. */
export function watchShortcuts(keys: Readonly<Record<string, () => void>> = {}): void {
  const dialog = document.querySelector<HTMLDialogElement>('#keys');
  const actions: Readonly<Record<string, () => void>> = {
    '/': focusBox,
    '?': () => dialog?.showModal(),
    ...keys,
  };
  document.addEventListener('keydown', (event) => {
    if (document.querySelector('dialog[open]')) return;
    if (isChord(event)) {
      if (isOff('chord')) return;
      event.preventDefault();
      focusBox();
      return;
    }
    const action = actions[event.key];
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    if (!action || !isPlain || isOccupied(event)) return;
    if (event.key.length === 1 && isOff('single')) return;
    event.preventDefault();
    action();
  });
  watchSwitches(dialog);
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

function watchSwitches(dialog: HTMLDialogElement | null): void {
  document.querySelector('#show-keys')?.addEventListener('click', () => dialog?.showModal());
  for (const box of dialog?.querySelectorAll<HTMLInputElement>('input[data-keys]') ?? []) {
    const which: Switch = box.dataset['keys'] === 'chord' ? 'chord' : 'single';
    box.checked = !isOff(which);
    box.addEventListener('change', () => {
      if (box.checked) localStorage.removeItem(SWITCHES[which]);
      else localStorage.setItem(SWITCHES[which], '1');
      showHints();
    });
  }
  showHints();
}

/** A hint to a key that is switched off would mislead. */
function showHints(): void {
  document.documentElement.classList.toggle('keys-off', isOff('single'));
}

function isOff(which: Switch): boolean {
  try {
    return localStorage.getItem(SWITCHES[which]) !== null;
  } catch {
    // Storage can be forbidden; then there is nothing to remember.
    return false;
  }
}
