import { barsOfTimeline, brushBars, periodOf } from './bars.ts';

/** Lets a drag over the bars of the timeline choose a span of time; a click stays a link. */
export function watchBrush(choose: (from: string, to: string) => void): void {
  let first: SVGAElement | null = null;
  let last: SVGAElement | null = null;

  document.addEventListener('pointerdown', (event) => {
    first = event.button === 0 && isOnChart(event) ? barAt(event) : null;
    last = first;
  });
  document.addEventListener('pointermove', (event) => {
    if (!first) return;
    last = barAt(event) ?? last;
    if (last && last !== first) brushBars(...spanOf(first, last));
  });
  document.addEventListener('pointercancel', () => {
    first = null;
    brushBars('', '');
  });
  document.addEventListener('pointerup', () => {
    const [from, to] = [first, last];
    first = null;
    if (!from || !to || from === to) return;
    brushBars('', '');
    // The click that ends a drag would follow the link of one bar.
    addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0);
    choose(...spanOf(from, to));
  });
  document.addEventListener('dragstart', (event) => {
    if (isOnChart(event)) event.preventDefault();
  });
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

function isOnChart({ target }: Event): boolean {
  return target instanceof Element && target.closest('#chart') !== null;
}

/** The bar above or below the pointer, also when the pointer has left the chart while dragging. */
function barAt({ clientX }: PointerEvent): SVGAElement | null {
  const isOver = (bar: SVGAElement) => {
    const { left, right } = bar.getBoundingClientRect();
    return clientX >= left && clientX < right;
  };
  return barsOfTimeline().find(isOver) ?? null;
}

function spanOf(one: SVGAElement, other: SVGAElement): readonly [string, string] {
  const [a, b] = [periodOf(one), periodOf(other)];
  return a <= b ? [a, b] : [b, a];
}
