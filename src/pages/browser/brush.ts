/** Lets a drag over the bars of the timeline choose a span of time; a click stays a link. */
export function watchBrush(choose: (from: string, to: string) => void): void {
  let first: SVGAElement | null = null;
  let last: SVGAElement | null = null;

  document.addEventListener('pointerdown', (event) => {
    first = event.button === 0 ? barAt(event) : null;
    last = first;
  });
  document.addEventListener('pointermove', (event) => {
    if (!first) return;
    last = barAt(event) ?? last;
    if (last && last !== first) show(first, last);
  });
  document.addEventListener('pointercancel', () => {
    first = null;
    show(null, null);
  });
  document.addEventListener('pointerup', () => {
    const [from, to] = [first, last];
    first = null;
    if (!from || !to || from === to) return;
    show(null, null);
    // The click that ends a drag would follow the link of one bar.
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
    const [earlier, later] = [periodOf(from), periodOf(to)].sort();
    choose(earlier ?? '', later ?? '');
  });
  document.addEventListener('dragstart', (event) => {
    if (event.target instanceof Element && event.target.closest('#chart')) event.preventDefault();
  });
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

/** The bar above or below the pointer, also when the pointer has left the chart while dragging. */
function barAt({
  clientX,
}: PointerEvent & { readonly target: EventTarget | null }): SVGAElement | null {
  const bars = document.querySelectorAll<SVGAElement>('#chart a');
  return [...bars].find((bar) => isOver(bar, clientX)) ?? null;
}

function isOver(bar: SVGAElement, x: number): boolean {
  const { left, right } = bar.getBoundingClientRect();
  return x >= left && x < right;
}

function show(from: SVGAElement | null, to: SVGAElement | null): void {
  const [earlier = '', later = ''] = from && to ? [periodOf(from), periodOf(to)].sort() : [];
  for (const bar of document.querySelectorAll<SVGAElement>('#chart a')) {
    const period = periodOf(bar);
    bar.classList.toggle('brushed', later !== '' && period >= earlier && period <= later);
  }
}

function periodOf(bar: SVGAElement): string {
  return bar.dataset['period'] ?? '';
}
