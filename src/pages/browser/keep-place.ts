/** Lists, in order of preference, how to find an element again after its part was replaced. */
type Trace = readonly string[];

/**
 * Replaces parts of the page by `replace` and puts the reader back where they were: the same lists
 * stay open, and the focus is on the same control, or on the next one when it is gone.
 */
export function keepPlace(replace: () => void): void {
  const open = new Map(
    [...document.querySelectorAll<HTMLDetailsElement>('[data-live] details[id]')].map(
      (details) => [details.id, details.open] as const,
    ),
  );
  const trace = traceOf(document.activeElement);
  replace();
  for (const [id, isOpen] of open) {
    const details = document.getElementById(id);
    if (details instanceof HTMLDetailsElement) details.open = isOpen;
  }
  if (trace && !document.activeElement?.closest('[data-live]')) focusFirst(trace);
}

function traceOf(active: Element | null): Trace | null {
  if (!active?.closest('[data-live]')) return null;
  const href = active.getAttribute('href');
  const chips = [...document.querySelectorAll('.chip')];
  const chip = chips.indexOf(active);
  return [
    ...(active.id ? [`#${CSS.escape(active.id)}`] : []),
    ...(active.closest('details[id]') && active.matches('summary')
      ? [`#${CSS.escape(active.closest('details')?.id ?? '')} > summary`]
      : []),
    ...(href && chip < 0 ? [`[data-live] a[href="${CSS.escape(href)}"]`] : []),
    // The chip that was taken away: its follower stands at the same place.
    ...(chip >= 0 ? [`.chips li:nth-child(${Math.min(chip + 1, chips.length - 1)}) a`] : []),
    // Behind an open dialog nothing can have the focus.
    'dialog[open] h2',
    '#results-heading',
  ];
}

function focusFirst(trace: Trace): void {
  for (const selector of trace) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found) {
      found.focus({ preventScroll: true });
      return;
    }
  }
}
