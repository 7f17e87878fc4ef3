import { barsOfTimeline, brushBars, periodOf } from './bars.ts';
import { setDates } from './date-fields.ts';

/** Long enough for a few presses of an arrow key. */
const REST_MS = 600;

/**
 * The two handles of the timeline, moved by arrow keys or finger: each step goes into the date fields at once,
 * the results follow when the moving rests.
 */
export function watchEdges(chosen: () => void): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !isEdge(target)) return;
    const [from, to] = ['edge-from', 'edge-to'].map((id) =>
      document.querySelector<HTMLInputElement>(`#${id}`),
    );
    if (!from || !to) return;
    keepApart(from, to, target);
    write(from, to);
    clearTimeout(resting);
    resting = setTimeout(chosen, REST_MS);
  });
}

function isEdge({ id }: HTMLInputElement): boolean {
  return id === 'edge-from' || id === 'edge-to';
}

/** At least one bar stays between them. */
function keepApart(from: HTMLInputElement, to: HTMLInputElement, moved: HTMLInputElement): void {
  if (from.valueAsNumber < to.valueAsNumber) return;
  if (moved === from) from.valueAsNumber = to.valueAsNumber - 1;
  else to.valueAsNumber = from.valueAsNumber + 1;
}

function write(from: HTMLInputElement, to: HTMLInputElement): void {
  const bars = barsOfTimeline();
  const [first, last] = [bars[from.valueAsNumber], bars[to.valueAsNumber - 1]];
  from.setAttribute('aria-valuetext', titleOf(first));
  to.setAttribute('aria-valuetext', titleOf(last));
  brushBars(periodOf(first), periodOf(last));
  const isWhole = document.querySelector('#edges[data-whole]') !== null;
  const isAll = isWhole && first === bars[0] && last === bars.at(-1);
  setDates(isAll ? '' : periodOf(first), isAll ? '' : periodOf(last));
}

/** "1994: 15 dispatches", as the pointer is told. */
function titleOf(bar: SVGAElement | undefined): string {
  return bar?.querySelector('title')?.textContent ?? '';
}
